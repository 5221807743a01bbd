"""Reads names in brackets (`card[number]=4242`, `items[0][price]=p`) and says whether what they make fits its schema.
OpenAPI calls them deepObject, defines them for flat objects alone, and openapi-core reads no others. qs-codec reads the
names here, openapi-schema-validator judges what they come to."""

import urllib.parse

from openapi_schema_validator import OAS30WriteValidator, OAS31Validator
from qs_codec import DecodeOptions, decode
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

FORM = "application/x-www-form-urlencoded"
BASE = "urn:document"
OPTIONS = DecodeOptions(depth=100, list_limit=100_000, parameter_limit=100_000)


class Brackets:
    """What a document says in brackets: deepObject in queries, and in forms."""

    def __init__(self, document):
        self.document = document
        resource = Resource(contents=document, specification=DRAFT202012)
        self.registry = Registry().with_resource(BASE, resource)
        old = str(document.get("openapi", "3.0")).startswith("3.0")
        self.validator = OAS30WriteValidator if old else OAS31Validator

    def resolved(self, node, pointer):
        """A node that is no reference, and where it stands."""
        while isinstance(node, dict) and str(node.get("$ref", "")).startswith("#/"):
            pointer = node["$ref"][2:]
            node = self.at(pointer)
        return node, pointer

    def at(self, pointer):
        node = self.document
        for step in pointer.split("/"):
            step = urllib.parse.unquote(step).replace("~1", "/").replace("~0", "~")
            node = node[int(step)] if isinstance(node, list) else node.get(step)
            if node is None:
                return {}
        return node

    def operation(self, line):
        template = line["template"].replace("~", "~0").replace("/", "~1")
        return f"paths/{template}", line["method"].lower()

    def parameters(self, line):
        """The names of the operation's parameters in the query that are in brackets, each with its schema's place."""
        return {parameter["name"]: f"{place}/schema" for parameter, place in self.bracketed(line)}

    def required(self, line):
        """The names of those that must be there."""
        return {parameter["name"] for parameter, _ in self.bracketed(line) if parameter.get("required")}

    def bracketed(self, line):
        item, method = self.operation(line)
        for holder in (item, f"{item}/{method}"):
            parameters = (self.at(holder) or {}).get("parameters") or []
            for number in range(len(parameters)):
                parameter, place = self.resolved(parameters[number], f"{holder}/parameters/{number}")
                if parameter.get("in") == "query" and parameter.get("style") == "deepObject":
                    yield parameter, place

    def form(self, line):
        """The place of the form's schema, where any of its properties is in brackets."""
        item, method = self.operation(line)
        body, place = self.resolved(self.at(f"{item}/{method}/requestBody"), f"{item}/{method}/requestBody")
        content = (body.get("content") or {}).get(FORM) or {}
        encodings = (content.get("encoding") or {}).values()
        if any(encoding.get("style") == "deepObject" for encoding in encodings):
            return f"{place}/content/application~1x-www-form-urlencoded/schema"
        return None

    def flat(self, schemas):
        """The schemas, what they refer to, and their parts and alternatives."""
        found, rest = [], list(schemas)
        while rest:
            schema, _ = self.resolved(rest.pop(), "")
            if isinstance(schema, dict) and not any(schema is known for known in found):
                found.append(schema)
                for keyword in ("allOf", "anyOf", "oneOf"):
                    rest.extend(schema.get(keyword) or [])
        return found

    def typed(self, value, schemas):
        """A value of texts with the types that its schemas name: a number where one may stand, and it is one."""
        schemas = self.flat(schemas)
        if isinstance(value, dict):
            return {name: self.typed(inner, self.inside(schemas, name)) for name, inner in value.items()}
        if isinstance(value, list):
            items = [schema["items"] for schema in schemas if "items" in schema]
            return [self.typed(item, items) for item in value]
        types = set()
        for schema in schemas:
            named = schema.get("type", [])
            types.update([named] if isinstance(named, str) else named)
        if "boolean" in types and value in ("true", "false"):
            return value == "true"
        for name, read in (("integer", int), ("number", float)):
            try:
                if name in types:
                    return read(value)
            except ValueError:
                pass
        return value

    @staticmethod
    def inside(schemas, name):
        found = [schema["properties"][name] for schema in schemas if name in (schema.get("properties") or {})]
        others = [schema.get("additionalProperties") for schema in schemas]
        return found or [other for other in others if isinstance(other, dict)]

    def read(self, text, pointer):
        """What a text of names and values says, and what its schema has against it."""
        value = self.typed(decode(text, OPTIONS), [self.at(pointer)])
        return value, self.against(value, pointer)

    def named(self, text, name, pointer):
        """The same for what one name begins."""
        value = self.typed(decode(text, OPTIONS).get(name), [self.at(pointer)])
        return value, self.against(value, pointer)

    def against(self, value, pointer):
        reference = {"$ref": f"{BASE}#/{urllib.parse.quote(pointer, safe='/~')}"}
        validator = self.validator(reference, registry=self.registry)
        for error in validator.iter_errors(value):
            yield f"{'/'.join(map(str, error.absolute_path))}: {error.message[:400]}"


def sayable(value):
    """A value without what names and values cannot say: empty lists and objects."""
    if isinstance(value, dict):
        inner = {name: sayable(item) for name, item in value.items()}
        return {name: item for name, item in inner.items() if item not in ([], {})}
    if isinstance(value, list):
        return [item for item in map(sayable, value) if item not in ([], {})]
    return value
