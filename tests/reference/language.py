"""The filter language: text to tree. Written from the language's description alone.

The tree is nested tuples:
  ("text", literal) ("match", regex) ("compare", operand, op, literal) ("matches", operand, regex)
  ("in", operand, [literals]) ("state", operand, "empty" | "not empty" | "invalid")
  ("reach", "reachable_from" | "reaches", literal)
  ("not", x) ("and", [x…]) ("or", [x…])
literal: (text, quoted) · regex: (pattern, ignore_case) · operand: (column, steps), steps as jsoncells.resolve() takes.
"""

import re


class QueryError(Exception):
    """The expression, or what it names, can't be used."""


RESERVED = {"and", "or", "not", "in", "is", "contains", "matches", "starts", "ends", "with", "empty", "invalid"}
WORD_OPERATORS = {"in", "is", "contains", "matches", "starts", "ends"}
REACH = {"reachable_from", "reaches"}
BLANKS = " \t\r\n"
NO_WORD = BLANKS + '(),"=!<>~|&`'
SIGNS = ("==", "!=", "<=", ">=", "&&", "||", "=", "<", ">", "~", "!", "(", ")", ",")
COMPARISONS = {"=": "=", "==": "=", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">=", "~": "contains"}


def tokens(text):
    """(kind, value, touches) where kind is sign, quoted, ticked, regex or word; touches: no blank before it."""
    found = []
    at = 0
    touches = False
    while at < len(text):
        char = text[at]
        if char in BLANKS:
            at += 1
            touches = False
            continue
        if char in '"`':
            value, at = _quoted(text, at)
            found.append(("quoted" if char == '"' else "ticked", value, touches))
        elif char == "/":
            value, at = _regex(text, at)
            found.append(("regex", value, touches))
        elif char in NO_WORD:
            sign = next((s for s in SIGNS if text.startswith(s, at)), None)
            if sign is None:
                raise QueryError(f"unexpected {char!r}")
            found.append(("sign", sign, touches))
            at += len(sign)
        else:
            end = at
            while end < len(text) and text[end] not in NO_WORD:
                end += 1
            found.append(("word", text[at:end], touches))
            at = end
        touches = True
    return found


def _quoted(text, at):
    quote = text[at]
    out = []
    at += 1
    while at < len(text):
        if quote == '"' and text[at] == "\\" and text[at + 1 : at + 2] in ('"', "\\"):
            out.append(text[at + 1])
            at += 2
        elif text[at] == quote:
            return "".join(out), at + 1
        else:
            out.append(text[at])
            at += 1
    raise QueryError("unclosed quote")


def _regex(text, at):
    out = []
    at += 1
    while at < len(text) and text[at] != "/":
        if text[at] == "\\" and at + 1 < len(text):
            out.append("/" if text[at + 1] == "/" else text[at : at + 2])
            at += 2
        else:
            out.append(text[at])
            at += 1
    if at >= len(text):
        raise QueryError("unclosed regular expression")
    end = at + 1
    while end < len(text) and text[end].isalnum():
        end += 1
    flags = text[at + 1 : end]
    if flags not in ("", "i"):
        raise QueryError(f"flags {flags!r}")
    return ("".join(out), flags == "i"), end


