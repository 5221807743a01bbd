//! A call: an operation, the client that will send it, and what the caller chooses for this once.
//! A thin shell that is compiled once for each operation; everything else is in the client's core.
//! A client that depends on the runtime has a copy of this one file: it names the flat surface only.

use std::convert::Infallible;
use std::fmt;
use std::time::Duration;

use crate::{
    BoxFuture, ByteStream, CallOptions, Core, Error, Exchange, Limits, Operation, Response, Retry,
};
#[cfg(feature = "events")]
use crate::{EventStream, StreamOperation};
#[cfg(feature = "pages")]
use crate::{PagedOperation, Pages};

/// A call that has not been sent yet. Sends with [`Call::send`], or when it is awaited.
#[must_use = "a call does nothing until it is sent"]
#[derive(Clone)]
pub struct Call<'c, O> {
    core: &'c Core,
    operation: O,
    options: CallOptions,
}

impl<'c, O> Call<'c, O> {
    /// A call of an operation.
    #[inline]
    pub fn new(core: &'c Core, operation: O) -> Self {
        Self {
            core,
            operation,
            options: CallOptions::default(),
        }
    }

    /// The operation with its parameters.
    #[inline]
    pub fn operation(&self) -> &O {
        &self.operation
    }

    /// The operation with its parameters, to be changed.
    #[inline]
    pub fn operation_mut(&mut self) -> &mut O {
        &mut self.operation
    }

    /// The longest that the whole call may take, waiting and retries included. A wait that would outlast it is not
    /// begun: where a rate limit leaves no room in time, the call ends in [`Error::RateLimited`] at once.
    #[inline]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.options.timeout(timeout);
        self
    }

    /// The longest that one attempt may take.
    #[inline]
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.options.attempt_timeout(timeout);
        self
    }

    /// The longest that a reply which is taken in piece by piece may pause.
    #[inline]
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.options.idle_timeout(timeout);
        self
    }

    /// How failures of this call are retried.
    #[inline]
    pub fn retry(mut self, retry: Retry) -> Self {
        self.options.retry(retry);
        self
    }

    /// What to do where a rate limit leaves no room.
    #[inline]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.options.limits(limits);
        self
    }

    /// Whether the values that are sent are held to what the document demands of them (lengths, patterns,
    /// ranges, items) before anything is sent. Where one is not as it should be, the call ends in
    /// [`Error::Request`], which lists all of them. Needs the feature `validate`: without it such a call fails.
    #[inline]
    pub fn validate(mut self, validate: bool) -> Self {
        self.options.validate(validate);
        self
    }

    /// A header field beside those of the operation; it replaces one of the same name.
    #[inline]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.options.header(name, value);
        self
    }
}

impl<'c, O: Operation> Call<'c, O> {
    /// Sends the call.
    ///
    /// # Errors
    ///
    /// Where it ends in anything but a documented success.
    pub fn send(
        self,
    ) -> impl Future<Output = Result<Response<O::Output>, Error<O::Error>>> + use<'c, O> {
        let exchange = self.exchange();
        async move {
            match exchange.await {
                Ok(exchange) => exchange.read(O::decode),
                Err(failure) => Err(failure.widen()),
            }
        }
    }

    /// Sends the call, and gives the body of a success as it arrives, whatever its content type. Nothing
    /// of it is kept, and it may be as large as it likes: the timeouts hold until the header fields are
    /// here, after that [`Call::idle_timeout`] holds for each pause. What fails is read as by [`Call::send`].
    ///
    /// # Errors
    ///
    /// Where it ends in anything but a success.
    pub fn stream(
        mut self,
    ) -> impl Future<Output = Result<Response<ByteStream>, Error<O::Error>>> + use<'c, O> {
        self.options.leave_bytes();
        let exchange = self.exchange();
        async move {
            match exchange.await {
                Ok(exchange) => exchange.open(O::decode),
                Err(failure) => Err(failure.widen()),
            }
        }
    }

    /// Everything up to what the reply means: written at once, sent when it is awaited.
    fn exchange(self) -> BoxFuture<'c, Result<Exchange, Error<Infallible>>> {
        let Self {
            core,
            operation,
            mut options,
        } = self;
        if O::KEEPS_REDIRECTS {
            options.keep_redirects();
        }
        let mut request = core.request(O::SPEC, &options);
        operation.encode(&mut request);
        core.execute(&mut request, options)
    }
}

#[cfg(feature = "events")]
impl<'c, O: StreamOperation> Call<'c, O> {
    /// Sends the call, and gives the items of a success as they arrive. Where the API streams only what
    /// is asked for in the request, the request must say so. The timeouts are those of [`Call::stream`].
    ///
    /// # Errors
    ///
    /// Where it ends in anything but a success, or a success that is no stream.
    pub fn events(
        mut self,
    ) -> impl Future<Output = Result<Response<EventStream<O::Item>>, Error<O::Error>>> + use<'c, O>
    {
        self.options.leave_items(O::FRAMING, O::ACCEPT);
        let exchange = self.exchange();
        async move {
            match exchange.await {
                Ok(exchange) => exchange.events(O::decode, O::FRAMING),
                Err(failure) => Err(failure.widen()),
            }
        }
    }
}

#[cfg(feature = "pages")]
impl<'c, O: PagedOperation> Call<'c, O> {
    /// The page that the call asks for, and those after it, each when it is waited for. Every one is a call by
    /// itself: what was chosen for this call (timeouts, retries, header fields) holds for each.
    pub fn pages(self) -> Pages<'c, O> {
        Pages::new(self.core, self.operation, self.options)
    }
}

impl<'c, O> IntoFuture for Call<'c, O>
where
    O: Operation + Send + 'c,
{
    type Output = Result<Response<O::Output>, Error<O::Error>>;
    type IntoFuture = BoxFuture<'c, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl<O: fmt::Debug> fmt::Debug for Call<'_, O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut call = formatter.debug_struct("Call");
        call.field("operation", &self.operation)
            .field("options", &self.options)
            .finish()
    }
}
