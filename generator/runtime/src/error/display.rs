//! What an error says. The text is written once for all operations: which of the errors it is, is all that is
//! compiled for each.

use std::fmt::{self, Display, Formatter};

use crate::codec::DecodeError;
use crate::error::{Details, Error, Sent};

impl<E> Display for Error<E> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let end = match self {
            Self::Api(..) => End::Documented,
            Self::Undocumented(_) => End::Undocumented,
            Self::Decode(error, _) => End::Decode(error),
            Self::Request(error, _) => End::NotSent(error),
            Self::Token(error, _) => End::Cause(error),
            Self::RateLimited(error, _) => End::NotSent(error),
            Self::Timeout(_) => End::Timeout,
            Self::Transport(error, _) => End::Cause(error),
            Self::Redirect(_) => End::Redirect,
            Self::BodyTooLarge(_) => End::BodyTooLarge,
        };
        end.tell(self.details(), formatter)
    }
}

/// What a call ended in, whatever the operation.
enum End<'e> {
    Documented,
    Undocumented,
    Decode(&'e DecodeError),
    NotSent(&'e dyn Display),
    Cause(&'e dyn Display),
    Timeout,
    Redirect,
    BodyTooLarge,
}

impl End<'_> {
    fn tell(self, details: &Details, formatter: &mut Formatter<'_>) -> fmt::Result {
        let told = Told(details);
        write!(formatter, "{}: ", details.operation())?;
        match self {
            Self::Documented => write!(formatter, "the API answered {told}"),
            Self::Undocumented => {
                write!(
                    formatter,
                    "the API answered {told}, which is not documented"
                )
            }
            Self::Decode(error) => {
                write!(formatter, "the reply ({told}")?;
                if let Some(content_type) = details.foreign_type() {
                    write!(formatter, ", `{content_type}`")?;
                }
                if let Some(encoding) = details.encoding() {
                    write!(formatter, ", compressed with `{encoding}`")?;
                }
                write!(formatter, ") is not what is documented: {error}")
            }
            Self::NotSent(error) => write!(formatter, "not sent: {error}"),
            Self::Cause(error) => write!(formatter, "{error}"),
            Self::Timeout if details.status().is_some() => {
                write!(formatter, "not the whole reply ({told}) in time")
            }
            Self::Timeout => formatter.write_str(match details.sent() {
                Sent::Never => "not sent in time",
                Sent::Perhaps | Sent::Yes => "no reply in time",
            }),
            Self::Redirect => {
                write!(formatter, "a redirect ({told}")?;
                if let Some(location) = details.location() {
                    write!(formatter, ", to `{location}`")?;
                }
                formatter.write_str(") that is not followed")
            }
            Self::BodyTooLarge => write!(formatter, "a reply ({told}) that is too large"),
        }
    }
}

/// The status, as a sentence has it.
struct Told<'d>(&'d Details);

impl Display for Told<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self.0.status() {
            Some(status) => write!(formatter, "{status}"),
            None => formatter.write_str("nothing"),
        }
    }
}
