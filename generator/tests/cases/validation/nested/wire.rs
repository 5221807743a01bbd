//! Rules of what is inside of a value: wherever it stands, its own are asked.

use validation_nested::runtime::{Map, Nullable, from_json};
use validation_nested::runtime::Validate;
use validation_nested::types::{Bird, Forest, Squirrel, Tree, TreeGuest};

/// Where a tree is not as it should be, and by which keyword.
fn wrong(tree: &Tree) -> Vec<(String, &'static str)> {
    let error = tree.validate().err();
    let violations = error.iter().flat_map(|error| error.violations());
    violations
        .map(|violation| (violation.pointer().to_owned(), violation.rule().keyword()))
        .collect()
}

fn at(pointer: &str, keyword: &'static str) -> Vec<(String, &'static str)> {
    vec![(pointer.to_owned(), keyword)]
}

fn tree() -> Tree {
    Tree::new("oak")
}

#[test]
fn all_parts_hold_together() {
    assert_eq!(wrong(&tree()), []);
    assert_eq!(wrong(&Tree::new("")), at("/name", "minLength"));
    assert_eq!(wrong(&Tree::new("123456789")), at("/name", "maxLength"));
    assert_eq!(wrong(&tree().short("123")), []);
    assert_eq!(wrong(&tree().short("1234")), at("/short", "maxLength"));
    assert_eq!(wrong(&tree().short("")), at("/short", "minLength"));
    assert_eq!(wrong(&tree().shorter("123")), at("/shorter", "maxLength"));
    // what two parts demand is told for each of them
    let both = tree().shorter("123456789");
    assert_eq!(wrong(&both).len(), 2);
}

#[test]
fn null_is_held_to_nothing() {
    assert_eq!(wrong(&tree().nickname(Nullable::Null)), []);
    assert_eq!(wrong(&tree().nickname("a")), at("/nickname", "minLength"));
}

#[test]
fn items_values_and_names_are_held_to_their_own() {
    let names = |names: &[&str]| tree().names(names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
    assert_eq!(wrong(&names(&["abcd"])), []);
    assert_eq!(wrong(&names(&["abcd", "abcde"])), at("/names/1", "maxLength"));
    assert_eq!(wrong(&names(&["", "abcd"])), at("/names/0", "minLength"));
    assert_eq!(wrong(&tree().place((90.0, -180.0))), []);
    assert_eq!(wrong(&tree().place((90.5, 0.0))), at("/place/0", "maximum"));
    assert_eq!(wrong(&tree().place((0.0, -181.0))), at("/place/1", "minimum"));
    let label = |name: &str, value: &str| {
        let mut labels = Map::new();
        labels.insert(name.to_owned(), value.to_owned());
        tree().labels(labels)
    };
    assert_eq!(wrong(&label("a", "12")), []);
    assert_eq!(wrong(&label("a", "123")), at("/labels/a", "maxLength"));
    assert_eq!(wrong(&label("a/b", "12")), at("/labels", "pattern"));
    assert_eq!(wrong(&label("A", "123")).len(), 2);
}

#[test]
fn what_consists_of_itself_is_held_at_every_level() {
    let deep = tree().children(vec![tree(), tree().parent(Tree::new(""))]);
    assert_eq!(wrong(&deep), at("/children/1/parent/name", "minLength"));
    let many = tree().parent(tree().children(vec![tree(), tree(), tree()]));
    assert_eq!(wrong(&many), at("/parent/children", "maxItems"));
    let forest: Forest = from_json(b"[[[], []]]").expect("a forest");
    assert_eq!(wrong(&tree().forest(forest)), at("/forest/0", "maxItems"));
}

#[test]
fn a_variant_is_held_to_its_own_rules_and_not_to_those_of_others() {
    assert_eq!(wrong(&tree().guest(Bird::new(2))), []);
    assert_eq!(wrong(&tree().guest(Bird::new(3))), at("/guest/wings", "maximum"));
    assert_eq!(wrong(&tree().guest(Squirrel::new(0))), at("/guest/nuts", "minimum"));
    assert_eq!(wrong(&tree().guest("abc".to_owned())), []);
    assert_eq!(wrong(&tree().guest("ab".to_owned())), at("/guest", "minLength"));
    let mut squirrel = Squirrel::new(1);
    squirrel.additional_properties.insert("tail".to_owned(), "long".to_owned());
    assert_eq!(wrong(&tree().guest(squirrel)), at("/guest/tail", "maxLength"));
    // what no variant is came from a reply, and is held to nothing
    let unknown: TreeGuest = from_json(b"[1]").expect("a guest");
    assert_eq!(wrong(&tree().guest(unknown)), []);
}

#[test]
fn each_kind_of_a_value_is_held_to_what_is_about_it() {
    let of = |json: &str| {
        let text = format!(r#"{{"name":"oak","height":{json}}}"#);
        wrong(&from_json::<Tree>(text.as_bytes()).expect("a tree"))
    };
    assert_eq!(of("1"), []);
    assert_eq!(of("0"), at("/height", "minimum"));
    assert_eq!(of("\"0\""), []);
    assert_eq!(of("\"\""), at("/height", "minLength"));
}
