//! Streams of items: events as the HTML standard has them, lines, and sequences, each the same in
//! whatever pieces the bytes arrive. Not what the client does around them.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::collections::VecDeque;
use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use clientsmith_runtime::{
    Body, BoxError, ByteStream, EventStream, Framing, Reply, ServerSentEvent, StreamError, Value,
};
use http_body::Frame;
use proptest::prelude::*;

/// A body that arrives in these pieces, and then ends or breaks.
struct Pieces(VecDeque<Result<Bytes, BoxError>>);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        Poll::Ready(self.0.pop_front().map(|piece| piece.map(Frame::data)))
    }
}

/// Nothing in here ever waits.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("it waits"),
    }
}

fn stream(pieces: Vec<Result<Bytes, BoxError>>) -> ByteStream {
    ByteStream::from(Body::stream(Pieces(pieces.into())))
}

fn cut(text: &[u8], cuts: &[usize]) -> Vec<Result<Bytes, BoxError>> {
    let mut cuts: Vec<_> = cuts.iter().map(|cut| cut % (text.len() + 1)).collect();
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    let pieces = cuts.windows(2).map(|pair| match pair {
        [from, to] => Ok(Bytes::copy_from_slice(
            text.get(*from..*to).unwrap_or_default(),
        )),
        _ => Ok(Bytes::new()),
    });
    pieces.collect()
}

fn events_in(pieces: Vec<Result<Bytes, BoxError>>) -> Vec<ServerSentEvent> {
    let mut events = EventStream::new(stream(pieces), Framing::Event);
    let mut all = Vec::new();
    while let Some(event) = now(events.next()) {
        all.push(event.expect("an event"));
    }
    all
}

fn events(text: &str) -> Vec<(String, String, String)> {
    let told = |event: ServerSentEvent| {
        let (name, id) = (
            event.event.unwrap_or_default(),
            event.id.unwrap_or_default(),
        );
        (name, event.data, id)
    };
    let events = events_in(cut(text.as_bytes(), &[]));
    events.into_iter().map(told).collect()
}

fn event(event: &str, data: &str, id: &str) -> (String, String, String) {
    (event.to_owned(), data.to_owned(), id.to_owned())
}

#[test]
fn the_examples_of_the_standard() {
    assert_eq!(
        events("data: YHOO\ndata: +2\ndata: 10\n\n"),
        [event("", "YHOO\n+2\n10", "")]
    );
    let stream =
        ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event";
    assert_eq!(
        events(stream),
        [event("", "first event", "1"), event("", "second event", "")]
    );
    assert_eq!(
        events("data\n\ndata\ndata\n\ndata:"),
        [event("", "", ""), event("", "\n", "")]
    );
    assert_eq!(
        events("data:test\n\ndata: test\n\n"),
        [event("", "test", ""), event("", "test", "")]
    );
    assert_eq!(
        events("event: add\ndata: 73857293\n\nevent: remove\ndata: 2153\n\n"),
        [event("add", "73857293", ""), event("remove", "2153", "")]
    );
}

#[test]
fn what_ends_a_line() {
    for end in ["\n", "\r\n", "\r"] {
        let text = format!("\u{FEFF}event: a{end}data: 1{end}{end}data: 2{end}{end}");
        assert_eq!(
            events(&text),
            [event("a", "1", ""), event("", "2", "")],
            "{end:?}"
        );
    }
    assert_eq!(
        events("data: 1\r\n\rdata: 2\n\n"),
        [event("", "1", ""), event("", "2", "")]
    );
}

#[test]
fn what_is_passed_over() {
    assert_eq!(
        events(":\n: ping\n\nfoo: bar\nretry: soon\nDATA: x\n\n"),
        []
    );
    assert_eq!(events("event: a\n\ndata: 1\n\n"), [event("", "1", "")]); // the name is forgotten
    assert_eq!(events("id: a\0b\ndata: 1\n\n"), [event("", "1", "")]);
    assert_eq!(events("id: 7\n\ndata: 1\n\n"), [event("", "1", "7")]);
}

