//! The guide's `clientsmith.toml` has every key, and is read as it stands there.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::path::Path;

use clientsmith::configuration::parse_configuration;
use clientsmith::diagnostics::Sink;
use clientsmith::diagnostics::render::{Color, render_human};
use clientsmith::options::{EnumForm, Form, LimitScope, Notation, Overlay, Replacement, Runtime};

fn example() -> &'static str {
    let guide = include_str!("../GUIDE.md");
    let (_, from) = guide
        .split_once("```toml\n# clientsmith.toml\n")
        .expect("the example");
    let (example, _) = from.split_once("```").expect("its end");
    example
}

#[test]
fn the_guide_has_a_configuration_that_is_read() {
    let mut sink = Sink::new();
    let read = parse_configuration(
        "clientsmith.toml",
        example(),
        Path::new("folder"),
        &mut sink,
    );
    let said = render_human(&sink.finish(), None, Color::Plain);
    assert_eq!(said, "");
    let read = read.expect("a configuration");
    assert_eq!(
        read.document.as_deref(),
        Some(Path::new("folder/openapi.yaml"))
    );
    assert_eq!(read.output.as_deref(), Some(Path::new("folder/client")));
    assert!(read.strict);
    let options = read.options;
    assert_eq!(options.overlays, [Overlay::Path("folder/ours.yaml".into())]);
    assert_eq!(options.name.as_deref(), Some("pet-store"));
    assert_eq!(options.form, Form::Crate);
    assert_eq!(options.runtime, Runtime::Copied);
    assert_eq!(options.command.as_deref(), Some("cargo xtask codegen"));
    assert_eq!(options.manifest.version.as_deref(), Some("0.3.0"));
    assert_eq!(options.manifest.license.as_deref(), Some("MIT"));
    assert_eq!(options.manifest.authors, ["Ada <ada@example.com>"]);
    let serde = "{ version = \"1\", features = [\"derive\"] }";
    assert_eq!(
        options.manifest.dependencies,
        [("serde".to_owned(), serde.to_owned())]
    );
    assert_eq!(options.selection.include.len(), 2);
    assert_eq!(options.selection.exclude.len(), 1);
    let limit = options.limits.first().expect("a limit");
    assert_eq!(
        (limit.limit, limit.window_millis, limit.on.len()),
        (10, 1000, 2)
    );
    assert_eq!(limit.scope, LimitScope::Document);
    assert_eq!(options.names.operations.len(), 1);
    assert_eq!(
        options.names.types.get("PetDto").map(String::as_str),
        Some("Pet")
    );
    assert_eq!(options.names.fields.len(), 1);
    assert_eq!(options.names.values.len(), 1);
    assert_eq!(options.types.derives.len(), 2);
    let jiff = Replacement::new("jiff");
    assert_eq!(options.types.formats.get("date-time"), Some(&jiff));
    let iban = options.types.formats.get("iban").expect("a type");
    assert_eq!(iban.notation, Some(Notation::Text));
    assert_eq!(iban.vacant.as_deref(), Some("bank::Iban::NONE"));
    let decimal = Replacement::new("rust_decimal");
    assert_eq!(options.types.schemas.get("Order.total"), Some(&decimal));
    assert_eq!(options.types.enums, EnumForm::Open);
    assert_eq!(
        options.types.enums_by_type.get("Kind"),
        Some(&EnumForm::Closed)
    );
}

#[test]
fn a_module_and_a_runtime_elsewhere_are_chosen() {
    let text = "[package]\nmodule = \"crate::api\"\nruntime = { path = \"../runtime\" }\n";
    let mut sink = Sink::new();
    let read = parse_configuration("clientsmith.toml", text, Path::new(""), &mut sink);
    assert!(sink.finish().is_empty());
    let options = read.expect("a configuration").options;
    assert_eq!(
        (options.form, options.module_path.as_deref()),
        (Form::Module, Some("crate::api"))
    );
    let path = Some("../runtime".to_owned());
    assert_eq!(options.runtime, Runtime::Dependency { path });
}

#[test]
fn a_module_stands_below_its_crate() {
    for path in ["api", "super::api", "crate::", "crate::fn", "crate::my-api"] {
        let text = format!("[package]\nmodule = \"{path}\"\n");
        let mut sink = Sink::new();
        let read = parse_configuration("clientsmith.toml", &text, Path::new(""), &mut sink);
        assert!(read.is_none(), "{path}");
        let said = sink.finish();
        let [diagnostic] = said.as_slice() else {
            unreachable!("{path}: {said:?}")
        };
        assert!(diagnostic.message.contains("`crate::api`"), "{path}");
    }
}

#[test]
fn a_type_that_is_none_is_said_with_its_line() {
    for (text, said) in [
        (
            "[types.formats]\ndate = \"jif\"",
            "no library that is known",
        ),
        (
            "[types.formats]\ndate = \"Vec<\"",
            "no library that is known",
        ),
        (
            "[types.formats]\ndate = { as = \"text\" }",
            "a table with a `type`",
        ),
        (
            "[types.formats]\ndate = { type = \"a::B\", as = \"xml\" }",
            "`text`, `number` or `json`",
        ),
        (
            "[types.schemas]\nPet = { type = \"a::B\", vacant = \"1 + 1\" }",
            "the path of a constant",
        ),
        ("[types.schemas]\nPet = 1", "a text"),
    ] {
        let mut sink = Sink::new();
        let read = parse_configuration("clientsmith.toml", text, Path::new(""), &mut sink);
        assert!(read.is_none(), "{text}");
        let shown = render_human(&sink.finish(), None, Color::Plain);
        assert!(
            shown.contains(said) && shown.contains("clientsmith.toml:2:"),
            "{shown}"
        );
    }
}
