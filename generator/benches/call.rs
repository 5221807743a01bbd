//! What a call through the generated client costs beside the same call written by hand on reqwest:
//! CPU time of the calling thread and allocations, paired and interleaved in one run. Not what
//! building costs: that is `cargo xtask bench build`.
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
use serde::Serialize;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Calls whose time is taken together, so that reading the clock does not count.
const CALLS: usize = 50;
const WARM_UP: usize = 20;
const PAIRS: usize = 400;

const TOKEN: &str = "s3cret";
const ID: &str = "12345";
const CONTACT_ID: &str = "95eb301b-6aaf-42ad-a219-ccbd5f4d3d2b";

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let url = serve();
    runtime.block_on(compare(&url));
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
        .timeout(Duration::from_secs(60))
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

/// What an application has by hand.
#[derive(Serialize)]
struct Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    type_: Option<String>,
}

async fn call_by_hand(client: &reqwest::Client, url: &str) {
    let patch = Patch {
        value: Some("sales@example.com".to_owned()),
        type_: Some("email".to_owned()),
    };
    let url = format!("{url}/hood/partners/{ID}/contacts/{CONTACT_ID}");
    let request = client.patch(url).bearer_auth(TOKEN).json(&patch);
    let response = request.send().await.expect("a reply");
    assert_eq!(response.status().as_u16(), 204);
}

fn report(pairs: &[(Cost, Cost)]) {
    let count = pairs.len() as f64;
    let mean = |of: &dyn Fn(&(Cost, Cost)) -> f64| pairs.iter().map(of).sum::<f64>() / count;
    let ours = mean(&|(ours, _)| ours.micros);
    let theirs = mean(&|(_, theirs)| theirs.micros);
    let difference = ours - theirs;
    let variance = mean(&|(ours, theirs)| (ours.micros - theirs.micros - difference).powi(2));
    let half = 1.96 * (variance / count).sqrt();
    let more = mean(&|(ours, _)| ours.allocations) - mean(&|(_, theirs)| theirs.allocations);
    println!("{} pairs of {CALLS} calls", pairs.len());
    println!(
        "generated: {ours:.2} us of CPU, {:.1} allocations",
        mean(&|(ours, _)| ours.allocations)
    );
    println!(
        "by hand:   {theirs:.2} us of CPU, {:.1} allocations",
        mean(&|(_, theirs)| theirs.allocations)
    );
    println!(
        "difference: {difference:+.2} us ({:+.2} to {:+.2}, 95 %), {:+.1} % ({:+.1} to {:+.1}), {more:+.1} allocations",
        difference - half,
        difference + half,
        100.0 * difference / theirs,
        100.0 * (difference - half) / theirs,
        100.0 * (difference + half) / theirs,
    );
    let highest = difference + half;
    let holds = (highest <= 3.0 || highest / theirs <= 0.03) && more <= 5.0;
    println!(
        "at most 3 % or 3 us, and 5 allocations more: {}",
        if holds { "holds" } else { "DOES NOT HOLD" }
    );
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