#[test]
fn the_last_id_and_the_reconnection_time_are_told() {
    let text = b"retry: 1500\nid: 4\ndata: {}\n\ndata: {}\n\nid: 5\n";
    let mut events = EventStream::<Value>::new(stream(cut(text, &[])), Framing::EventData);
    while let Some(event) = now(events.next()) {
        event.expect("an event");
    }
    assert_eq!(events.last_event_id(), "4");
    let time = events.reconnection_time().expect("a time");
    assert_eq!(time.as_millis(), 1500);
}

#[test]
fn data_is_json_until_it_is_done() {
    let text = b"data: {\"a\":\ndata: 1}\n\n: ping\n\ndata:\n\ndata: no\n\ndata: 2\n\ndata: [DONE]\n\ndata: 3\n\n";
    let mut events = EventStream::<Value>::new(stream(cut(text, &[])), Framing::EventData);
    let first = now(events.next()).expect("an item").expect("JSON");
    assert!(first.get("a").is_some());
    let second = now(events.next()).expect("an item");
    let Err(StreamError::Decode(_, bytes)) = second else {
        panic!("{second:?}");
    };
    assert_eq!(&*bytes, b"no");
    let third = now(events.next()).expect("an item").expect("JSON");
    assert_eq!(third.to_string(), "2");
    assert!(now(events.next()).is_none());
    assert!(now(events.next()).is_none());
}

