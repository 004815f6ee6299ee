"""Random tables and random expressions over them, from a seed: every row of the filter language, odd cells of every kind.

Literals are mostly taken from the table, so that answers are seldom empty or everything.
"""

import json
import random

from jsoncells import parse
from oddtexts import (
    WORDS,
    SENTENCES,
    NUMBERS,
    BAD_NUMBERS,
    INSTANTS,
    BAD_INSTANTS,
    BRNS,
    ODD_BRNS,
    COLORS,
    BAD_COLORS,
    KEYS,
)
from tables import RESOURCES, csv_line
from values import BAD_BYTE, brn, folded_name, instant, number, raw


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, items):
        return self.random.choice(items)

    # Tables

    def table(self):
        """(bytes of a CSV file, resource)."""
        resource = self.pick(list(RESOURCES) + ["entity-relations", "entity-rules", "integrations"])
        columns = [(name, kind) for name, kind, required in RESOURCES[resource] if required or self.chance(0.8)]
        for extra in self.random.sample(["Extra", "größe", "x.y", "tick", "n1"], self.random.randrange(3)):
            columns.append((extra, "unknown"))
        if self.chance(0.2):
            columns.append((self.pick(columns)[0], "unknown"))  # the same name again
        if self.chance(0.3):
            self.random.shuffle(columns)
        header = [self.header_cell(name) for name, _ in columns]
        pools = [self.pool(kind) for _, kind in columns]
        rows = [[self.pick(pool) for pool in pools] for _ in range(self.pick([0, 1, 5, 20, 40, 40, 60, 60]))]
        for row in rows:
            if self.chance(0.05):
                del row[self.random.randrange(1, len(row) + 1) :]
            elif self.chance(0.03):
                row += ["surplus", "", "1,2"][: self.random.randrange(1, 4)]
        return self.file([header, *rows]), resource

    def header_cell(self, name):
        if self.chance(0.2):
            name = name.replace(" ", "_") if self.chance(0.5) else name.replace("_", " ")
        if self.chance(0.2):
            name = self.pick([name.upper(), name.lower()])
        if self.chance(0.2):
            name += "*"
        return f" {name}" if self.chance(0.05) else name

    def file(self, records):
        """Sometimes CR LF, a BOM, no last newline, quotes where none are needed."""
        end = self.pick(["\n", "\n", "\r\n"])
        lines = []
        for cells in records:
            line = csv_line(cells)[:-1]
            if self.chance(0.1):
                line = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
            lines.append(line + end)
        data = raw("".join(lines))
        if self.chance(0.2):
            data = data.removesuffix(end.encode())
        return (b"\xef\xbb\xbf" if self.chance(0.2) else b"") + data

    def pool(self, kind):
        """The distinct cells of a column: few, so that equal ones meet."""
        size = self.random.randrange(2, 9)
        if kind == "json":
            alike = self.value("object", 3)
            return [self.spelt(self.varied(alike)) if self.chance(0.6) else self.cell(kind) for _ in range(size)]
        return [self.cell(kind) for _ in range(size)]

    def varied(self, value):
        """The same shape with other leaves, nearly equal ones among them."""
        if isinstance(value, list):
            return [self.varied(v) for v in value]
        if isinstance(value, dict) and "pairs" in value:
            return {"pairs": [(key, self.varied(v)) for key, v in value["pairs"]]}
        if self.chance(0.4):
            return value
        return self.pick([{"number": "3"}, {"number": "3.0"}, "3", "10", {"number": "10"}, True, "true", None, "admin", "Admin", "secret"])

    def cell(self, kind):
        if self.chance(0.12):
            return ""
        good, bad = {
            "instant": (INSTANTS, BAD_INSTANTS),
            "number": (NUMBERS, BAD_NUMBERS),
            "brn": (BRNS, ODD_BRNS),
            "color": (COLORS, BAD_COLORS),
            "unknown": (NUMBERS + INSTANTS + WORDS, SENTENCES),
        }.get(kind, (WORDS, SENTENCES))
        if kind == "json":
            return self.json_cell()
        return self.pick(bad) if self.chance(0.15) else self.pick(good)

    def json_cell(self):
        choice = self.random.random()
        text = self.spelt(self.value(self.pick(["object", "object", "array"]), 3))
        if choice < 0.7:
            return text
        if choice < 0.8:
            return self.pick(["{}", "[]", "null", '"text"', "3", "true", "[3]", '""'])
        position = self.random.randrange(len(text))
        if choice < 0.84:
            return text[:position] + self.pick(["", "", *'{}[]",:\\0-.eut']) + text[position + 1 :]
        if choice < 0.88:
            return text[:position]
        return self.pick(["{broken", "text", "[1,]", '{"type":"secret","value":"hidden"', "NaN", "{'a':1}", "01", '"\\x"', "{} {}"])

    def value(self, kind=None, depth=2):
        """Values as nested lists of pairs, so that keys may repeat."""
        kind = kind or self.pick(["string"] * 4 + ["number"] * 3 + ["word"] * 2 + (["object", "array"] if depth > 0 else []))
        if kind == "object":
            pairs = [(self.pick(KEYS), self.value(None, depth - 1)) for _ in range(self.random.randrange(4))]
            if pairs and self.chance(0.15):
                pairs.append((pairs[0][0], self.value(None, depth - 1)))
            if self.chance(0.25):
                secret = [("type", self.pick(["secret", "secret", "public"])), ("value", self.value(None, depth - 1))]
                self.random.shuffle(secret)
                pairs += [("name", "Client Secret"), *secret]
            return {"pairs": pairs}
        if kind == "array":
            return [self.value(None, depth - 1) for _ in range(self.random.randrange(4))]
        if kind == "number":
            return {"number": self.pick(["0", "-0", "3", "3.0", "3e0", "-1.5", "10", "2", "12345678901234567890", "1E400"])}
        if kind == "word":
            return self.pick([True, False, None])
        return self.pick(WORDS + SENTENCES + INSTANTS[:6] + NUMBERS[:6] + ["admin", "member", ""])

    def spelt(self, value):
        """As JSON text: blanks and escapes at random."""
        blank = lambda: self.pick(["", "", "", " ", "\n"]) if self.chance(0.2) else ""
        if isinstance(value, list):
            return "[" + ",".join(blank() + self.spelt(v) + blank() for v in value) + "]"
        if isinstance(value, dict) and "number" in value:
            return value["number"]
        if isinstance(value, dict):
            members = (f"{blank()}{self.string(k)}{blank()}:{blank()}{self.spelt(v)}" for k, v in value["pairs"])
            return "{" + ",".join(members) + blank() + "}"
        return self.string(value) if isinstance(value, str) else json.dumps(value)

    def string(self, text):
        token = json.dumps(text, ensure_ascii=self.chance(0.3))
        if self.chance(0.1) and text.isascii() and text.isalnum():
            position = self.random.randrange(len(text))
            token = f'"{text[:position]}\\u{ord(text[position]):04x}{text[position + 1:]}"'
        return token

    # Expressions

    def expressions(self, table):
        """The generator of expressions over a table that was read."""
        return Expressions(self.random, table)


