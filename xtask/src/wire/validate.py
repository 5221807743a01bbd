"""Checks requests, one a line of JSON, against an OpenAPI document with openapi-core. Prints for each a line of
JSON: the list of what is wrong with it. Beside openapi-core's own checks, what it reads from the request must be
what the call was given, and the query must have nothing else in it."""

import json
import re
import sys
import urllib.parse
import warnings

import yaml
from openapi_core import Config, OpenAPI
from openapi_core.exceptions import OpenAPIError
from openapi_core.templating.datatypes import TemplateResult
from openapi_core.templating.paths.datatypes import PathOperationServer
from openapi_core.templating.paths.exceptions import OperationNotFound, PathError, PathNotFound
from openapi_core.templating.paths.parsers import PathParser
from openapi_core.testing import MockRequest
from openapi_core.validation.request.exceptions import (
    ParameterValidationError,
    RequestBodyValidationError,
    SecurityValidationError,
)

import swagger
from brackets import FORM, Brackets, sayable

HOST = "http://wire.test"


def read(path):
    with open(path, encoding="utf-8") as file:
        if str(path).endswith(".json"):
            return json.load(file)
        return yaml.load(file, getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def as_json(node):
    """YAML has numbers and booleans for keys (`200:`), and dates; JSON has not."""
    if isinstance(node, dict):
        return {str(key): as_json(value) for key, value in node.items()}
    if isinstance(node, list):
        return [as_json(item) for item in node]
    if node is None or isinstance(node, (str, int, float, bool)):
        return node
    return str(node)


def readable(pattern):
    try:
        return bool(re.compile(pattern))
    except re.error:
        return False


def without_unreadable(node, left_out):
    """Without the patterns that Python's regular expressions have no words for, such as `\\p{L}`."""
    if isinstance(node, list):
        return [without_unreadable(item, left_out) for item in node]
    if not isinstance(node, dict):
        return node
    pattern = node.get("pattern")
    if isinstance(pattern, str) and not readable(pattern):
        left_out.append(pattern)
        node = {key: value for key, value in node.items() if key != "pattern"}
    return {key: without_unreadable(value, left_out) for key, value in node.items()}


def prepared(path):
    """The document with a version that openapi-core knows, and as OpenAPI 3.0 where it is Swagger 2.0."""
    left_out = []
    document = without_unreadable(as_json(read(path)), left_out)
    if left_out:
        print(f"{len(left_out)} patterns are not checked: Python does not read them", file=sys.stderr)
    if "swagger" in document:
        document = swagger.converted(document)
    version = str(document.get("openapi", "3.0"))
    if "definitions" not in document:
        # where some lead in OpenAPI 3 too, and the generator follows
        document["definitions"] = (document.get("components") or {}).get("schemas", {})
    document["openapi"] = next((known for known in ("3.2.0", "3.1.0") if version[:3] == known[:3]), "3.0.3")
    return document


def watching(base):
    """The validator of a version, for operations that are known, which remembers the parameters it reads."""

    class Watching(base):
        def items(self):
            if not hasattr(self, "known"):
                self.known = dict((self.spec / "paths").str_items())
            return self.known

        def _find_path(self, request):
            self.values = {}
            item = self.items().get(request.template)
            if item is None or request.method not in item:
                raise OperationNotFound(request.template, request.method)
            # some have a query in their template, or a fragment, which is never sent
            template, _, query = request.template.split("#")[0].partition("?")
            found = PathParser(template, "^", "$").parse(request.path)
            fixed = {pair for pair in pairs(query) if "{" not in pair[1]}
            if found is None or not fixed <= request.pairs:
                raise PathNotFound(request.path)
            variables = {name: urllib.parse.unquote(value) for name, value in found.named.items()}
            result = TemplateResult(request.template, variables)
            return PathOperationServer(item, item / request.method, None, result, {})

        def _get_parameter(self, parameters, param):
            value = super()._get_parameter(parameters, param)
            self.values[(param / "in").read_str(), (param / "name").read_str().lower()] = value
            return value

    return Watching


def json_types(node, found):
    """The media types that are JSON by their suffix (RFC 6839): openapi-core has to be told."""
    if isinstance(node, dict):
        for key, value in node.items():
            if "/" in key and key.split(";")[0].strip().endswith(("+json", "/json")):
                found[key.split(";")[0].strip().lower()] = lambda body, **_: json.loads(body)
            json_types(value, found)
    elif isinstance(node, list):
        for item in node:
            json_types(item, found)
    return found


def validator(path):
    document = prepared(path)
    # the document is the vendor's: whether it is valid is not the question
    told = Config(spec_validator_cls=None, extra_media_type_deserializers=json_types(document, {}))
    openapi = OpenAPI.from_dict(document, config=told)
    openapi.config.request_validator_cls = watching(openapi.request_validator_cls)
    del openapi.__dict__["request_validator_cls"]
    return openapi.request_validator


def pairs(query):
    return urllib.parse.parse_qsl(query, keep_blank_values=True)


def request(line):
    target = urllib.parse.urlsplit(line["target"])
    query = {}
    for name, value in pairs(target.query):
        query.setdefault(name, []).append(value)
    headers = {name: value for name, value in line["headers"]}
    cookies = {}
    for pair in filter(None, headers.get("cookie", "").split("; ")):
        name, _, text = pair.partition("=")
        cookies.setdefault(urllib.parse.unquote(name), []).append(urllib.parse.unquote(text))
    made = MockRequest(
        HOST,
        line["method"],
        target.path,
        args=query,
        headers=headers,
        cookies=cookies,
        data=bytes.fromhex(line["body"]),
        content_type=headers.get("content-type"),
    )
    made.template, made.pairs = line["template"], set(pairs(target.query))
    return made


def reasons(error, media_type):
    """An error in a line, or a line for each thing that a schema has to say."""
    place = f"body in {media_type}"
    if isinstance(error, ParameterValidationError):
        place = f"{error.location} parameter {error.name}"
    chain = [error]
    while chain[-1].__cause__ is not None:
        chain.append(chain[-1].__cause__)
    inner = [inner for error in chain for inner in getattr(error, "schema_errors", None) or []]
    for one in inner:
        yield f"Schema: {place}: {'/'.join(map(str, one.absolute_path))}: {one.message[:400]}"
    if not inner:
        yield f"{place}: " + " < ".join(f"{type(error).__name__}: {str(error)[:200]}" for error in chain)


def text(value):
    return value if isinstance(value, str) else json.dumps(value)


def same(given, read):
    """Whether a value was read as it was given. What has no type is read as text, which is no difference."""
    if isinstance(given, dict) and isinstance(read, dict):
        return given.keys() == read.keys() and all(same(given[name], read[name]) for name in given)
    if isinstance(given, list) and isinstance(read, list):
        return len(given) == len(read) and all(map(same, given, read))
    if isinstance(given, (dict, list)) or isinstance(read, (dict, list)):
        return False
    if isinstance(given, (int, float)) and isinstance(read, (int, float)):
        return given == read
    return text(given) == text(read)


def differences(line, values, failed):
    """What was given and not read, or read as something else; nothing is said again of what failed."""
    for given in line["given"]:
        place = (given["in"], given["name"].lower())
        if place in failed or given["in"] == "body":
            continue
        if place not in values:
            yield f"Difference: {given['in']} parameter {given['name']} is not in the request"
        elif not same(given["value"], values[place]):
            was, became = json.dumps(given["value"]), json.dumps(values[place], default=str)
            yield f"Difference: {given['in']} parameter {given['name']}: {was} became {became}"


def undeclared(line, schemes):
    """What the query has that it was not given, and that is no key."""
    names = {scheme["name"] for scheme in schemes if scheme.get("in") == "query"}
    names.update(name for name, _ in pairs(line["template"].partition("?")[2]))
    for given in line["given"]:
        if given["in"] in ("query", "querystring"):
            names.add(given["name"])
            if isinstance(given["value"], dict):
                names.update(given["value"])
    for name, _ in pairs(urllib.parse.urlsplit(line["target"]).query):
        if name not in names and name.split("[")[0] not in names:
            yield f"Undeclared: query parameter {name}"


def in_brackets(brackets, line, media_type):
    """What is wrong with what stands in brackets, and the places that this is said of."""
    said, places = [], set()
    query = urllib.parse.urlsplit(line["target"]).query
    texts = {("query", name): (query, name, place) for name, place in brackets.parameters(line).items()}
    form = brackets.form(line) if media_type == FORM else None
    if form is not None:
        texts["body", FORM] = (bytes.fromhex(line["body"]).decode(), None, form)
    whole = {(given["in"], given["name"]): given["value"] for given in line["given"]}
    given = {place: sayable(value) for place, value in whole.items()}
    for place, (text, name, schema) in texts.items():
        own = text if name is None else "&".join(
            pair for pair in text.split("&") if urllib.parse.unquote(pair).split("=")[0].split("[")[0] == name
        )
        places.add((place[0], place[1].lower()))
        if not own:
            if place not in given and name in brackets.required(line):
                said.append(f"MissingRequiredParameter: {' '.join(place)}")
            if given.get(place) not in (None, {}, []):
                said.append(f"Difference: {' '.join(place)} is not in the request")
            continue
        value, against = brackets.read(own, schema) if name is None else brackets.named(own, name, schema)
        word = "Schema" if given.get(place) == whole.get(place) else "Empty"  # what is empty has no name to be written
        said += [f"{word}: {' '.join(place)} in brackets: {reason}" for reason in against]
        if place not in given or not same(given[place], value):
            was, became = json.dumps(given.get(place)), json.dumps(value)
            said.append(f"Difference: {' '.join(place)} in brackets: {was[:600]} became {became[:600]}")
    return said, places


def wrong(validator, line, schemes, brackets):
    try:
        errors = list(validator.iter_errors(request(line)))
    except OpenAPIError as error:
        errors = [error]
    except Exception as error:  # the validator's own
        return [f"Broken: the validator: {type(error).__name__}: {str(error)[:300]}"]
    headers = dict(line["headers"])
    media_type = headers.get("content-type", "no type").split(";")[0]
    bracketed, places = in_brackets(brackets, line, media_type)

    def is_judged(error):
        """Whether it is of a place in brackets, which openapi-core does not read."""
        if isinstance(error, ParameterValidationError):
            return (error.location, error.name.lower()) in places
        return isinstance(error, RequestBodyValidationError) and ("body", FORM) in places

    errors = [error for error in errors if not is_judged(error)]
    said = [reason for error in errors for reason in reasons(error, media_type)] + bracketed
    if not any(isinstance(error, (PathError, SecurityValidationError)) for error in errors):
        # it stops at these
        failed = {(error.location, error.name.lower()) for error in errors if isinstance(error, ParameterValidationError)}
        said += differences(line, validator.values, failed | places)
    return said + list(undeclared(line, schemes))


def main(document, requests):
    warnings.simplefilter("ignore")
    checking = validator(document)
    brackets = Brackets(checking.spec.read_value())
    schemes = prepared_schemes(checking)
    for line in open(requests, encoding="utf-8"):
        print(json.dumps(wrong(checking, json.loads(line), schemes, brackets)))


def prepared_schemes(checking):
    components = checking.spec.read_value().get("components") or {}
    schemes = (components.get("securitySchemes") or {}).values()
    return [scheme for scheme in schemes if isinstance(scheme, dict)]


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
