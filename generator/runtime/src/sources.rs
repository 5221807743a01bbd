//! The runtime's own source files as data, for the generator to copy into the crates that it makes.
//! `lib.rs` and this file are not among them: a copy has its own root.

/// The manifest, whose dependencies and features a copy needs.
pub const MANIFEST: &str = include_str!("../Cargo.toml");

/// The root module, to be cut at the line `mod sources`.
pub const ROOT: &str = include_str!("lib.rs");

/// The other files: path below the root, and text; sorted by path.
pub const FILES: &[(&str, &str)] = &[
    ("call.rs", include_str!("call.rs")),
    ("client/api.rs", include_str!("client/api.rs")),
    ("client/attempt.rs", include_str!("client/attempt.rs")),
    ("client/builder.rs", include_str!("client/builder.rs")),
    (
        "client/client_credentials.rs",
        include_str!("client/client_credentials.rs"),
    ),
    ("client/core.rs", include_str!("client/core.rs")),
    ("client/credential.rs", include_str!("client/credential.rs")),
    ("client/defaults.rs", include_str!("client/defaults.rs")),
    ("client/execute.rs", include_str!("client/execute.rs")),
    ("client/intake.rs", include_str!("client/intake.rs")),
    ("client/mod.rs", include_str!("client/mod.rs")),
    ("client/options.rs", include_str!("client/options.rs")),
    ("client/redirect.rs", include_str!("client/redirect.rs")),
    ("client/retry.rs", include_str!("client/retry.rs")),
    ("client/token.rs", include_str!("client/token.rs")),
    ("client/trace.rs", include_str!("client/trace.rs")),
    ("codec/choice.rs", include_str!("codec/choice.rs")),
    ("codec/conversions.rs", include_str!("codec/conversions.rs")),
    (
        "codec/conversions/chrono.rs",
        include_str!("codec/conversions/chrono.rs"),
    ),
    (
        "codec/conversions/jiff.rs",
        include_str!("codec/conversions/jiff.rs"),
    ),
    (
        "codec/conversions/time.rs",
        include_str!("codec/conversions/time.rs"),
    ),
    (
        "codec/conversions/uuid.rs",
        include_str!("codec/conversions/uuid.rs"),
    ),
    (
        "codec/decode_error.rs",
        include_str!("codec/decode_error.rs"),
    ),
    (
        "codec/encode_error.rs",
        include_str!("codec/encode_error.rs"),
    ),
    ("codec/enumeration.rs", include_str!("codec/enumeration.rs")),
    ("codec/format.rs", include_str!("codec/format.rs")),
    (
        "codec/format/base64.rs",
        include_str!("codec/format/base64.rs"),
    ),
    (
        "codec/format/date_time.rs",
        include_str!("codec/format/date_time.rs"),
    ),
    (
        "codec/format/duration.rs",
        include_str!("codec/format/duration.rs"),
    ),
    ("codec/format/uuid.rs", include_str!("codec/format/uuid.rs")),
    ("codec/formatted.rs", include_str!("codec/formatted.rs")),
    ("codec/integer.rs", include_str!("codec/integer.rs")),
    ("codec/map.rs", include_str!("codec/map.rs")),
    ("codec/mod.rs", include_str!("codec/mod.rs")),
    ("codec/nullable.rs", include_str!("codec/nullable.rs")),
    ("codec/number.rs", include_str!("codec/number.rs")),
    ("codec/object.rs", include_str!("codec/object.rs")),
    (
        "codec/parameter_value.rs",
        include_str!("codec/parameter_value.rs"),
    ),
    ("codec/reader.rs", include_str!("codec/reader.rs")),
    ("codec/scalar.rs", include_str!("codec/scalar.rs")),
    ("codec/secret.rs", include_str!("codec/secret.rs")),
    (
        "codec/serde_bridge.rs",
        include_str!("codec/serde_bridge.rs"),
    ),
    (
        "codec/serde_bridge/value.rs",
        include_str!("codec/serde_bridge/value.rs"),
    ),
    ("codec/string.rs", include_str!("codec/string.rs")),
    ("codec/tuple.rs", include_str!("codec/tuple.rs")),
    ("codec/union.rs", include_str!("codec/union.rs")),
    ("codec/value.rs", include_str!("codec/value.rs")),
    ("codec/writer.rs", include_str!("codec/writer.rs")),
    ("error/details.rs", include_str!("error/details.rs")),
    ("error/mod.rs", include_str!("error/mod.rs")),
    (
        "error/request_error.rs",
        include_str!("error/request_error.rs"),
    ),
    ("header.rs", include_str!("header.rs")),
    ("limit/feedback.rs", include_str!("limit/feedback.rs")),
    ("limit/limiter.rs", include_str!("limit/limiter.rs")),
    ("limit/mod.rs", include_str!("limit/mod.rs")),
    ("limit/places.rs", include_str!("limit/places.rs")),
    ("limit/policy.rs", include_str!("limit/policy.rs")),
    ("limit/queue.rs", include_str!("limit/queue.rs")),
    ("limit/window.rs", include_str!("limit/window.rs")),
    (
        "operation/content_type.rs",
        include_str!("operation/content_type.rs"),
    ),
    ("operation/mod.rs", include_str!("operation/mod.rs")),
    ("operation/reply.rs", include_str!("operation/reply.rs")),
    ("operation/spec.rs", include_str!("operation/spec.rs")),
    ("patch.rs", include_str!("patch.rs")),
    ("request/body.rs", include_str!("request/body.rs")),
    ("request/cookie.rs", include_str!("request/cookie.rs")),
    ("request/deep.rs", include_str!("request/deep.rs")),
    ("request/encoder.rs", include_str!("request/encoder.rs")),
    (
        "request/encoder/parameters.rs",
        include_str!("request/encoder/parameters.rs"),
    ),
    ("request/fields.rs", include_str!("request/fields.rs")),
    ("request/form.rs", include_str!("request/form.rs")),
    ("request/mod.rs", include_str!("request/mod.rs")),
    ("request/multipart.rs", include_str!("request/multipart.rs")),
    ("request/percent.rs", include_str!("request/percent.rs")),
    ("request/style.rs", include_str!("request/style.rs")),
    ("request/target.rs", include_str!("request/target.rs")),
    ("response.rs", include_str!("response.rs")),
    (
        "stream/byte_stream.rs",
        include_str!("stream/byte_stream.rs"),
    ),
    (
        "stream/event_stream.rs",
        include_str!("stream/event_stream.rs"),
    ),
    ("stream/framing.rs", include_str!("stream/framing.rs")),
    ("stream/lines.rs", include_str!("stream/lines.rs")),
    ("stream/mod.rs", include_str!("stream/mod.rs")),
    ("stream/sequence.rs", include_str!("stream/sequence.rs")),
    (
        "stream/server_sent_event.rs",
        include_str!("stream/server_sent_event.rs"),
    ),
    (
        "stream/stream_error.rs",
        include_str!("stream/stream_error.rs"),
    ),
    ("time/clock.rs", include_str!("time/clock.rs")),
    ("time/manual.rs", include_str!("time/manual.rs")),
    ("time/mod.rs", include_str!("time/mod.rs")),
    ("time/system.rs", include_str!("time/system.rs")),
    ("transport/body.rs", include_str!("transport/body.rs")),
    ("transport/chain.rs", include_str!("transport/chain.rs")),
    ("transport/mod.rs", include_str!("transport/mod.rs")),
    (
        "transport/recording.rs",
        include_str!("transport/recording.rs"),
    ),
    ("transport/reqwest.rs", include_str!("transport/reqwest.rs")),
];
