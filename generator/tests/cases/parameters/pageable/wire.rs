//! Spring's `Pageable`, as springdoc describes it.

use parameters_pageable::Client;
use parameters_pageable::runtime::RecordingTransport;
use parameters_pageable::types::Pageable;

#[tokio::test]
async fn each_item_of_its_list_is_a_pair() {
    let transport = RecordingTransport::new();
    transport.reply(204, &[], "");
    let client = Client::builder()
        .base_url("http://localhost")
        .transport(transport.clone())
        .build()
        .expect("a client");
    let sort = ["name,asc", "id"].map(str::to_owned).to_vec();
    let page = Pageable::new().page(2).sort(sort);
    client.list_pets(page).await.expect("204");
    let requests = transport.requests();
    let query = requests[0].uri().query().expect("a query");
    assert_eq!(query, "page=2&sort=name%2Casc&sort=id");
}
