//! A list of GitHub's repositories, 10 MB of JSON, decoded and encoded: by the generated types, and by structs with
//! serde's derive. Assembled by `bench/codec.rs`; says what it found as JSON.

use std::alloc::System;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::{env, fs};

use cpu_time::ThreadTime;
use measured_client::runtime;
use measured_client::types::MinimalRepository;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// The text is at least so long.
const BYTES: usize = 10_000_000;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [document, rounds, found] = arguments.as_slice() else {
        return Err("error: expected a document, a number of rounds, and a file to write".into());
    };
    let text = list(&serde_json::from_slice(&fs::read(document)?)?)?;
    let ours: Vec<MinimalRepository> = runtime::from_json(&text)?;
    let theirs: Vec<Repository> = serde_json::from_slice(&text)?;
    hold_to(&text, &runtime::to_json(&ours)?, "the generated types")?;
    hold_to(&text, &serde_json::to_vec(&theirs)?, "serde's derive")?;
    let mut measured = [const { Vec::new() }; 4];
    for round in 0..rounds.parse()? {
        // the order changes, so that whatever drifts drifts for all
        for place in 0..4 {
            let place = (place + round) % 4;
            measured[place].push(match place {
                0 => measure(|| runtime::from_json::<Vec<MinimalRepository>>(&text))?,
                1 => measure(|| serde_json::from_slice::<Vec<Repository>>(&text))?,
                2 => measure(|| runtime::to_json(&ours))?,
                _ => measure(|| serde_json::to_vec(&theirs))?,
            });
        }
    }
    let [decode, decode_serde, encode, encode_serde] = measured.map(|rounds| median(rounds));
    let all = json!({
        "bytes": text.len(),
        "items": ours.len(),
        "decode": { "ours": decode, "serde": decode_serde },
        "encode": { "ours": encode, "serde": encode_serde },
    });
    fs::write(found, all.to_string())?;
    Ok(())
}

/// What something took.
#[derive(Debug, Clone, Copy, Serialize)]
struct Taken {
    milliseconds: f64,
    allocations: usize,
    reallocations: usize,
    bytes_allocated: usize,
}

/// Calls something; what it gives is freed afterwards.
fn measure<T, E>(work: impl FnOnce() -> Result<T, E>) -> Result<Taken, E> {
    let region = Region::new(ALLOCATOR);
    let start = ThreadTime::now();
    let value = black_box(work()?);
    let time = start.elapsed();
    let change = region.change();
    drop(value);
    Ok(Taken {
        milliseconds: time.as_secs_f64() * 1e3,
        allocations: change.allocations,
        reallocations: change.reallocations,
        bytes_allocated: change.bytes_allocated,
    })
}

/// The round in the middle.
fn median(mut rounds: Vec<Taken>) -> Option<Taken> {
    rounds.sort_by(|a, b| a.milliseconds.total_cmp(&b.milliseconds));
    rounds.get(rounds.len() / 2).copied()
}

/// Fails where a text does not say the same as another.
fn hold_to(expected: &[u8], text: &[u8], what: &str) -> Result<(), Failure> {
    let expected: Value = serde_json::from_slice(expected)?;
    let found: Value = serde_json::from_slice(text)?;
    match found == expected {
        true => Ok(()),
        false => Err(format!("error: {what} lose something").into()),
    }
}

/// The document's own example, again and again, each time another repository.
fn list(document: &Value) -> Result<Vec<u8>, Failure> {
    let example = "/components/examples/minimal-repository-items/value/0";
    let mut example = document
        .pointer(example)
        .ok_or("error: no example")?
        .clone();
    let object = example
        .as_object_mut()
        .ok_or("error: the example is no object")?;
    // serde's `Option` does not tell null from what is not there, and so would lose it
    object.retain(|name, value| {
        !value.is_null() && !["security_and_analysis", "code_of_conduct"].contains(&name.as_str())
    });
    let example = example.to_string();
    let mut text = b"[".to_vec();
    let mut number = 0;
    while text.len() < BYTES {
        let another = example.replace("Hello-World", &format!("hello-world-{number}"));
        let mut another: Value = serde_json::from_str(&another)?;
        another["id"] = json!(1_296_269 + number);
        another["stargazers_count"] = json!(number * 7 % 100_003);
        another["description"] = match number % 4 {
            0 => Value::Null,
            1 => json!("A \"quoted\" one,\nof two lines"),
            2 => json!(format!("Números {number}, größer – 数")),
            _ => json!("This your first repo!"),
        };
        if number > 0 {
            text.push(b',');
        }
        serde_json::to_writer(&mut text, &another)?;
        number += 1;
    }
    text.push(b']');
    Ok(text)
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Policy {
    All,
    CollaboratorsOnly,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Repository {
    id: i64,
    node_id: String,
    name: String,
    full_name: String,
    owner: User,
    private: bool,
    html_url: String,
    description: Option<String>,
    fork: bool,
    url: String,
    archive_url: String,
    assignees_url: String,
    blobs_url: String,
    branches_url: String,
    collaborators_url: String,
    comments_url: String,
    commits_url: String,
    compare_url: String,
    contents_url: String,
    contributors_url: String,
    deployments_url: String,
    downloads_url: String,
    events_url: String,
    forks_url: String,
    git_commits_url: String,
    git_refs_url: String,
    git_tags_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    git_url: Option<String>,
    issue_comment_url: String,
    issue_events_url: String,
    issues_url: String,
    keys_url: String,
    labels_url: String,
    languages_url: String,
    merges_url: String,
    milestones_url: String,
    notifications_url: String,
    pulls_url: String,
    releases_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ssh_url: Option<String>,
    stargazers_url: String,
    statuses_url: String,
    subscribers_url: String,
    subscription_url: String,
    tags_url: String,
    teams_url: String,
    trees_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    clone_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mirror_url: Option<String>,
    hooks_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    svn_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    forks_count: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stargazers_count: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    watchers_count: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    default_branch: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    open_issues_count: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_template: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    topics: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    has_issues: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    has_projects: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    has_wiki: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    has_pages: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    has_downloads: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    has_discussions: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    has_pull_requests: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pull_request_creation_policy: Option<Policy>,
    #[serde(skip_serializing_if = "Option::is_none")]
    archived: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    disabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    visibility: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pushed_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    permissions: Option<Permissions>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    temp_clone_token: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delete_branch_on_merge: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subscribers_count: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    network_count: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<License>,
    #[serde(skip_serializing_if = "Option::is_none")]
    forks: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    open_issues: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    watchers: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allow_forking: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    web_commit_signoff_required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    custom_properties: Option<BTreeMap<String, Value>>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct User {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    login: String,
    id: i64,
    node_id: String,
    avatar_url: String,
    gravatar_id: Option<String>,
    url: String,
    html_url: String,
    followers_url: String,
    following_url: String,
    gists_url: String,
    starred_url: String,
    subscriptions_url: String,
    organizations_url: String,
    repos_url: String,
    events_url: String,
    received_events_url: String,
    #[serde(rename = "type")]
    type_: String,
    site_admin: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    starred_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_view_type: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Permissions {
    #[serde(skip_serializing_if = "Option::is_none")]
    admin: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maintain: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    push: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    triage: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pull: Option<bool>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct License {
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spdx_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    node_id: Option<String>,
}
