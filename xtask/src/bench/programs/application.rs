//! Three operations of GitHub by the generated client: who I am, a repository, its issues. Assembled by
//! `bench/application.rs`.

use measured_client::Client;
use measured_client::types::UsersGetAuthenticatedResponse as User;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let token = std::env::var("GITHUB_TOKEN")?;
    let client = Client::builder()
        .header("authorization", &format!("Bearer {token}"))
        .build()?;
    let (login, name, public_repos) = match client.users_get_authenticated().await?.into_body() {
        User::PrivateUser(user) => (user.login, user.name, user.public_repos),
        User::PublicUser(user) => (user.login, user.name, user.public_repos),
        _ => return Err("a user of an unknown kind".into()),
    };
    println!("{login} {:?} {public_repos}", name.as_option());
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
