//! Queries and what they select: the tables of RFC 9535, and what it forbids.

use super::{parse_query, select};
use crate::diagnostics::Sink;
use crate::source::{Node, Token, read_text};

fn tree(text: &str) -> Node {
    let mut sink = Sink::new();
    let root = read_text("tree.yaml", text.to_owned(), &mut sink).map(|source| source.root);
    sink.finish(); // a flow mapping is not quite JSON
    root.unwrap_or(Node::Null)
}

/// The places that a query selects, as `a/0/b`, one behind the other.
fn selected(query: &str, tree: &Node) -> String {
    let query = match parse_query(query) {
        Ok(query) => query,
        Err(error) => return format!("{} at {}", error.message, error.at),
    };
    let places = select(&query, tree).into_iter().map(|place| {
        let steps = place.iter().map(|token| match token {
            Token::Key(key) => key.to_string(),
            Token::Index(index) => index.to_string(),
        });
        steps.collect::<Vec<_>>().join("/")
    });
    places.collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(tree_: &str, rules: &[(&str, &str)]) {
    let tree = tree(tree_);
    for (query, expected) in rules {
        assert_eq!(selected(query, &tree), *expected, "{query}");
    }
}

#[test]
fn names_wildcards_indices_and_slices_select_children() {
    check(
        "{ o: { 'j j': { 'k.k': 3 } }, \"'\": { '@': 2 }, a: [x, y, z, u, v], é: 1 }",
        &[
            ("$", ""),
            ("$.o['j j']", "o/j j"),
            ("$.o['j j'][\"k.k\"]", "o/j j/k.k"),
            ("$[\"'\"]['@']", "'/@"),
            ("$['\\u00e9']", "é"),
            ("$.é", "é"),
            ("$.missing", ""),
            ("$.o[0]", ""),
            ("$.a.name", ""),
            ("$.o.*", "o/j j"),
            ("$.a[1]", "a/1"),
            ("$.a[-2]", "a/3"),
            ("$.a[-6]", ""),
            ("$.a[1:3]", "a/1 a/2"),
            ("$.a[3:]", "a/3 a/4"),
            ("$.a[1:5:2]", "a/1 a/3"),
            ("$.a[5:1:-2]", "a/4 a/2"),
            ("$.a[::-1]", "a/4 a/3 a/2 a/1 a/0"),
            ("$.a[::0]", ""),
            ("$.a[0, -1, 0]", "a/0 a/4"),
            ("$ ['a'] [ 0 ]", "a/0"),
        ],
    );
}

#[test]
fn descendants_are_selected_from_the_outside_in() {
    check(
        "{ o: { j: 1, k: 2 }, a: [5, 3, [{ j: 4 }, { k: 6 }]] }",
        &[
            ("$..j", "o/j a/2/0/j"),
            ("$..[0]", "a/0 a/2/0"),
            ("$.o..[*, *]", "o/j o/k"),
            ("$.a..[0, 1]", "a/0 a/1 a/2/0 a/2/1"),
            (
                "$..*",
                "o a o/j o/k a/0 a/1 a/2 a/2/0 a/2/1 a/2/0/j a/2/1/k",
            ),
        ],
    );
}

#[test]
fn filters_ask_whether_something_is_there_and_compare_values() {
    check(
        "{ a: [3, 5, 1, 2, 4, 6, { b: j }, { b: k }, { b: {} }, { b: kilo }], o: { p: 1, q: 2, r: 3, s: 5, t: { u: 6 } }, e: f, n: null }",
        &[
            ("$.a[?@.b == 'kilo']", "a/9"),
            ("$.a[?(@.b == 'kilo')]", "a/9"),
            ("$.a[?@ > 3.5]", "a/1 a/4 a/5"),
            ("$.a[?@.b]", "a/6 a/7 a/8 a/9"),
            ("$[?@.*]", "a o"),
            ("$[?@[?@.b]]", "a"),
            ("$.o[?@ < 3, ?@ < 3]", "o/p o/q"),
            ("$.a[?@ < 2 || @.b == \"k\"]", "a/2 a/7"),
            ("$.a[?match(@.b, '[jk]')]", "a/6 a/7"),
            ("$.a[?search(@.b, '[jk]')]", "a/6 a/7 a/9"),
            ("$.o[?@ > 1 && @ < 4]", "o/q o/r"),
            ("$.o[?@.u || @.x]", "o/t"),
            ("$.o[?!@.u && !(@ == 1 || @ == 2)]", "o/r o/s"),
            ("$.a[?@.b == $.x]", "a/0 a/1 a/2 a/3 a/4 a/5"),
            ("$.a[?@ == @]", "a/0 a/1 a/2 a/3 a/4 a/5 a/6 a/7 a/8 a/9"),
            ("$[?@ == null]", "n"),
            ("$.a[?length(@.b) > 3]", "a/9"),
            ("$[?count(@.*) == 5]", "o"),
            ("$.o[?value(@..u) == 6]", "o/t"),
            ("$.o[?@ == 1e0]", "o/p"),
            ("$.a[?@ <= 1]", "a/2"),
            ("$.a[?'1' < @]", ""),
        ],
    );
}

#[test]
fn what_is_no_query_is_refused_with_its_place() {
    check(
        "{}",
        &[
            ("", "a query begins with `$` at 0"),
            ("paths.x", "a query begins with `$` at 0"),
            (
                "$.paths./pets",
                "a name, or `*`, is expected; write others as `['a-b']` at 8",
            ),
            ("$.a-b", "`.`, `..` or `[` is expected at 3"),
            ("$['a", "the quotes are not closed at 4"),
            ("$['a'", "`]` is expected at 5"),
            ("$[01]", "this is no integer that JSONPath has at 2"),
            ("$[-0]", "this is no integer that JSONPath has at 2"),
            (
                "$[9007199254740992]",
                "this is no integer that JSONPath has at 2",
            ),
            ("$['\\x']", "this is no escape at 5"),
            ("$['\\ud800']", "this is no character at 9"),
            (
                "$[?@.a == @.*]",
                "a query that may select several nodes is compared at 13",
            ),
            ("$[?1]", "a comparison is expected at 4"),
            ("$[?'a']", "a comparison is expected at 6"),
            ("$[?length(@.a)]", "a comparison is expected at 14"),
            ("$[?count(1) == 1]", "`count` takes other arguments at 11"),
            ("$[?match(@.a)]", "`match` takes other arguments at 13"),
            (
                "$[?match(@.a, 'b') == true]",
                "`match` and `search` are not compared at 21",
            ),
            (
                "$[?!@.a == 1]",
                "put parentheses around what `!` negates at 10",
            ),
            (
                "$[?match(@.a, '(')]",
                "`(` is no regular expression that is understood here at 18",
            ),
            (
                "$[?sum(@.a) == 1]",
                "there is no function `sum`, expected `length`, `count`, `value`, `match` or `search` at 11",
            ),
            ("$[?@.a == 01]", "`01` is no number at 12"),
            ("$ ", "`.`, `..` or `[` is expected at 1"),
        ],
    );
    let deep = format!("$[?{}@.a{}]", "(".repeat(100_000), ")".repeat(100_000));
    assert_eq!(
        selected(&deep, &Node::Null),
        "filters are nested too deeply at 35"
    );
    let deep = format!("$[?{}", "@[?".repeat(100_000));
    assert!(selected(&deep, &Node::Null).starts_with("filters are nested too deeply"));
    let deep = format!("$[?{}", "length(".repeat(100_000));
    assert!(selected(&deep, &Node::Null).starts_with("functions are nested too deeply"));
}
