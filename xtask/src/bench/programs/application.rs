//! Three operations of GitHub by the generated client: who I am, a repository, its issues. Assembled by
//! `bench/application.rs`.

use measured_client::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let token = std::env::var("GITHUB_TOKEN")?;
    let client = Client::builder()
        .header("authorization", &format!("Bearer {token}"))
        .build()?;
    println!("{:?}", client.users_get_authenticated().await?.into_body());
    let repository = client.repos_get("rust-lang", "rust").await?.into_body();
    println!(
        "{}: {} stars",
        repository.full_name, repository.stargazers_count
    );
    let issues = client
        .issues_list_for_repo("rust-lang", "rust")
        .per_page(10)
        .await?
        .into_body();
    for issue in issues {
        println!("{} {}", issue.number, issue.title);
    }
    Ok(())
}
