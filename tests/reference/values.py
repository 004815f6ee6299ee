"""What cells and literals mean: numbers, instants, BRNs, colours, case and natural order.

Text is str with bad UTF-8 bytes as surrogate escapes, so that no byte is lost.
"""

import re
import sys
from datetime import date
from functools import cmp_to_key

BAD_BYTE = re.compile("[\udc80-\udcff]")

sys.set_int_max_str_digits(0)  # runs of digits have any length


def raw(text):
    """The bytes of a text, as they stand in the file."""
    return text.encode("utf-8", "surrogateescape")


def fold(text):
    """Unicode simple case folding (C + S): one code point to one."""
    return "".join(map(_fold_one, text))


def _fold_one(char):
    full = char.casefold()
    if len(full) == 1:
        return full
    # A full folding to several; where a simple one exists beside it, that is the lower case.
    lower = char.lower()
    return lower if len(lower) == 1 else char


def folded_name(name):
    """How header cells and column names compare."""
    name = name.strip(" \t\r\n")
    return fold(name.removesuffix("*")).replace("_", " ")


NUMBER = re.compile(r"([+-]?)(?:([0-9]+)(?:\.([0-9]*))?|\.([0-9]+))(?:[eE]([+-]?[0-9]+))?")


def number(text):
    """A key that orders numbers exactly, of any length; None when the text is no number."""
    match = NUMBER.fullmatch(text)
    if not match:
        return None
    sign, whole, fraction, bare_fraction, exponent = match.groups()
    fraction = fraction or bare_fraction or ""
    digits = (whole or "") + fraction
    point = len(whole or "") + int(exponent or 0)
    significant = digits.lstrip("0")
    point -= len(digits) - len(significant)
    significant = significant.rstrip("0")
    if not significant:
        return (0,)
    if sign == "-":
        # Of negative numbers, those with larger digits come first; a prefix comes after what is longer.
        return (-1, -point, [9 - int(d) for d in significant] + [10])
    return (1, point, [int(d) for d in significant])


_CLOCK = r"(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?"
_ZONE = r"(?:([Zz])|([+-])(\d\d):?(\d\d)| ([+-])(\d\d):?(\d\d) [A-Z]+)?"
_INSTANT = re.compile(rf"(\d{{4}})-(\d\d)-(\d\d)(?:[T ]{_CLOCK}{_ZONE})?", re.ASCII)
_SLASHED = re.compile(r"(\d\d)/(\d\d)/(\d{4})", re.ASCII)
_RELATIVE = re.compile(r"-(\d+)([dhw])", re.ASCII)
_UNITS = {"h": 3600, "d": 86400, "w": 7 * 86400}
_EPOCH = date(1970, 1, 1).toordinal()


def instant(text):
    """(seconds since 1970 UTC, nanoseconds), or None."""
    slashed = _SLASHED.fullmatch(text)
    if slashed:
        month, day, year = map(int, slashed.groups())
        return _seconds(year, month, day)
    match = _INSTANT.fullmatch(text)
    if not match:
        return None
    start = _seconds(*map(int, match.group(1, 2, 3)))
    if start is None or match.group(4) is None:
        return start
    hour, minute, second = map(int, match.group(4, 5, 6))
    if hour > 23 or minute > 59 or second > 59:
        return None
    sign, hours, minutes = match.group(9, 10, 11) if match.group(9) else match.group(12, 13, 14)
    offset = 0
    if sign:
        offset = (int(hours) * 3600 + int(minutes) * 60) * (-1 if sign == "-" else 1)
    nanos = int((match.group(7) or "").ljust(9, "0"))
    return (start[0] + hour * 3600 + minute * 60 + second - offset, nanos)


def _seconds(year, month, day):
    try:
        return ((date(year, month, day).toordinal() - _EPOCH) * 86400, 0)
    except ValueError:
        return None


def relative_instant(text, now):
    match = _RELATIVE.fullmatch(text)
    if not match:
        return None
    return (now[0] - int(match.group(1)) * _UNITS[match.group(2)], now[1])


def brn(text):
    """{tenant, type, key} of a BRN; None for an opaque name."""
    parts = text.split(":")
    if len(parts) != 8 or parts[:5] != ["brn", "bid", "balkanid", "", ""] or not all(parts[5:]):
        return None
    return dict(zip(("tenant", "type", "key"), parts[5:]))


def is_color(text):
    return re.fullmatch(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})", text) is not None


def contrast_ratio(foreground, background):
    """WCAG 2.1, two decimals; empty when one is no hex colour."""
    if not is_color(foreground) or not is_color(background):
        return ""
    lighter, darker = sorted((_luminance(foreground), _luminance(background)), reverse=True)
    return f"{(lighter + 0.05) / (darker + 0.05):.2f}"


def _luminance(color):
    digits = color[1:]
    channels = [d * 2 for d in digits] if len(digits) == 3 else [digits[i : i + 2] for i in (0, 2, 4)]
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (int(h, 16) / 255 for h in channels)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def compare_naturally(a, b):
    """Runs of ASCII digits by value, the rest by folded code points, a prefix first, ties by bytes."""
    x, y = _natural_parts(a), _natural_parts(b)
    for left, right in zip(x, y):
        if left == right:
            continue
        if isinstance(left, int) and isinstance(right, int):
            return -1 if left < right else 1
        # Digits against other text: by code point.
        p = left if isinstance(left, str) else "0"
        q = right if isinstance(right, str) else "0"
        return -1 if p < q else 1
    if len(x) != len(y):
        return -1 if len(x) < len(y) else 1
    return (raw(a) > raw(b)) - (raw(a) < raw(b))


def _natural_parts(text):
    """Digit runs as numbers, other characters one by one."""
    parts = []
    for run in re.findall(r"[0-9]+|[^0-9]+", text):
        if run[0] in "0123456789":
            parts.append(int(run))
        else:
            parts.extend(fold(run))
    return parts


natural_key = cmp_to_key(compare_naturally)
