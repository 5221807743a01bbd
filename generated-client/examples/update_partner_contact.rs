// Made by clientsmith from `ocamba-hood.yaml`. Do not edit: `cargo xtask codegen` makes it anew.

//! Calls `update_partner_contact`: set the credential, then `cargo run --example update_partner_contact`.

use ocamba_hood::Client;
use ocamba_hood::types::{ContactType, PartnerContactPatch};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder().bearer_token(std::env::var("API_TOKEN")?).build()?;
    let response = client
        .update_partner_contact(
            "12345",
            "95eb301b-6aaf-42ad-a219-ccbd5f4d3d2b",
            PartnerContactPatch::new()
                .value("name@example.com")
                .type_(ContactType::Email),
        )
        .await?;
    println!("{:?}", response.status());
    Ok(())
}
