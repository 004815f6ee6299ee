"""A second implementation of `idscope query`, slow and plain, from the contracts alone: every row is asked by itself.

Nothing here is shared with the program, nor taken from its sources.
"""

import json
import re

from jsoncells import masked, parse, resolve, unmatchable
from language import NO_WORD, QueryError, parse_expression, parse_operand
from regexes import python_regex
from tables import Table, csv_line, unique
from values import brn, fold, folded_name, instant, is_color, natural_key, number, raw, relative_instant

BRN_PARTS = ("tenant", "type", "key")
ORDERINGS = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}
TEXT_TESTS = {
    "contains": lambda cell, text: text in cell,
    "starts": lambda cell, text: cell.startswith(text),
    "ends": lambda cell, text: cell.endswith(text),
}


class Operand:
    """A column, a path into one, or a part of a BRN, bound to a table."""

    def __init__(self, column, table, steps=()):
        self.column = column
        self.header, self.type = table.columns[column]
        self.steps = steps
        self.is_path = bool(steps) and self.type == "json"
        self.part = steps[0][1] if steps and self.type == "brn" else None

    @staticmethod
    def named(name, table):
        name, steps = name
        column = table.find(name)
        if column is None:
            raise QueryError(f"no column {name}")
        kind = table.columns[column][1]
        if steps and kind == "brn" and steps not in [(("key", part),) for part in BRN_PARTS]:
            raise QueryError("no part of a BRN")
        if steps and kind not in ("brn", "json"):
            raise QueryError(f"{name} is no JSON")
        return Operand(column, table, steps)

    def cell(self, row):
        """The text of the column or BRN part; "" when empty or missing."""
        cell = row[self.column]
        return (brn(cell) or {}).get(self.part, "") if self.part else cell

    def searched(self, row):
        """The same as text operators see it."""
        return unmatchable(row[self.column]) if self.type == "json" else self.cell(row)

    def nodes(self, row):
        root = parse(row[self.column])
        return resolve(root, self.steps) if root else []

    def shown(self, row, reveal=False):
        """Its text in columns and facets, secrets masked."""
        if not self.is_path:
            cell = self.cell(row)
            return masked(cell) if self.type == "json" and not reveal else cell
        found = self.nodes(row)
        if not found or found[0].kind == "null" and not found[0].secret:
            return ""
        return node_text(row[self.column], found[0], reveal)


def node_text(cell, node, reveal):
    """Strings decoded, others as written, secrets masked."""
    if node.secret and not reveal:
        return "\u2022" * 8
    if node.text is not None:
        return node.text
    token = cell[node.begin : node.end]
    return token if reveal else masked(token)


