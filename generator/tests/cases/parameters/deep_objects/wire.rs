//! Lists by convention, whether their names say that they are lists or not.

use parameters_deep_objects::Client;
use parameters_deep_objects::runtime::RecordingTransport;

#[tokio::test]
async fn brackets_are_written_once() {
    let transport = RecordingTransport::new();
    transport.reply(204, &[], "");
    let client = Client::builder()
        .base_url("http://localhost")
        .transport(transport.clone())
        .build()
        .expect("a client");
    let list = |items: [&str; 2]| items.map(str::to_owned).to_vec();
    let call = client.list_charges().expand(list(["a", "b"]));
    call.title(list(["c", "d"])).await.expect("204");
    let requests = transport.requests();
    let query = requests[0].uri().query().expect("a query");
    assert_eq!(query, "expand%5B%5D=a&expand%5B%5D=b&title%5B%5D=c&title%5B%5D=d");
}