class Parser:
    def __init__(self, text):
        self.tokens = tokens(text)
        self.at = 0

    def parse(self):
        if not self.tokens:
            return None
        expression = self.any_of()
        if self.at < len(self.tokens):
            raise QueryError(f"unexpected {self.tokens[self.at]}")
        return expression

    def peek(self, ahead=0):
        at = self.at + ahead
        return self.tokens[at] if at < len(self.tokens) else ("end", None, False)

    def take_sign(self, *signs):
        kind, value, _ = self.peek()
        if kind == "sign" and value in signs:
            self.at += 1
            return value
        return None

    def take_word(self, *words):
        kind, value, _ = self.peek()
        if kind == "word" and value.lower() in words:
            self.at += 1
            return value.lower()
        return None

    def any_of(self):
        parts = [self.all_of()]
        while self.take_sign("||") or self.take_word("or"):
            parts.append(self.all_of())
        return parts[0] if len(parts) == 1 else ("or", parts)

    def all_of(self):
        parts = [self.negation()]
        while True:
            if not (self.take_sign("&&") or self.take_word("and")):
                kind, value, _ = self.peek()
                beside = kind in ("word", "quoted", "ticked", "regex") or (kind == "sign" and value in ("(", "!"))
                if not beside or (kind == "word" and value.lower() == "or"):
                    break
            parts.append(self.negation())
        return parts[0] if len(parts) == 1 else ("and", parts)

    def negation(self):
        if self.take_sign("!") or self.take_word("not"):
            return ("not", self.negation())
        if self.take_sign("("):
            inner = self.any_of()
            if not self.take_sign(")"):
                raise QueryError("expected )")
            return inner
        return self.comparison()

    def comparison(self):
        kind, value, _ = self.peek()
        if kind == "regex":
            self.at += 1
            return ("match", value)
        if kind == "word" and value.lower() in RESERVED:
            raise QueryError(f"reserved word {value}")
        if kind not in ("word", "quoted", "ticked"):
            raise QueryError(f"expected something to search, not {value}")
        if kind == "word" and value.lower() in REACH and self.peek(1) == ("sign", "(", True):
            return self.reach(value.lower())
        operand_tokens = self.operand_tokens()
        if not self.operator_follows(operand_tokens):
            if kind == "ticked":
                raise QueryError("expected an operator")
            self.at += 1
            return ("text", (value, kind == "quoted"))
        self.at += len(operand_tokens)
        return self.operation(parse_operand_tokens(operand_tokens))

    def reach(self, word):
        self.at += 2
        name = self.literal()
        if not self.take_sign(")"):
            raise QueryError("expected )")
        return ("reach", word, name)

    def operand_tokens(self):
        """A word or ticked name with the quoted names that touch it, as `metadata."odd name"[0]`."""
        if self.peek()[0] == "quoted":
            return []
        taken = [self.peek()]
        while True:
            kind, value, touches = self.peek(len(taken))
            before = taken[-1]
            after_dot = before[0] == "word" and before[1].endswith(".")
            goes_on = before[0] != "word" and kind == "word" and value[0] in ".["
            if touches and (goes_on or (kind == "quoted" and after_dot)):
                taken.append((kind, value, touches))
            else:
                return taken

    def operator_follows(self, operand_tokens):
        if not operand_tokens:
            return False
        kind, value, _ = self.peek(len(operand_tokens))
        return (kind == "sign" and value in COMPARISONS) or (kind == "word" and value.lower() in WORD_OPERATORS)

    def operation(self, operand):
        sign = self.take_sign(*COMPARISONS)
        if sign:
            return ("compare", operand, COMPARISONS[sign], self.literal())
        word = self.take_word(*WORD_OPERATORS)
        if word == "contains":
            return ("compare", operand, "contains", self.literal())
        if word in ("starts", "ends"):
            if not self.take_word("with"):
                raise QueryError("expected with")
            return ("compare", operand, word, self.literal())
        if word == "matches":
            kind, value, _ = self.peek()
            if kind != "regex":
                raise QueryError("expected a regular expression")
            self.at += 1
            return ("matches", operand, value)
        if word == "in":
            return ("in", operand, self.literals())
        negated = self.take_word("not")
        state = self.take_word("empty") if negated else self.take_word("empty", "invalid")
        if not state:
            raise QueryError("expected a state")
        return ("state", operand, "not empty" if negated else state)

    def literals(self):
        if not self.take_sign("("):
            raise QueryError("expected (")
        values = [self.literal()]
        while self.take_sign(","):
            values.append(self.literal())
        if not self.take_sign(")"):
            raise QueryError("expected )")
        return values

    def literal(self):
        kind, value, _ = self.peek()
        if kind not in ("word", "quoted") or (kind == "word" and value.lower() in RESERVED):
            raise QueryError(f"expected a value, not {value}")
        self.at += 1
        return (value, kind == "quoted")


_STEP = re.compile(r"(?P<deep>\.\.)|\.(?P<key>[^.\[\]]+)|\[(?P<index>[0-9]+)\]|\[(?P<any>\*)\]")


def parse_operand_tokens(pieces):
    """(column, steps) of the tokens of one operand."""
    kind, first, _ = pieces[0]
    if kind == "ticked":
        column, rest = first, ""
    else:
        split = min((first.find(s) for s in ".[" if s in first), default=len(first))
        column, rest = first[:split], first[split:]
    if not column:
        raise QueryError("no column")
    steps = []
    bare_name = False  # a name may follow `..` without a dot of its own

    def add(text, quoted_follows):
        nonlocal bare_name
        at = 0
        while at < len(text):
            if bare_name and text[at] not in ".[]":
                name = re.match(r"[^.\[\]]+", text[at:]).group()
                steps.append(("key", name))
                at += len(name)
                bare_name = False
                continue
            match = _STEP.match(text, at)
            if bare_name and text[at] == ".":
                raise QueryError("three dots")
            if match:
                if match["deep"]:
                    steps.append(("deep",))
                elif match["key"]:
                    steps.append(("key", match["key"]))
                elif match["index"]:
                    steps.append(("index", int(match["index"])))
                else:
                    steps.append(("any",))
                bare_name = bool(match["deep"])
                at = match.end()
                continue
            if text[at:] == "." and quoted_follows:
                return
            raise QueryError(f"bad path at {text[at:]!r}")

    add(rest, len(pieces) > 1)
    for position, (piece_kind, value, _) in enumerate(pieces[1:], 1):
        if piece_kind == "quoted":
            steps.append(("key", value))
            bare_name = False
        else:
            add(value, position + 1 < len(pieces))
    return (column, tuple(steps))


def parse_expression(text):
    """The tree, or None for blank text. Raises QueryError."""
    return Parser(text).parse()


def parse_operand(text):
    """One operand, as --sort, --facet and --columns take it."""
    parser = Parser(text)
    if not parser.tokens or parser.peek()[0] not in ("word", "ticked"):
        raise QueryError("expected a column")
    pieces = parser.operand_tokens()
    if len(pieces) != len(parser.tokens):
        raise QueryError("more than a column")
    return parse_operand_tokens(pieces)
