//! What a call through the generated client costs beside the same call written by hand on reqwest:
//! CPU time of the calling thread and allocations, paired and interleaved in one run. What a machine
//! does beside the bench makes some batches many times dearer, so the difference is the median of the
//! pairs' differences, and its interval the order statistics that hold it with 95 %. Not what building
//! costs: that is `cargo xtask bench build`.
#![expect(clippy::expect_used, reason = "a bench that fails may panic")]

use std::alloc::System;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use cpu_time::ThreadTime;
use ocamba_hood::Client;
use ocamba_hood::runtime::Limits;
use ocamba_hood::types::{ContactType, PartnerContactPatch};
use reqwest::header::ACCEPT;
use serde::Serialize;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Calls whose time is taken together, so that reading the clock does not count.
const CALLS: usize = 25;
const WARM_UP: usize = 20;
const PAIRS: usize = 1600;

const TOKEN: &str = "s3cret";
const ID: &str = "12345";
const CONTACT_ID: &str = "95eb301b-6aaf-42ad-a219-ccbd5f4d3d2b";

fn main() {
    pin();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let url = serve();
    runtime.block_on(compare(&url));
}

/// Keeps client and server on one core: between cores, what a wake-up costs depends on where the
/// scheduler happens to put each connection's thread, and is larger than what is measured.
fn pin() {
    let core = core_affinity::get_core_ids().and_then(|cores| cores.last().copied());
    if !core.is_some_and(core_affinity::set_for_current) {
        println!("not kept on one core: the figures depend on the scheduler");
    }
}

async fn compare(url: &str) {
    let generated = Client::builder()
        .base_url(url)
        .bearer_token(TOKEN)
        .limits(Limits::Off)
        .build()
        .expect("a client");
    // `reqwest` is compiled without a provider here, as the generated client has it; nothing is encrypted
    let _ = rustls::crypto::ring::default_provider().install_default();
    let by_hand = reqwest::Client::builder()
        .connect_timeout(Duration::from_secs(10))
        .timeout(Duration::from_secs(30))
        .user_agent("ocamba-hood/0.1.0")
        .build()
        .expect("a client");

    let mut pairs = Vec::new();
    for number in 0..WARM_UP + PAIRS {
        // the order alternates, so that whatever drifts drifts for both
        let (ours, theirs) = if number % 2 == 0 {
            let ours = measure(async || call_generated(&generated).await).await;
            (
                ours,
                measure(async || call_by_hand(&by_hand, url).await).await,
            )
        } else {
            let theirs = measure(async || call_by_hand(&by_hand, url).await).await;
            (
                measure(async || call_generated(&generated).await).await,
                theirs,
            )
        };
        if number >= WARM_UP {
            pairs.push((ours, theirs));
        }
    }
    report(&pairs);
}

/// One batch: microseconds of CPU and allocations, both per call.
#[derive(Clone, Copy)]
struct Cost {
    micros: f64,
    allocations: f64,
}

async fn measure(call: impl AsyncFn()) -> Cost {
    let region = Region::new(ALLOCATOR);
    let start = ThreadTime::now();
    for _ in 0..CALLS {
        call().await;
    }
    let elapsed = start.elapsed();
    let change = region.change();
    let allocations = change.allocations + change.reallocations;
    Cost {
        micros: elapsed.as_secs_f64() * 1e6 / CALLS as f64,
        allocations: allocations as f64 / CALLS as f64,
    }
}

async fn call_generated(client: &Client) {
    let patch = PartnerContactPatch::new()
        .value("sales@example.com")
        .type_(ContactType::Email);
    let call = client.update_partner_contact(ID, CONTACT_ID, patch);
    call.send().await.expect("204");
}

/// What an application has by hand: the same header fields and timeouts, what fails is told apart by its
/// status and kept with its text. It does not escape what goes into the path, retries nothing, and limits
/// no reply's size, as most that are written by hand.
async fn call_by_hand(client: &reqwest::Client, url: &str) {
    let patch = Patch {
        value: Some("sales@example.com".to_owned()),
        type_: Some("email".to_owned()),
    };
    update(client, url, &patch).await.expect("204");
}

