//! What a server reads of what the API sends by itself.

use webhooks_webhooks_and_callbacks::runtime::from_json;
use webhooks_webhooks_and_callbacks::webhooks::{CreateOrderShipped, NewOrder};

#[test]
fn bodies_are_read_by_name() {
    let order: NewOrder = from_json(br#"{"id":"1","more":true}"#).expect("an order");
    assert_eq!(order.id, "1");
    let shipped: CreateOrderShipped = from_json(b"{}").expect("a shipment");
    assert_eq!(shipped.at, None);
    assert!(from_json::<NewOrder>(b"{}").is_err());
}
