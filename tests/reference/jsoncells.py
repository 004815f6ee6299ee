"""JSON cells: a tree with key order, duplicate keys, number text and where each value stands; paths and secrets."""

import json
import re
import sys
from json.decoder import scanstring

MAXIMUM_DEPTH = 512
DOTS = "\u2022" * 8
UNMATCHABLE = "\udcff"  # the byte 0xFF

# Python's own parser recurses, and so does the tree below.
sys.setrecursionlimit(20_000)


class Node:
    """One value: kind, where its token stands, its text when it is a scalar, its children."""

    def __init__(self, kind, begin, end, text=None, children=()):
        self.kind = kind  # object, array, string, number, constant, null
        self.begin = begin
        self.end = end
        self.text = text
        self.children = list(children)
        self.key = None
        self.secret = False  # is a secret value, or lies within one

    def tree(self):
        """This node and all below, in document order."""
        yield self
        for child in self.children:
            yield from child.tree()


def _refuse(word):
    raise ValueError(word)


_cache = {}


def parse(cell):
    """The tree of a JSON cell, secrets marked; None when it is broken."""
    if cell not in _cache:
        if len(_cache) > 50_000:
            _cache.clear()
        _cache[cell] = _parse(cell)
    return _cache[cell]


def _parse(cell):
    try:
        cell.encode("utf-8")  # bad bytes are no JSON
        json.loads(cell, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    root, _ = _value(cell, _skip(cell, 0))
    if _depth(root) > MAXIMUM_DEPTH:
        return None
    _mark_secrets(root)
    return root


_BLANKS = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?[0-9.eE+-]+")


def _skip(text, at):
    return _BLANKS.match(text, at).end()


def _string(text, at):
    value, end = scanstring(text, at + 1, True)
    return re.sub("[\ud800-\udfff]", "\ufffd", value), end


def _value(text, at):
    """The value at `at` of a text known to be JSON, and where it ends."""
    first = text[at]
    if first in "{[":
        return _container(text, at)
    if first == '"':
        value, end = _string(text, at)
        return Node("string", at, end, value), end
    for word, kind in (("true", "constant"), ("false", "constant"), ("null", "null")):
        if text.startswith(word, at):
            return Node(kind, at, at + len(word), word), at + len(word)
    end = _NUMBER.match(text, at).end()
    return Node("number", at, end, text[at:end]), end


def _container(text, begin):
    is_object = text[begin] == "{"
    children = []
    at = _skip(text, begin + 1)
    while text[at] not in "}]":
        key = None
        if is_object:
            key, at = _string(text, at)
            at = _skip(text, _skip(text, at) + 1)  # the colon
        child, at = _value(text, at)
        child.key = key
        children.append(child)
        at = _skip(text, at)
        if text[at] == ",":
            at = _skip(text, at + 1)
    return Node("object" if is_object else "array", begin, at + 1, None, children), at + 1


def _depth(node):
    if node.kind not in ("object", "array"):
        return 0
    return 1 + max(map(_depth, node.children), default=0)


def _mark_secrets(node):
    if node.kind == "object" and any(c.key == "type" and c.kind == "string" and c.text == "secret" for c in node.children):
        for child in node.children:
            if child.key == "value":
                for inner in child.tree():
                    inner.secret = True
    for child in node.children:
        if not child.secret:
            _mark_secrets(child)


def _replace_secrets(cell, in_json, in_broken):
    root = parse(cell)
    if root is None:
        at = cell.find('"value"')
        return cell[:at] + in_broken if '"secret"' in cell and at >= 0 else cell
    out, kept = [], 0
    for node in root.tree():
        if node.secret and node.begin >= kept:
            out += [cell[kept : node.begin], in_json]
            kept = node.end
    return "".join(out) + cell[kept:]


def masked(cell):
    return _replace_secrets(cell, f'"{DOTS}"', DOTS)


def unmatchable(cell):
    """The cell as text operators see it: nothing that touches a secret matches."""
    return _replace_secrets(cell, UNMATCHABLE, UNMATCHABLE)


def resolve(root, steps):
    """The nodes a path leads to, in document order, each once. Steps: ("key", name), ("index", n), ("any",), ("deep",)."""
    order = {id(node): position for position, node in enumerate(root.tree())}
    nodes = [root]
    for kind, *argument in steps:
        found = {}
        for node in nodes:
            if kind == "key":
                reached = [c for c in node.children if node.kind == "object" and c.key == argument[0]]
            elif kind == "index":
                reached = node.children[argument[0] : argument[0] + 1] if node.kind == "array" else []
            elif kind == "any":
                reached = node.children if node.kind == "array" else []
            else:
                reached = node.tree()
            found.update((id(n), n) for n in reached)
        nodes = sorted(found.values(), key=lambda n: order[id(n)])
    return nodes