class Binder:
    """Turns a tree into a function from a row to true or false."""

    def __init__(self, table, now):
        self.table = table
        self.now = now

    def predicate(self, tree):
        return getattr(self, "_" + tree[0])(*tree[1:])

    def operand(self, name):
        return Operand.named(name, self.table)

    # Logic

    def _not(self, inner):
        test = self.predicate(inner)
        return lambda row: not test(row)

    def _and(self, parts):
        tests = [self.predicate(part) for part in parts]
        return lambda row: all(test(row) for test in tests)

    def _or(self, parts):
        tests = [self.predicate(part) for part in parts]
        return lambda row: any(test(row) for test in tests)

    # Walks over relations

    def _reach(self, word, literal):
        ends = [self.table.find(name) for name in ("parent entity brn", "entity brn")]
        if self.table.resource != "entity-relations" or None in ends:
            raise QueryError("no relations")
        near, far = ends if word == "reachable_from" else reversed(ends)
        relations = [row for row in self.table.rows if row[near] and row[far]]
        reached, before = {literal[0]}, 0
        while len(reached) > before:
            before = len(reached)
            reached |= {row[far] for row in relations if row[near] in reached}
        return lambda row: row[near] != "" and row[far] != "" and row[near] in reached

    # Some column

    def _some_column(self, test):
        searched = [Operand(i, self.table) for i in range(len(self.table.columns))]
        return lambda row: any(text and test(text) for text in (column.searched(row) for column in searched))

    def _text(self, literal):
        wanted = fold(literal[0])
        return self._some_column(lambda text: wanted in fold(text))

    def _match(self, regex):
        return self._some_column(python_regex(regex))

    # One operand

    def _matches(self, name, regex):
        return self._text_test(self.operand(name), python_regex(regex))

    def _in(self, name, literals):
        operand = self.operand(name)
        tests = [self._equal(operand, literal) for literal in literals]
        return lambda row: any(test(row) for test in tests)

    def _compare(self, name, op, literal):
        operand = self.operand(name)
        if op == "=":
            return self._equal(operand, literal)
        if op == "!=":
            equal = self._equal(operand, literal)
            return lambda row: not equal(row)
        if op in TEXT_TESTS:
            wanted = fold(literal[0])
            return self._text_test(operand, lambda text: TEXT_TESTS[op](fold(text), wanted))
        return self._ordered(operand, ORDERINGS[op], literal)

    def _text_test(self, operand, test):
        if operand.is_path:
            return self._some_node(operand, lambda node: node.text is not None and node.kind != "null" and test(node.text))
        return lambda row: (text := operand.searched(row)) != "" and test(text)

    @staticmethod
    def _some_node(operand, test):
        return lambda row: any(not node.secret and test(node) for node in operand.nodes(row))

    def instant(self, text):
        return instant(text) or relative_instant(text, self.now)

    def _equal(self, operand, literal):
        text, quoted = literal
        if operand.is_path:
            return self._some_node(operand, self._node_equal(text, quoted))
        wanted = self.instant(text) if operand.type == "instant" else None
        if wanted is not None:
            return lambda row: instant(operand.cell(row)) == wanted
        return lambda row: (cell := operand.searched(row)) != "" and cell == text

    @staticmethod
    def _node_equal(text, quoted):
        if not quoted and text in ("true", "false"):
            return lambda node: node.kind == "constant" and node.text == text
        wanted = None if quoted else number(text)
        if wanted is not None:
            return lambda node: node.kind == "number" and number(node.text) == wanted
        return lambda node: node.kind == "string" and node.text == text

    def _ordered(self, operand, holds, literal):
        read, wanted, kind = self._reading(operand, literal[0])

        def test(text):
            value = read(text)
            return value is not None and holds(value, wanted)

        if operand.is_path:
            return self._some_node(operand, lambda node: node.kind == kind and test(node.text))
        return lambda row: test(operand.searched(row))

    def _reading(self, operand, text):
        """How cells are read for `<`, the literal so read, and the JSON kind it compares with."""
        as_number, as_instant = number(text), self.instant(text)
        kind = "text" if operand.part else operand.type
        if kind != "instant" and as_number is not None:
            return number, as_number, "number"
        if kind != "number" and as_instant is not None:
            return instant, as_instant, "string"
        raise QueryError(f"{text} does not compare")

    def _state(self, name, state):
        operand = self.operand(name)
        if state == "invalid":
            if operand.is_path or operand.part:
                raise QueryError("no state of a path")
            return lambda row: is_invalid(operand.type, operand.cell(row))
        if operand.is_path:
            empty = lambda row: all(node.kind == "null" and not node.secret for node in operand.nodes(row))
        else:
            nothing = ("", "null") if operand.type == "json" else ("",)
            empty = lambda row: operand.cell(row) in nothing
        return empty if state == "empty" else lambda row: not empty(row)


def is_invalid(kind, cell):
    if cell == "":
        return False
    readers = {"json": parse, "instant": instant, "number": number, "brn": brn}
    if kind == "color":
        return not is_color(cell)
    return kind in readers and readers[kind](cell) is None


def select(table, where, now):
    """Row numbers, from 0. Raises QueryError."""
    tree = parse_expression(where)
    if tree is None:
        return list(range(len(table.rows)))
    test = Binder(table, now).predicate(tree)
    return [position for position, row in enumerate(table.rows) if test(row)]


# Sorting

class Last:
    """Why a row has no value to sort by."""


UNPARSEABLE, EMPTY = Last(), Last()


def split_list(text):
    """At commas outside quotes and backticks."""
    return re.findall(r'(?:`[^`]*`|"(?:\\.|[^"\\])*"|[^,`"])+', text)