#[derive(Serialize)]
struct Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    type_: Option<String>,
}

#[derive(Debug)]
#[expect(dead_code, reason = "what failed is only shown")]
enum UpdateError {
    Transport(reqwest::Error),
    Status(u16, String),
}

async fn update(client: &reqwest::Client, url: &str, patch: &Patch) -> Result<(), UpdateError> {
    let url = format!("{url}/hood/partners/{ID}/contacts/{CONTACT_ID}");
    let request = client.patch(url).bearer_auth(TOKEN).json(patch);
    let request = request.header(ACCEPT, "application/json");
    let response = request.send().await.map_err(UpdateError::Transport)?;
    match response.status().as_u16() {
        204 => Ok(()),
        status => {
            let text = response.text().await.map_err(UpdateError::Transport)?;
            Err(UpdateError::Status(status, text))
        }
    }
}

fn report(pairs: &[(Cost, Cost)]) {
    let ours = median(pairs.iter().map(|(ours, _)| ours.micros));
    let theirs = median(pairs.iter().map(|(_, theirs)| theirs.micros));
    let differences = sorted(
        pairs
            .iter()
            .map(|(ours, theirs)| ours.micros - theirs.micros),
    );
    let (lowest, difference, highest) = interval(&differences);
    let allocations = |of: &dyn Fn(&(Cost, Cost)) -> f64| median(pairs.iter().map(of));
    let our_allocations = allocations(&|(ours, _)| ours.allocations);
    let their_allocations = allocations(&|(_, theirs)| theirs.allocations);
    let more = our_allocations - their_allocations;
    println!("{} pairs of {CALLS} calls, medians", pairs.len());
    println!("generated: {ours:.2} us of CPU, {our_allocations:.1} allocations");
    println!("by hand:   {theirs:.2} us of CPU, {their_allocations:.1} allocations");
    println!(
        "difference: {difference:+.2} us ({lowest:+.2} to {highest:+.2}, 95 %), {:+.1} % ({:+.1} to {:+.1}), {more:+.1} allocations",
        100.0 * difference / theirs,
        100.0 * lowest / theirs,
        100.0 * highest / theirs,
    );
    let holds = (highest <= 3.0 || highest / theirs <= 0.03) && more <= 5.0;
    println!(
        "at most 3 % or 3 us, and 5 allocations more: {}",
        if holds { "holds" } else { "DOES NOT HOLD" }
    );
}

fn sorted(figures: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut figures: Vec<f64> = figures.collect();
    figures.sort_by(f64::total_cmp);
    figures
}

fn median(figures: impl Iterator<Item = f64>) -> f64 {
    interval(&sorted(figures)).1
}

/// The median of sorted figures, between the order statistics that hold it with 95 %: `n/2` and
/// `1.96 * sqrt(n)/2` to either side (the binomial distribution's normal approximation).
fn interval(sorted: &[f64]) -> (f64, f64, f64) {
    let middle = sorted.len() / 2;
    let half = (0.98 * (sorted.len() as f64).sqrt()).ceil() as usize;
    let at = |index: usize| sorted.get(index).copied().unwrap_or(f64::NAN);
    (
        at(middle.saturating_sub(half)),
        at(middle),
        at((middle + half).min(sorted.len().saturating_sub(1))),
    )
}

/// A server in a thread for each connection that allocates nothing a call: reads until the body's end, answers `204`.
fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            stream.set_nodelay(true).expect("no delay");
            thread::spawn(move || {
                let mut buffer = [0; 4096];
                let mut filled = 0;
                while let Ok(count @ 1..) = stream.read(&mut buffer[filled..]) {
                    filled += count;
                    if buffer[..filled].ends_with(b"}") {
                        filled = 0;
                        if stream
                            .write_all(b"HTTP/1.1 204 No Content\r\n\r\n")
                            .is_err()
                        {
                            return;
                        }
                    }
                }
            });
        }
    });
    url
}