#[test]
fn an_event_as_an_object_with_its_data_as_json() {
    let text = b"event: done\ndata: {\"a\":1}\n\nevent: end\ndata: [DONE]\n\n";
    let mut events = EventStream::<Value>::new(stream(cut(text, &[])), Framing::EventWithJson);
    let first = now(events.next()).expect("an item").expect("JSON");
    assert_eq!(first.to_string(), r#"{"event":"done","data":{"a":1}}"#);
    let second = now(events.next()).expect("an item").expect("JSON");
    assert_eq!(second.to_string(), r#"{"event":"end","data":"[DONE]"}"#);
}

#[test]
fn what_breaks_is_an_error_and_the_end() {
    let pieces = vec![
        Ok(Bytes::from_static(b"data: 1\n\ndata: 2\n")),
        Err("cut".into()),
    ];
    let mut events = EventStream::<Value>::new(stream(pieces), Framing::EventData);
    assert!(matches!(now(events.next()), Some(Ok(_))));
    assert!(matches!(
        now(events.next()),
        Some(Err(StreamError::Transport(_)))
    ));
    assert!(now(events.next()).is_none());
}

#[test]
fn an_item_without_an_end_is_an_error_before_it_fills_the_memory() {
    for (framing, start) in [
        (Framing::EventData, "data: "),
        (Framing::Lines, ""),
        (Framing::Sequence, "\u{1E}\""),
    ] {
        let mut pieces = vec![Ok(Bytes::from(start))];
        pieces.extend((0..100).map(|_| Ok(Bytes::from_static(&[b'1'; 1000]))));
        let mut events = EventStream::<Value>::new(stream(pieces), framing);
        events.set_largest_item(10_000);
        let first = now(events.next());
        assert!(
            matches!(first, Some(Err(StreamError::TooLarge(10_000)))),
            "{framing:?}: {first:?}"
        );
        assert!(now(events.next()).is_none());
    }
}

fn texts(framing: Framing, pieces: Vec<Result<Bytes, BoxError>>) -> Vec<String> {
    let mut items = EventStream::<Value>::new(stream(pieces), framing);
    let mut all = Vec::new();
    while let Some(item) = now(items.next()) {
        all.push(item.map_or_else(|error| error.to_string(), |item| item.to_string()));
    }
    all
}

#[test]
fn lines() {
    let text = b"{\"a\":1}\r\n\n  \n2\n[3,\n\"4\"";
    let told = texts(Framing::Lines, cut(text, &[]));
    let [first, second, third, fourth] = told.as_slice() else {
        panic!("{told:?}");
    };
    assert_eq!([first, second, fourth], [r#"{"a":1}"#, "2", r#""4""#]);
    assert!(third.contains("not what is documented"), "{third}");
}

#[test]
fn sequences() {
    let text = b"\x1E{\"a\":\n1}\n\x1E\x1E2\n\x1E[3\n\x1E12\x1Etrue\n\x1E\"x\"";
    let told = texts(Framing::Sequence, cut(text, &[]));
    let [first, second, third, fourth, fifth, sixth] = told.as_slice() else {
        panic!("{told:?}");
    };
    assert_eq!(
        [first, second, fifth, sixth],
        [r#"{"a":1}"#, "2", "true", r#""x""#]
    );
    assert!(third.contains("not what is documented"), "cut: {third}");
    assert!(
        fourth.contains("not what is documented"),
        "may be cut: {fourth}"
    );
}

#[test]
fn all_items_of_a_reply_that_is_here() {
    let reply = Reply::new(
        http::StatusCode::OK,
        http::HeaderMap::new(),
        &b"1\n2\n3"[..],
    );
    let items: Vec<i64> = reply.items(Framing::Lines).expect("numbers");
    assert_eq!(items, [1, 2, 3]);
}

/// Texts that are mostly made of what means something.
fn soup(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    let word = proptest::sample::select(words);
    proptest::collection::vec(word, 0..40).prop_map(|words| words.concat())
}

const EVENTS: &[&str] = &[
    "\n", "\r", "\r\n", "data", "data:", ": ", "id: 1", "event: a", "retry: 1", "\u{FEFF}", "é",
    "x", "\n\n",
];
const JSON: &[&str] = &[
    "\n",
    "\r\n",
    "\u{1E}",
    "{",
    "}",
    "\"",
    "\\",
    "1",
    "[2]",
    " ",
    "{\"a\":\"\n\"}",
    "é",
];

proptest! {
    #[test]
    fn events_are_the_same_in_whatever_pieces(text in soup(EVENTS), cuts in proptest::collection::vec(any::<usize>(), 0..20)) {
        let whole = events_in(cut(text.as_bytes(), &[]));
        prop_assert_eq!(&whole, &events_in(cut(text.as_bytes(), &cuts)));
        let single: Vec<_> = (0..text.len()).collect();
        prop_assert_eq!(&whole, &events_in(cut(text.as_bytes(), &single)));
    }

    #[test]
    fn lines_and_sequences_are_the_same_in_whatever_pieces(text in soup(JSON), cuts in proptest::collection::vec(any::<usize>(), 0..20)) {
        for framing in [Framing::Lines, Framing::Sequence] {
            let whole = texts(framing, cut(text.as_bytes(), &[]));
            prop_assert_eq!(&whole, &texts(framing, cut(text.as_bytes(), &cuts)));
        }
    }

    #[test]
    fn values_survive_as_lines_and_as_sequences(numbers in proptest::collection::vec(any::<i64>(), 0..20), cuts in proptest::collection::vec(any::<usize>(), 0..20)) {
        let lines: String = numbers.iter().map(|number| format!("{number}\n")).collect();
        let sequence: String = numbers.iter().map(|number| format!("\u{1E}{number}\n")).collect();
        let expected: Vec<_> = numbers.iter().map(ToString::to_string).collect();
        prop_assert_eq!(&expected, &texts(Framing::Lines, cut(lines.as_bytes(), &cuts)));
        prop_assert_eq!(&expected, &texts(Framing::Sequence, cut(sequence.as_bytes(), &cuts)));
    }
}

#[test]
fn bytes_arrive_as_they_come() {
    let pieces = vec![
        Ok(Bytes::from_static(b"ab")),
        Ok(Bytes::new()),
        Ok(Bytes::from_static(b"c")),
    ];
    let mut bytes = stream(pieces);
    assert_eq!(
        now(bytes.chunk()).and_then(Result::ok).as_deref(),
        Some(&b"ab"[..])
    );
    let rest: Result<Bytes, StreamError> = now(bytes.collect());
    assert_eq!(rest.expect("the rest").as_ref(), b"c");
}
