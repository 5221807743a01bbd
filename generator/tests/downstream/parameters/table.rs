//! The rows as data. The first half is the specification's own table (OpenAPI 3.1.1 and 3.2.0, Style
//! Examples), letter by letter; the second what the table does not have.

/// A parameter, what it is called with, and what is then on the wire.
#[derive(Debug)]
pub(super) struct Row {
    /// As the document has it.
    pub(super) parameter: String,
    /// As a program has it.
    pub(super) argument: &'static str,
    /// Where it shows: the target behind `/rowN`, or a header field's value.
    pub(super) expected: &'static str,
}

pub(super) const SCHEMAS: &str = "\
components:
  schemas:
    Color:
      type: object
      required: [R, G, B]
      properties: { R: { type: integer }, G: { type: integer }, B: { type: integer } }
    Shade: { type: string, enum: [light, dark] }
    Search:
      type: object
      properties:
        words: { type: array, items: { type: string } }
        exact: { type: boolean }
        owner: { type: object, properties: { name: { type: string } } }
";

/// Style, location, `explode`, and the columns: undefined, string, array, object. An empty cell is one
/// that the table does not define.
type Line = (&'static str, &'static str, bool, [&'static str; 4]);

#[rustfmt::skip]
const TABLE: &[Line] = &[
    ("matrix", "path", false, ["/;color", "/;color=blue", "/;color=blue,black,brown", "/;color=R,100,G,200,B,150"]),
    ("matrix", "path", true, ["/;color", "/;color=blue", "/;color=blue;color=black;color=brown", "/;R=100;G=200;B=150"]),
    // an empty label alone is the segment `.`, which is another path: it is refused
    ("label", "path", false, ["refused", "/.blue", "/.blue,black,brown", "/.R,100,G,200,B,150"]),
    ("label", "path", true, ["refused", "/.blue", "/.blue.black.brown", "/.R=100.G=200.B=150"]),
    // likewise a segment of nothing
    ("simple", "path", false, ["refused", "/blue", "/blue,black,brown", "/R,100,G,200,B,150"]),
    ("simple", "path", true, ["refused", "/blue", "/blue,black,brown", "/R=100,G=200,B=150"]),
    ("simple", "header", false, ["color: ", "color: blue", "color: blue,black,brown", "color: R,100,G,200,B,150"]),
    ("simple", "header", true, ["color: ", "color: blue", "color: blue,black,brown", "color: R=100,G=200,B=150"]),
    ("form", "query", false, ["?color=", "?color=blue", "?color=blue,black,brown", "?color=R,100,G,200,B,150"]),
    ("form", "query", true, ["?color=", "?color=blue", "?color=blue&color=black&color=brown", "?R=100&G=200&B=150"]),
    ("form", "cookie", false, ["cookie: color=", "cookie: color=blue", "cookie: color=blue,black,brown", "cookie: color=R,100,G,200,B,150"]),
    ("spaceDelimited", "query", false, ["", "", "?color=blue%20black%20brown", "?color=R%20100%20G%20200%20B%20150"]),
    ("pipeDelimited", "query", false, ["", "", "?color=blue%7Cblack%7Cbrown", "?color=R%7C100%7CG%7C200%7CB%7C150"]),
    ("deepObject", "query", true, ["", "", "", "?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"]),
    ("cookie", "cookie", false, ["cookie: color=", "cookie: color=blue", "cookie: color=blue,black,brown", "cookie: color=R,100,G,200,B,150"]),
    ("cookie", "cookie", true, ["cookie: color=", "cookie: color=blue", "cookie: color=blue; color=black; color=brown", "cookie: R=100; G=200; B=150"]),
];

/// A schema for each column, and a value of it.
const COLUMNS: [(&str, &str); 4] = [
    ("{ type: [string, 'null'] }", "Nullable::<String>::Null"),
    ("{ type: string }", "\"blue\""),
    (
        "{ type: array, items: { type: string } }",
        "vec![\"blue\".to_owned(), \"black\".to_owned(), \"brown\".to_owned()]",
    ),
    (
        "{ $ref: '#/components/schemas/Color' }",
        "Color::new(100, 200, 150)",
    ),
];

/// What the table does not have: the parameter but for name and `required`, the argument, the wire.
#[rustfmt::skip]
const OTHERS: &[(&str, &str, &str)] = &[
    // escapes
    ("in: path, schema: { type: string }", "\"a/b c?ü%2F\"", "/a%2Fb%20c%3F%C3%BC%252F"),
    ("in: path, x-ms-skip-url-encoding: true, schema: { type: string }", "\"/a/b c//d?#ü%2F\"", "/a/b%20c//d%3F%23%C3%BC%2F"),
    ("in: path, x-ms-skip-url-encoding: true, schema: { type: string }", "\"a/%2e./b\"", "refused"),
    ("in: path, x-ms-skip-url-encoding: true, schema: { type: string }", "\"/\"", "refused"),
    ("in: query, schema: { type: string }", "\"a&b=c+d e#ü\"", "?color=a%26b%3Dc%2Bd%20e%23%C3%BC"),
    ("in: query, explode: false, schema: { type: array, items: { type: string } }", "vec![\"a,b\".to_owned(), \"c\".to_owned()]", "?color=a%2Cb,c"),
    ("in: cookie, schema: { type: string }", "\"a;b=c d\"", "cookie: color=a%3Bb%3Dc%20d"),
    ("in: cookie, style: cookie, schema: { type: string }", "\"a%3Bb=c\"", "cookie: color=a%3Bb=c"),
    ("in: cookie, style: cookie, schema: { type: string }", "\"a; admin=1\"", "refused"),
    ("in: header, schema: { type: string }", "\"a, b; c=\\\"d\\\"\"", "color: a, b; c=\"d\""),
    ("in: header, schema: { type: string }", "\"a\\r\\nb: c\"", "refused"),
    // nothing
    ("in: query, schema: { type: string }", "\"\"", "?color="),
    ("in: query, schema: { type: array, items: { type: string } }", "Vec::new()", ""),
    ("in: header, schema: { type: array, items: { type: string } }", "Vec::new()", ""),
    ("in: cookie, explode: false, schema: { type: array, items: { type: string } }", "Vec::new()", ""),
    ("in: query, allowEmptyValue: true, schema: { type: integer }", "Nullable::<i64>::Null", "?color="),
    // `allowReserved`
    ("in: query, allowReserved: true, schema: { type: string }", "\":/?[]@!$&()*+,;=%20 \\\"#\"", "?color=:/?[]@!$&()*+,;=%20%20%22%23"),
    ("in: path, allowReserved: true, schema: { type: string }", "\":/?[]@!$&()*+,;=%20\"", "/:%2F%3F[]@!$&()*+,;=%20"),
    ("in: cookie, allowReserved: true, schema: { type: string }", "\"a/b;c\"", "cookie: color=a/b%3Bc"),
    // kinds of values
    ("in: query, schema: { type: array, items: { $ref: '#/components/schemas/Shade' } }", "vec![Shade::Light.into(), Shade::Dark.into()]", "?color=light&color=dark"),
    ("in: query, schema: { type: string, format: date-time }", "DateTime::new(\"2026-01-31T12:00:00+01:00\")?", "?color=2026-01-31T12%3A00%3A00%2B01%3A00"),
    ("in: query, schema: { type: boolean }", "true", "?color=true"),
    ("in: query, schema: { type: number }", "1.5", "?color=1.5"),
    ("in: query, schema: { type: integer, format: int64 }", "i64::MIN", "?color=-9223372036854775808"),
    // `content`
    ("in: query, content: { application/json: { schema: { $ref: '#/components/schemas/Color' } } }", "Color::new(1, 2, 3)", "?color=%7B%22R%22%3A1%2C%22G%22%3A2%2C%22B%22%3A3%7D"),
    ("in: path, content: { application/json: { schema: { $ref: '#/components/schemas/Color' } } }", "Color::new(1, 2, 3)", "/%7B%22R%22%3A1%2C%22G%22%3A2%2C%22B%22%3A3%7D"),
    ("in: header, content: { application/json: { schema: { $ref: '#/components/schemas/Color' } } }", "Color::new(1, 2, 3)", "color: {\"R\":1,\"G\":2,\"B\":3}"),
    ("in: cookie, content: { application/json: { schema: { $ref: '#/components/schemas/Color' } } }", "Color::new(1, 2, 3)", "cookie: color=%7B%22R%22%3A1%2C%22G%22%3A2%2C%22B%22%3A3%7D"),
    ("in: query, content: { text/plain: { schema: { type: string } } }", "\"a b\"", "?color=a%20b"),
    // the whole query
    ("in: querystring, content: { application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Search' } } }", "Search::new().words(vec![\"a b\".to_owned(), \"c\".to_owned()]).exact(true)", "?words=a+b&words=c&exact=true"),
    ("in: querystring, content: { application/json: { schema: { $ref: '#/components/schemas/Search' } } }", "Search::new().exact(false)", "?%7B%22exact%22%3Afalse%7D"),
    ("in: querystring, content: { application/jsonpath: { schema: { type: string } } }", "\"$.a.b[1:1]\"", "?%24.a.b%5B1%3A1%5D"),
    // beyond what is defined
    ("in: query, style: deepObject, schema: { $ref: '#/components/schemas/Search' }", "Search::new().words(vec![\"a\".to_owned(), \"b\".to_owned()]).owner(SearchOwner::new().name(\"x\"))", "?color%5Bwords%5D%5B%5D=a&color%5Bwords%5D%5B%5D=b&color%5Bowner%5D%5Bname%5D=x"),
    ("in: query, style: deepObject, schema: { type: array, items: { type: string } }", "vec![\"a\".to_owned()]", "?color%5B%5D=a"),
    ("in: query, schema: { $ref: '#/components/schemas/Search' }", "Search::new().words(vec![\"a b\".to_owned(), \"c\".to_owned()]).exact(true).owner(SearchOwner::new().name(\"x\"))", "?words=a%20b&words=c&exact=true&owner=%7B%22name%22%3A%22x%22%7D"),
    ("in: query, style: spaceDelimited, schema: { type: string }", "\"blue\"", "?color=blue"),
    ("in: query, style: pipeDelimited, explode: true, schema: { type: array, items: { type: string } }", "vec![\"a\".to_owned(), \"b\".to_owned()]", "?color=a&color=b"),
    ("in: cookie, schema: { type: array, items: { type: string } }", "vec![\"a\".to_owned(), \"b\".to_owned()]", "cookie: color=a; color=b"),
];

/// Every row.
pub(super) fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for (style, location, explode, cells) in TABLE {
        for ((schema, argument), expected) in COLUMNS.iter().zip(cells) {
            if expected.is_empty() {
                continue; // not defined
            }
            let how =
                format!("in: {location}, style: {style}, explode: {explode}, schema: {schema}");
            rows.push(row(&how, argument, expected));
        }
    }
    rows.extend(
        OTHERS
            .iter()
            .map(|(how, argument, expected)| row(how, argument, expected)),
    );
    rows
}

fn row(how: &str, argument: &'static str, expected: &'static str) -> Row {
    Row {
        parameter: format!("{{ name: color, required: true, {how} }}"),
        argument,
        expected,
    }
}
