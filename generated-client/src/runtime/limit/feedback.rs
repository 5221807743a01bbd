// Copied by clientsmith from its runtime. Do not edit: `cargo xtask codegen` makes it anew.

//! What servers say about their limits in header fields. What is malformed is passed over, what is
//! absurd is capped, and nothing here ever loosens a declared limit.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, StatusCode, header};

use crate::runtime::limit::queue::Key;

/// No pause that a server asks for is longer than this.
const LONGEST_PAUSE: Duration = Duration::from_secs(24 * 60 * 60);
/// A reset above this many seconds is a moment since the Unix epoch, not a span.
const EPOCH: f64 = 1e9;

/// What a reply says about limits.
#[derive(Debug, Default)]
pub struct Feedback {
    /// Nothing is to be sent for so long: `Retry-After` (RFC 9110, section 10.2.3) of a 429 or 503.
    pub pause: Option<Duration>,
    pub(super) quotas: Vec<Quota>,
}

/// What is left of a quota.
#[derive(Debug, PartialEq)]
pub(super) struct Quota {
    /// Its name in the header field.
    name: Option<String>,
    /// Its size, where it is told.
    limit: Option<u32>,
    pub(super) remaining: u32,
    pub(super) reset: Duration,
}

impl Feedback {
    /// Reads the header fields of a reply.
    pub fn read(status: StatusCode, headers: &HeaderMap, wall: SystemTime) -> Self {
        let asks =
            status == StatusCode::TOO_MANY_REQUESTS || status == StatusCode::SERVICE_UNAVAILABLE;
        let pause = match asks {
            true => retry_after(headers, wall).map(|pause| pause.min(LONGEST_PAUSE)),
            false => None,
        };
        let mut quotas = structured(headers);
        if quotas.is_empty() {
            quotas.extend(separate(headers, wall));
        }
        Self { pause, quotas }
    }
}

impl Quota {
    /// Which of a request's places it is about: the policy of its name, else the one of its size,
    /// else the only one; else all, and where nothing is declared the operation itself, but these
    /// only where nothing is left.
    pub(super) fn concerns(&self, keys: &[Key]) -> Vec<Key> {
        let policies: Vec<_> = keys
            .iter()
            .filter(|key| matches!(key, Key::Policy(..)))
            .copied()
            .collect();
        let named = |key: &&Key| {
            self.name
                .as_deref()
                .is_some_and(|name| name == key.policy())
        };
        let sized =
            |key: &&Key| matches!(key, Key::Policy(policy, _) if Some(policy.limit) == self.limit);
        if let Some(key) = policies
            .iter()
            .find(named)
            .or_else(|| policies.iter().find(sized))
        {
            return vec![*key];
        }
        match policies.len() {
            1 => policies,
            _ if self.remaining > 0 => Vec::new(),
            0 => keys.to_vec(),
            _ => policies,
        }
    }
}

/// How long a reply asks to wait: `retry-after-ms`, or `Retry-After` as seconds or as a date.
pub fn retry_after(headers: &HeaderMap, wall: SystemTime) -> Option<Duration> {
    if let Some(milliseconds) = text(headers, "retry-after-ms").and_then(|text| text.parse().ok()) {
        return span(milliseconds, 1e-3);
    }
    let field = headers.get(header::RETRY_AFTER)?.to_str().ok()?.trim();
    match field.parse() {
        Ok(seconds) => span(seconds, 1.0),
        Err(_) => date(field, wall),
    }
}

/// `RateLimit: "burst";r=3;t=12` (draft-ietf-httpapi-ratelimit-headers).
fn structured(headers: &HeaderMap) -> Vec<Quota> {
    let fields = headers
        .get_all("ratelimit")
        .into_iter()
        .filter_map(|field| field.to_str().ok());
    fields
        .flat_map(|field| field.split(','))
        .filter_map(quota)
        .collect()
}

fn quota(item: &str) -> Option<Quota> {
    let mut parts = item.split(';').map(str::trim);
    let name = parts.next()?.trim_matches('"').to_owned();
    let (mut remaining, mut reset) = (None, None);
    for part in parts {
        match part.split_once('=')? {
            ("r", value) => remaining = Some(value.parse().ok()?),
            ("t", value) => reset = span(value.parse().ok()?, 1.0),
            _ => {}
        }
    }
    let reset = reset?.min(LONGEST_PAUSE);
    Some(Quota {
        name: Some(name),
        limit: None,
        remaining: remaining?,
        reset,
    })
}

/// `RateLimit-Limit`, `-Remaining`, `-Reset` and their older spellings.
fn separate(headers: &HeaderMap, wall: SystemTime) -> Option<Quota> {
    ["ratelimit", "x-ratelimit", "x-rate-limit"]
        .iter()
        .find_map(|prefix| {
            let remaining = text(headers, &format!("{prefix}-remaining"))?
                .parse()
                .ok()?;
            let reset = reset(text(headers, &format!("{prefix}-reset"))?, wall)?.min(LONGEST_PAUSE);
            let limit =
                text(headers, &format!("{prefix}-limit")).and_then(|limit| limit.parse().ok());
            Some(Quota {
                name: None,
                limit,
                remaining,
                reset,
            })
        })
}

/// Seconds from now, seconds or milliseconds since the epoch, a date, or a span such as `6m0s`.
fn reset(field: &str, wall: SystemTime) -> Option<Duration> {
    match field.parse::<f64>() {
        Ok(number) if number > EPOCH * 1e3 => since_epoch(number / 1e3, wall),
        Ok(number) if number > EPOCH => since_epoch(number, wall),
        Ok(number) => span(number, 1.0),
        Err(_) => units(field).or_else(|| date(field, wall)),
    }
}

fn since_epoch(seconds: f64, wall: SystemTime) -> Option<Duration> {
    let moment = SystemTime::UNIX_EPOCH.checked_add(span(seconds, 1.0)?)?;
    Some(moment.duration_since(wall).unwrap_or_default())
}

fn date(field: &str, wall: SystemTime) -> Option<Duration> {
    let moment = httpdate::parse_http_date(field).ok()?;
    Some(moment.duration_since(wall).unwrap_or_default())
}

/// `1h2m3s`, `350ms`.
fn units(field: &str) -> Option<Duration> {
    let mut rest = field;
    let mut total = Duration::ZERO;
    while !rest.is_empty() {
        let digits =
            rest.find(|character: char| !character.is_ascii_digit() && character != '.')?;
        let (number, after) = rest.split_at(digits);
        let unit_length = after
            .find(|character: char| character.is_ascii_digit())
            .unwrap_or(after.len());
        let (unit, after) = after.split_at(unit_length);
        let seconds = match unit {
            "h" => 3600.0,
            "m" => 60.0,
            "s" => 1.0,
            "ms" => 1e-3,
            _ => return None,
        };
        total += span(number.parse().ok()?, seconds)?;
        rest = after;
    }
    Some(total)
}

fn span(number: f64, unit: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(number * unit).ok()
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok().map(str::trim)
}