class Expressions(Generator):
    def __init__(self, source, table):
        self.random = source
        self.table = table

    def expression(self, depth=2):
        choice = self.random.random()
        if depth == 0 or choice < 0.55:
            return self.leaf()
        if choice < 0.67:
            word = self.pick(["not ", "! ", "!", "NOT "])
            return word + self.grouped(depth - 1)
        joint = self.pick([" and ", " && ", " ", "  AND "] if choice < 0.85 else [" or ", " || ", " Or "])
        return joint.join(self.grouped(depth - 1) for _ in range(self.pick([2, 2, 3])))

    def grouped(self, depth):
        text = self.expression(depth)
        return f"({text})" if self.chance(0.6) else text

    def leaf(self):
        choice = self.random.random()
        if choice < 0.12:
            return self.searched()
        if choice < 0.18:
            return self.regex()
        if choice < (0.3 if self.table.resource == "entity-relations" else 0.185):
            return self.reach()
        column = self.column()
        kind = self.table.columns[column][1]
        if kind == "json" and self.chance(0.75) or (kind == "brn" and self.chance(0.5)):
            steps, kind, values = self.stepped(column, kind)
            return self.comparison(column, steps, kind, values)
        return self.comparison(column, "", kind, self.values(column, kind))

    def column(self):
        """Any column, those of a type more often than text."""
        columns = range(len(self.table.columns))
        typed = [c for c in columns if self.table.columns[c][1] in ("json", "instant", "number", "brn")]
        return self.pick(typed if typed and self.chance(0.5) else columns)

    def searched(self):
        """Text to search: a piece of some cell."""
        cell = self.some_cell(self.random.randrange(len(self.table.columns)))
        text = self.case(self.piece(cell))
        return self.literal(text)

    def regex(self, cell=None):
        cell = self.some_cell(self.random.randrange(len(self.table.columns))) if cell is None else cell
        plain = lambda c: c.isalnum() and c.isascii()
        piece = [c if plain(c) else self.pick([".", "[^x]", ".?"]) for c in self.piece(cell)] or ["a"]
        for position in range(len(piece)):
            if self.chance(0.2):
                piece[position] = self.pick([".", "[a-m]", "\\w", "\\d", "[^x]", ".*", piece[position] + "+", "(a|b|c)?"])
        text = self.pick(["", "", "^"]) + "".join(piece) + self.pick(["", "", "$"])
        return f"/{text}/" + self.pick(["", "i"])

    def reach(self):
        """What lies on the ways down from a BRN, or up to it; of another table to be refused."""
        columns = [c for c, column in enumerate(self.table.columns) if column[1] == "brn"]
        name = self.some_cell(self.pick(columns)) if columns and self.chance(0.9) else self.pick(BRNS + ODD_BRNS)
        blank = self.pick(["", "", " "])
        return f"{self.pick(['reachable_from', 'reaches', 'Reaches'])}({blank}{self.literal(name)}{blank})"

    def comparison(self, column, steps, kind, values):
        name = self.name(column) + steps
        one = lambda: self.literal(self.pick(values))
        operators = ["=", "==", "!=", "in", "~", "contains", "starts", "ends", "matches", "empty", "full", "<"]
        if kind not in ("path", "part"):
            operators += ["invalid", "invalid"] if kind not in ("text", "url", "id") else []
        if kind in ("instant", "number"):
            operators += ["<"] * 6
        operator = self.pick(operators)
        name += " "
        written = lambda words: words.upper() if self.chance(0.1) else words
        if operator in ("=", "==", "!="):
            return f"{name}{operator} {one()}".replace(" ", "" if self.chance(0.3) and " " not in name[:-1] else " ", 1)
        if operator == "in":
            negated = self.pick(["", "not "])
            return f"{negated}{name}{written('in')} ({', '.join(one() for _ in range(self.pick([1, 2, 3])))})"
        if operator in ("~", "contains", "starts", "ends"):
            words = written({"starts": "starts with", "ends": "ends with"}.get(operator, operator))
            return f"{name}{words} {self.literal(self.case(self.piece(self.pick(values), operator)))}"
        if operator == "matches":
            return f"{name}{written('matches')} {self.regex(self.pick(values))}"
        if operator == "<":
            return f"{name}{self.pick(['<', '<=', '>', '>='])} {self.literal(self.ordered(kind, values))}"
        state = {"empty": "is empty", "full": "is not empty", "invalid": "is invalid"}[operator]
        return f"{name}{written(state)}"

    def ordered(self, kind, values):
        """A literal that `<` can compare with, in cells of a kind."""
        if self.chance(0.06):
            return self.pick(NUMBERS + INSTANTS)  # of the other type, perhaps: to be refused
        pool = []
        if kind != "instant":
            pool += NUMBERS
        if kind != "number":
            pool += INSTANTS + ["-30d", "-12h", "-2w", "-0d"]
            pool += [v for v in values if instant(v)] * 3
        if kind == "path":
            pool += [v for v in values if number(v)] * 9
        return self.pick(pool)

    def stepped(self, column, kind):
        """Steps after a column's name, what they lead to, and literals to compare it with."""
        if kind == "brn":
            part = self.pick(["tenant", "type", "key"])
            cells = [brn(self.some_cell(column)) or {} for _ in range(4)]
            return f".{part}", "part", [cell.get(part, "x") for cell in cells] + ["identity", "k1", "10"]
        root = parse(self.some_cell(column))
        if root is None or not root.children or self.chance(0.15):
            return self.any_steps(), "path", ["admin", "3", "true", "x"]
        steps, node = [], root
        while node.children and (not steps or self.chance(0.85)):
            secrets = [p for p, child in enumerate(node.children) if child.secret]
            position = self.pick(secrets if secrets and self.chance(0.4) else range(len(node.children)))
            index = self.pick([f"[{position}]", f"[{position}]", "[*]"])
            node = node.children[position]
            steps.append(index if node.key is None else self.pick([node.key, node.key, node.key, node.key.upper()]))
        return self.steps_text(steps), "path", self.like(node)

    def steps_text(self, steps):
        """Now and then with any depth in place of some steps."""
        skipped = self.random.randrange(len(steps) + 1) if self.chance(0.3) else 0
        text = ".." if skipped else ""
        for step in steps[skipped:]:
            index = step.startswith("[") and step.endswith("]")
            text += step if index else ("" if text.endswith("..") else ".") + self.key_text(step)
        return text

    def any_steps(self):
        return self.steps_text([self.pick([self.pick(KEYS), "[*]", "[0]"]) for _ in range(self.pick([1, 2]))])

    def like(self, node):
        """Literals that equal a JSON value, or nearly do."""
        text = node.text or self.pick(["admin", "null", "3", ""])
        same = {"3": ["3.0", "30e-1", "+3"], "0": ["-0", "0.0", "00"], "1E400": ["10e399"]}
        return [text] * 4 + [text.upper()] + same.get(text, []) + [self.pick(["true", "3", "admin", "null", "", *INSTANTS])]

    def key_text(self, key):
        plain = key and all(c.isalnum() or c in "_-" for c in key)
        return key if plain and self.chance(0.9) else self.quoted(key)

    def name(self, column):
        """A column as people write it."""
        name = self.table.labels[column].strip()
        name = name.removesuffix("*")
        if self.chance(0.3):
            name = self.pick([name.upper(), name.lower()]) if folded_name(name.upper()) == folded_name(name) else name
        plain = all(c.isalnum() or c in "_" for c in name.replace(" ", "_"))
        reserved = name.lower() in ("in", "is", "not", "and", "or")
        if plain and not reserved and self.chance(0.7):
            return name.replace(" ", "_")
        return f"`{name}`"

    def some_cell(self, column):
        return self.pick(self.table.rows)[column] if self.table.rows else "x"

    def values(self, column, kind):
        """Literals that fit a column: of its own cells, and others."""
        cells = [self.some_cell(column) for _ in range(4)]
        extra = {"instant": INSTANTS + ["-30d", "bad"], "number": NUMBERS}.get(kind, ["active", "", "x"])
        return cells * 2 + [self.pick(extra), self.pick(WORDS)]

    def piece(self, text, operator=""):
        """A part of a text."""
        if not text or self.chance(0.02):
            return ""
        begin = 0 if operator == "starts" else self.random.randrange(len(text))
        end = len(text) if operator == "ends" else min(len(text), begin + self.random.randrange(1, 5))
        return text[begin:end]

    def case(self, text):
        """Another case of it, where that stays one code point each."""
        other = self.pick([text, text, text.upper(), text.lower(), text.title()])
        return other if len(other) == len(text) else text

    def literal(self, text):
        """A bare word where it can be one. Expressions are text: without bad bytes."""
        text = BAD_BYTE.sub("", text)
        special = ' \t\r\n(),"=!<>~|&`'
        reserved = "and or not in is contains matches starts ends with empty invalid".split()
        bare = text and not any(c in special for c in text) and text[0] != "/" and text.lower() not in reserved
        return text if bare and self.chance(0.7) else self.quoted(text)

    def quoted(self, text):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    # What must be refused

    def broken(self):
        name, good = self.name(0), self.expression(1)
        missing = "nosuchcolumn"
        return self.pick(
            [
                f"{missing} = 1", f"{good} and {missing} is empty", f"{name} =", f"({good}", f"{good})", f'{good} "open',
                f"{good} /open", f"{good} and", f"or {good}", "not", "()", f"{name} in ()", f"{name} in (a", f"{name} in (a,)",
                f"{name} in a", f"{name} is", f"{name} is full", f"{name} starts a", f"{name} ends", f"{name} matches a",
                f"{name} matches /(/", "/[a/", "/a/x", f"{name} ~ /a/", f"{name} < banana", f"{name} = = a", f"{name} = (a)",
                "a | b", "a & b", "`open = 1", f"{name}. = a", f"{name}[x] = a", f"{name}[0 = a", f"{name}.nopart.x is invalid",
                f"{name} > 2024-06-01x", "with", "x invalid", "* = 3", f"{name} and", f"{good} or or {good}", "reaches(", "reaches()", "reaches(a b)", "reaches(in)", "reaches(a", f"{name}... = a",
            ]  # fmt: skip
        )

    # Sorting, columns, facets

    def operand(self):
        column = self.column()
        kind = self.table.columns[column][1]
        steps = self.stepped(column, kind)[0] if kind in ("json", "brn") and self.chance(0.5) else ""
        return self.name(column) + (steps if "," not in steps else "")

    def sort(self):
        return ",".join(self.operand() + self.pick(["", "", ":desc"]) for _ in range(self.pick([1, 1, 2, 3])))

    def columns(self):
        return ",".join(self.operand() for _ in range(self.pick([1, 2, 4])))
