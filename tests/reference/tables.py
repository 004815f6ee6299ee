"""Exports as tables: the documented columns, how a header meets them, reading and writing CSV."""

import csv
import io
import sys

from values import brn, contrast_ratio, folded_name

csv.field_size_limit(sys.maxsize)

# (name, type, required) in the documentation's order; "text" where nothing else is said.
_RESOURCES = {
    "apps": """Tenant ID*:id, Tenant Name*, Tenant Status*, Tenant Created At*:instant, ID*:id, Name*, Description,
        Logo:url""",
    "entity-relations": """App*, Timestamp*:instant, Integration*, Parent Entity BRN*:brn, Entity BRN*:brn, Entity Type*,
        Source System*, Metadata Version*, Metadata*:json""",
    "entity-rules": """ID*:id, entity_filter*:json, name*, description, label, created_at*:instant, updated_at*:instant,
        created_by, updated_by""",
    "integrations": """ID*:id, Name*, Description, Last Run:instant, Status*, Primary Owner, Message, Metadata:json,
        Reviewer Precedence, Provisioning Options:json, Extraction Options:json, Reviewer Count:number,
        Entity Request Values Templates, Entity Request Values Defaults""",
    "entities": """BRN*:brn, Timestamp:instant, App, Integration, Name*, Entity Type*, Source System, Source ID:id,
        Source Type, Metadata Version, Metadata:json""",
    "labels": """ID*:id, Name*, Color, Icon:url, Background Color:color, Text Color:color, Type*,
        Light Background Color:color, Light Text Color:color, Dark Background Color:color, Dark Text Color:color""",
}


def _columns(description):
    for column in description.split(","):
        name, _, kind = column.strip().partition(":")
        yield name.removesuffix("*"), kind or "text", name.endswith("*")


RESOURCES = {key: list(_columns(description)) for key, description in _RESOURCES.items()}

# name, type, inputs, function
DERIVED = {
    "entity-relations": [
        ("parent_type", "text", ["Parent Entity BRN"], lambda parent: (brn(parent) or {"type": ""})["type"])
    ],
    "labels": [
        ("contrast_light", "number", ["Light Text Color", "Light Background Color"], contrast_ratio),
        ("contrast_dark", "number", ["Dark Text Color", "Dark Background Color"], contrast_ratio),
    ],
}


def recognise(header):
    """The resource a header belongs to, or None."""
    cells = {folded_name(cell) for cell in header}
    complete, partial = [], []
    for key, columns in RESOURCES.items():
        known = sum(folded_name(name) in cells for name, _, _ in columns)
        if all(folded_name(name) in cells for name, _, required in columns if required):
            complete.append((known, key))
        elif known * 2 >= len(columns):
            partial.append((known, key))
    for candidates in (complete, partial):
        candidates.sort(reverse=True)
        if len(candidates) == 1 or (candidates and candidates[0][0] > candidates[1][0]):
            return candidates[0][1]
    return None


class Table:
    """Columns as (header text, type, derived?), rows of cells (derived ones too), surplus cells by row."""

    def __init__(self, data, resource=None):
        """Reads the bytes of one file."""
        text = data.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
        records = [record or [""] for record in csv.reader(io.StringIO(text, newline=""))]
        self.header, *records = records
        width = len(self.header)
        self.resource = resource or recognise(self.header)
        types = {folded_name(name): kind for name, kind, _ in RESOURCES.get(self.resource, [])}
        # A name that appears again has the same type: its secrets are secrets, too.
        self.columns = [(name, types.get(folded_name(name), "text")) for name in self.header]
        self.labels = labels_of(self.header)
        self.surplus = {row: record[width:] for row, record in enumerate(records) if len(record) > width}
        self.rows = [(record + [""] * width)[:width] for record in records]
        self._derive()

    def _derive(self):
        for name, kind, inputs, function in DERIVED.get(self.resource, []):
            sources = [self._known(i) for i in inputs]
            if None in sources:
                continue
            self.columns.append((name, kind))
            self.labels.append(name)
            for row in self.rows:
                row.append(function(*(row[source] for source in sources)))

    def _known(self, name):
        return next((i for i, cell in enumerate(self.header) if folded_name(cell) == folded_name(name)), None)

    def find(self, name):
        """The first column of that name; a repeated one answers to its label, `name (2)`."""
        name = folded_name(name)
        for texts in ([column[0] for column in self.columns], self.labels):
            for position, text in enumerate(texts):
                if folded_name(text) == name:
                    return position
        return None


def labels_of(header):
    """What columns answer to: no two fold to the same."""
    labels, taken, counts = [], set(), {}
    for name in header:
        label, folded = name, folded_name(name)
        while folded_name(label) in taken:
            counts[folded] = counts.get(folded, 1) + 1
            label = f"{name} ({counts[folded]})"
        taken.add(folded_name(label))
        labels.append(label)
    return labels


def unique(names):
    """Repeated names get " (2)", " (3)"…"""
    seen = {}
    labels = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        labels.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return labels


def csv_line(cells):
    """Quotes only for comma, quote, CR and LF."""
    quoted = ('"' + cell.replace('"', '""') + '"' if any(c in cell for c in ',"\r\n') else cell for cell in cells)
    return ",".join(quoted) + "\n"
