"""A Swagger 2.0 document as OpenAPI 3.0, as far as requests go: openapi-core knows 3.0 and later only."""

SCHEMA = (
    "type format items default enum minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength pattern "
    "minItems maxItems uniqueItems multipleOf"
).split()
METHODS = "get put post delete options head patch".split()


def converted(document):
    document = moved(document)
    parameters = document.get("parameters", {})
    consumes = document.get("consumes", ["application/json"])
    paths = {}
    for path, item in document.get("paths", {}).items():
        shared, _ = parameters_of(item.get("parameters", []), parameters, consumes)
        paths[path] = {"parameters": shared}
        for method in METHODS:
            if method in item:
                paths[path][method] = operation(item, item[method], parameters, consumes)
    schemes = document.get("securityDefinitions", {}).items()
    return {
        "openapi": "3.0.3",
        "info": document["info"],
        "paths": paths,
        "security": document.get("security", []),
        "components": {
            "schemas": document.get("definitions", {}),
            "securitySchemes": {name: security_scheme(scheme) for name, scheme in schemes},
        },
    }


def moved(node):
    """References to where definitions stand in 3.0; files are strings of bytes."""
    if isinstance(node, list):
        return [moved(item) for item in node]
    if not isinstance(node, dict):
        return node
    if node.get("type") == "file":
        return {**node, "type": "string", "format": "binary"}
    node = {key: moved(value) for key, value in node.items()}
    if isinstance(node.get("$ref"), str):
        node["$ref"] = node["$ref"].replace("#/definitions/", "#/components/schemas/")
    return node


def operation(item, written, parameters, consumes):
    given = item.get("parameters", []) + written.get("parameters", [])
    own, body = parameters_of(given, parameters, written.get("consumes", consumes))
    made = {"parameters": own, "responses": {}}
    if body:
        made["requestBody"] = body
    if "security" in written:
        made["security"] = written["security"]
    return made


def parameters_of(given, known, consumes):
    """Parameters, and the body that some of them are."""
    parameters, fields, body = [], {}, None
    for parameter in given:
        if "$ref" in parameter:
            parameter = known[parameter["$ref"].rsplit("/", 1)[-1]]
        if parameter["in"] == "body":
            content = {media_type: {"schema": parameter.get("schema", {})} for media_type in consumes}
            body = {"content": content, "required": parameter.get("required", False)}
        elif parameter["in"] == "formData":
            fields[parameter["name"]] = parameter
        else:
            parameters.append(styled(parameter))
    return parameters, form(fields, consumes) if fields else body


def styled(parameter):
    made = {key: parameter[key] for key in ("name", "in", "required") if key in parameter}
    made["schema"] = {key: parameter[key] for key in SCHEMA if key in parameter}
    if parameter.get("type") == "array":
        formats = {"ssv": "spaceDelimited", "pipes": "pipeDelimited"}
        written = parameter.get("collectionFormat", "csv")
        usual = "form" if parameter["in"] == "query" else "simple"
        made["style"] = formats.get(written, usual)
        made["explode"] = written == "multi"
    return made


def form(fields, consumes):
    properties = {name: {key: field[key] for key in SCHEMA if key in field} for name, field in fields.items()}
    required = [name for name, field in fields.items() if field.get("required")]
    schema = {"type": "object", "properties": properties, "required": required}
    kinds = [media_type for media_type in consumes if "form" in media_type]
    return {"content": {kind: {"schema": schema} for kind in kinds or ["application/x-www-form-urlencoded"]}}


def security_scheme(scheme):
    if scheme.get("type") == "basic":
        return {"type": "http", "scheme": "basic"}
    if scheme.get("type") == "oauth2":
        return {"type": "oauth2", "flows": {}}
    return scheme
