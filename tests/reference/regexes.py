"""Regular expressions: PCRE2's as Python's."""

import re

from language import QueryError
from values import fold


def python_regex(regex):
    """PCRE2's pattern as Python's, for what the generator makes: bad bytes match nothing, case is folded."""
    pattern, ignore_case = regex
    if ignore_case:
        pattern = fold(pattern)
    out, in_class = [], False
    for piece in re.findall(r"\\x\{[0-9A-Fa-f]+\}|\\.|\[\^?|.", pattern, re.DOTALL):
        if piece.startswith("\\x{"):
            out.append(re.escape(chr(int(piece[3:-1], 16))))
        elif piece == "\\z":
            out.append("\\Z")
        elif piece.startswith("[") and not in_class:
            in_class = True
            out.append(piece + ("\udc80-\udcff" if piece == "[^" else ""))
        elif piece == "]" and in_class:
            in_class = False
            out.append(piece)
        elif piece == "." and not in_class:
            out.append("[^\n\udc80-\udcff]")
        else:
            out.append(piece)
    try:
        compiled = re.compile("".join(out))
    except re.error as error:
        raise QueryError(f"regular expression: {error}") from error
    return lambda text: compiled.search(fold(text) if ignore_case else text) is not None
