//! What holds unless a caller says otherwise. The README of the generator repeats these figures.

use std::time::Duration;

/// The longest that connecting may take, TLS included.
pub(super) const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// The longest that one attempt may take, from departure until the reply has arrived whole.
pub(super) const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(30);
/// The longest pause in a reply that the caller takes in piece by piece.
pub(super) const IDLE_TIMEOUT: Duration = Duration::from_secs(120);
/// How often a request is tried at the most.
pub(super) const ATTEMPTS: u32 = 3;
/// The pause before the second attempt is somewhere between nothing and this; each further one doubles.
pub(super) const FIRST_PAUSE: Duration = Duration::from_millis(500);
/// No pause of our own choice is longer.
pub(super) const LONGEST_PAUSE: Duration = Duration::from_secs(8);
/// Where a server asks for a longer pause than this, the call fails instead.
pub(super) const LONGEST_RETRY_AFTER: Duration = Duration::from_secs(120);
/// The largest reply that is taken in, in bytes.
pub(super) const LARGEST_REPLY: usize = 64 * 1024 * 1024;
/// How many redirects are followed.
pub(super) const REDIRECTS: u32 = 10;
