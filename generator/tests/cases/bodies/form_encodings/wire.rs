//! What encodings make of a form on the wire.

use bodies_form_encodings::Client;
use bodies_form_encodings::runtime::{Map, RecordingTransport, Value};
use bodies_form_encodings::types::{
    SearchRequest, SearchRequestArea, SubscribeRequest, SubscribeRequestItemsItem,
};

async fn sent(call: impl AsyncFnOnce(Client)) -> String {
    let transport = RecordingTransport::new();
    transport.reply(204, &[], "");
    let client = Client::builder()
        .base_url("http://localhost")
        .transport(transport.clone())
        .build()
        .expect("a client");
    call(client).await;
    String::from_utf8(transport.requests()[0].body().to_vec()).expect("text")
}

#[tokio::test]
async fn deep_objects_go_on_into_lists() {
    let items = vec![
        SubscribeRequestItemsItem::new().price("p 1"),
        SubscribeRequestItemsItem::new().tiers(vec![7, 8]),
    ];
    let request = SubscribeRequest::new()
        .customer("cus_1")
        .items(items)
        .metadata(Map::from([("order", "6735".to_owned())]));
    let sent = sent(async |client| {
        client.subscribe().body(request).await.expect("204");
    });
    assert_eq!(
        sent.await,
        "customer=cus_1&items%5B0%5D%5Bprice%5D=p+1&items%5B1%5D%5Btiers%5D%5B0%5D=7\
         &items%5B1%5D%5Btiers%5D%5B1%5D=8&metadata%5Border%5D=6735"
    );
}

#[tokio::test]
async fn each_property_has_its_own_rule() {
    let request = SearchRequest::new(vec!["a|b".to_owned(), "c".to_owned()])
        .url("https://x/?a=b&c=d e")
        .filter(vec![Map::from([("k", Value::from(1))])])
        .area(SearchRequestArea::new().lat(1.5).long(-2.0));
    let sent = sent(async |client| {
        client.search(request).await.expect("204");
    });
    assert_eq!(
        sent.await,
        "url=https://x/?a%3Db%26c%3Dd+e&tags=a%7Cb%7Cc&filter=%7B%22k%22%3A1%7D&lat=1.5&long=-2"
    );
}
