//! Three operations of GitHub by hand: who I am, a repository, its issues. Assembled by `bench/application.rs`.

use reqwest::{Client, RequestBuilder};
use serde::Deserialize;
use serde::de::DeserializeOwned;

type Failure = Box<dyn std::error::Error>;

#[derive(Debug, Deserialize)]
struct User {
    login: String,
    name: Option<String>,
    public_repos: i64,
}

#[derive(Debug, Deserialize)]
struct Repository {
    full_name: String,
    stargazers_count: i64,
}

#[derive(Debug, Deserialize)]
struct Issue {
    number: i64,
    title: String,
}

#[derive(Debug, Deserialize)]
struct Problem {
    message: String,
    documentation_url: Option<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let token = std::env::var("GITHUB_TOKEN")?;
    let client = Client::builder().user_agent("by-hand").build()?;
    let get = |path: &str| {
        client
            .get(format!("https://api.github.com{path}"))
            .bearer_auth(&token)
    };
    let user: User = fetch(get("/user")).await?;
    println!("{} {:?} {}", user.login, user.name, user.public_repos);
    let repository: Repository = fetch(get("/repos/rust-lang/rust")).await?;
    println!(
        "{}: {} stars",
        repository.full_name, repository.stargazers_count
    );
    let issues: Vec<Issue> =
        fetch(get("/repos/rust-lang/rust/issues").query(&[("per_page", 10)])).await?;
    for issue in issues {
        println!("{} {}", issue.number, issue.title);
    }
    Ok(())
}

async fn fetch<T: DeserializeOwned>(request: RequestBuilder) -> Result<T, Failure> {
    let reply = request.send().await?;
    if reply.status().is_success() {
        return Ok(reply.json().await?);
    }
    let status = reply.status();
    let problem: Problem = reply.json().await?;
    Err(format!(
        "{status}: {} {:?}",
        problem.message, problem.documentation_url
    )
    .into())
}