def sort_value(operand, row):
    """What a row sorts by, or why it has no value."""
    if operand.is_path:
        return path_sort_value(operand, row)
    cell = operand.cell(row)
    if cell == "":
        return EMPTY
    if operand.part or operand.type in ("brn", "id", "json", "color"):
        return raw(cell)
    if operand.type in ("instant", "number"):
        value = (instant if operand.type == "instant" else number)(cell)
        return UNPARSEABLE if value is None else value
    return natural_key(cell)


def path_sort_value(operand, row):
    """Numbers by value, then strings naturally, then all else by its text."""
    found = operand.nodes(row)
    if not found or found[0].kind == "null" and not found[0].secret:
        return EMPTY
    node = found[0]
    text = node_text(row[operand.column], node, False)
    if node.secret or node.kind == "string":
        return (1, natural_key(text))
    if node.kind == "number":
        return (0, number(text))
    return (2, raw(text))


def sorted_rows(table, positions, sort):
    """Stable; `:desc` reverses values only. Raises QueryError."""
    keys = []
    for part in split_list(sort):
        name, colon, _ = part.partition(":desc") if part.endswith(":desc") else (part, "", "")
        keys.append((Operand.named(parse_operand(name), table), bool(colon)))
    for operand, descending in reversed(keys):
        values = {p: sort_value(operand, table.rows[p]) for p in positions}
        held = [p for p in positions if not isinstance(values[p], Last)]
        # Python's reverse keeps equal elements in their order.
        held.sort(key=values.get, reverse=descending)
        for reason in (UNPARSEABLE, EMPTY):
            held += [p for p in positions if values[p] is reason]
        positions = held
    return positions


# Printing


def facet(table, positions, name):
    """(value, count) descending by count, ties by bytes."""
    operand = Operand.named(parse_operand(name), table)
    counts = {}
    for position in positions:
        value = operand.shown(table.rows[position])
        counts[value] = counts.get(value, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], raw(item[0])))


def query(table, now, where="", sort="", columns=None, limit=None, count=False, facet_of=None, form="csv", reveal=False):
    """What `idscope query` prints, as bytes. Raises QueryError."""
    positions = select(table, where, now)
    if facet_of:
        lines = facet(table, positions, facet_of)[:limit]
        return printed(["value", "count"], [[value, str(n)] for value, n in lines], form)
    if sort:
        positions = sorted_rows(table, positions, sort)
    positions = positions[:limit]
    if count:
        return b"%d\n" % len(positions)
    if columns:
        shown = [Operand.named(parse_operand(name), table) for name in split_list(columns)]
        header = [operand_text(operand, table) if operand.steps else operand.header for operand in shown]
    else:
        shown = [Operand(position, table) for position in range(len(table.header))]
        header = table.header
    rows = [
        [operand.shown(table.rows[p], reveal) for operand in shown] + ([] if columns else table.surplus.get(p, []))
        for p in positions
    ]
    return printed(header, rows, form)


def operand_text(operand, table):
    """A path or part as the filter language writes it, the column's name folded."""
    name = folded_name(table.labels[operand.column])
    text = name.replace(" ", "_") if is_plain(name.replace(" ", "_")) else f"`{name}`"
    for kind, *argument in operand.steps:
        if kind == "key":
            key = argument[0] if is_plain(argument[0]) else quoted(argument[0])
            text += key if text.endswith("..") else "." + key
        else:
            text += f"[{argument[0]}]" if kind == "index" else {"any": "[*]", "deep": ".."}[kind]
    return text


def is_plain(name):
    """Whether a name needs no quotes within an operand."""
    return name != "" and not any(char in name for char in NO_WORD + ".[]\\/")


def quoted(name):
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def printed(header, rows, form):
    if form == "csv":
        return raw(csv_line(header) + "".join(map(csv_line, rows)))
    names = unique(header)
    clean = lambda text: raw(text).decode("utf-8", "replace")
    objects = [{clean(name): clean(cell) for name, cell in zip(names, row)} for row in rows]
    return json.dumps(objects, ensure_ascii=False).encode()


def load(path, resource=None):
    with open(path, "rb") as file:
        return Table(file.read(), resource)
