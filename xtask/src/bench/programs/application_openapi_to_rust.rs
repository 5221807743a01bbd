//! Three operations of GitHub by openapi-to-rust's client: who I am, a repository, its issues. Assembled by
//! `bench/application.rs`.

use measured_client::generated::HttpClient;

const NONE: Option<&str> = None;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let token = std::env::var("GITHUB_TOKEN")?;
    let client = HttpClient::new().with_api_key(token);
    println!("{:?}", client.users_get_authenticated().await?);
    let repository = client.repos_get("rust-lang", "rust").await?;
    println!(
        "{}: {} stars",
        repository.full_name, repository.stargazers_count
    );
    let issues = client
        .issues_list_for_repo(
            "rust-lang",
            "rust",
            NONE,
            None,
            NONE,
            NONE,
            NONE,
            NONE,
            NONE,
            None,
            None,
            NONE,
            Some(10),
            None,
        )
        .await?;
    for issue in issues {
        println!("{} {}", issue.number, issue.title);
    }
    Ok(())
}
