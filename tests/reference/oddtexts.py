"""Texts that cells and literals are made of: ordinary ones, and odd ones of every kind."""

NOW = "2024-06-10T06:13:20Z"

WORDS = (
    "active inactive Admin admin ADMINISTRATOR bond Bond okta prod-7 prod-10 prod-010 a2 a10 A2 x-1 jason.bond@balkan.id "
    "Straße STRASSE STRA\u1e9eE \u0130stanbul istanbul \u0131x \u03c2igma \u03a3IGMA \u212aelvin kelvin \u017fecret Größe GRÖSSE "
    "ﬁn 李雷 😀 \u1f88x \u1f80x e\u0301 é #FFFFFF 7 07 1e1 2024-06-01 true null - -Heb a/b secret hidden ab\udcffcd a\udce2\udc82b"
).split()
SENTENCES = ["Data Available", "1 error occured", 'say "hi"', "one, two", "two\nlines", "cr\r\nlf", "lone\rcr", " padded ", "a\tb", "back\\slash"]
NUMBERS = "0 -0 1 2 3 10 12.5 -3 3.0 3e0 0.3e1 +4 .5 5. 1e400 -1e400 12345678901234567890 12345678901234567891 1e-7".split()
BAD_NUMBERS = ["x", "1,5", " 2", "1e", "0x10", "٣", "--1"]
INSTANTS = """2024-06-01T00:00:00Z|2024-06-01|06/01/2024|2024-06-01 05:30:00+05:30|2024-05-31T19:00:00-0500
2024-06-01 00:00:00 +0000 UTC|2024-06-01 05:30:00 +0530 IST|2024-06-01T00:00:00.000000001Z|2024-06-01T00:00:00.5z
2024-05-11T06:13:20Z|2024-05-11T06:13:19Z|2021-07-26T18:00:00Z|2023-09-22 18:30:00|2022-01-11|0001-01-01|9999-12-31
2024-02-29|2000-02-29T23:59:59Z|1969-12-31T23:59:59.999Z|2024-06-09T06:13:20Z|2024-06-10T00:00:00Z""".replace("\n", "|").split("|")
BAD_INSTANTS = """yesterday|2024-02-30|2023-02-29|2024-13-01|2024-06-01T24:00:00Z|2024-06-01T10:00|0000-01-01|2024-6-1|13/40/2024
2024-06-01T00:00:00.1234567890Z|1717200000|2024-06-01Z|2024-06-01T00:60:00Z|2024-06-01T00:00:60Z|x2024-06-01""".replace("\n", "|").split("|")
TENANT = "01J06J6V8JT92BP4RGFDTG5G97"
BRNS = [
    f"brn:bid:balkanid:::{tenant}:{kind}:{key}"
    for tenant in (TENANT, "T2")
    for kind in ("identity", "connection", "resource")
    for key in ("-HebVJVI8ca3kmd0FMm9t5hXMmsv4Ygc54hW2u7KQdg", "k1", "K1", "10")
]
ODD_BRNS = ["svc-legacy", "brn:bid:balkanid:::T:identity:", "brn:bid:balkanid:::T:identity:k:x", "BRN:bid:balkanid:::T:a:b", "::::::T:"]
COLORS = ["#FFFFFF", "#000000", "#fff", "#2857C5", "#9a4a06", "#12345678", "#777777"]
BAD_COLORS = ["secondary", "#ffff", "#gggggg", "#FFFFF", "red"]
KEYS = ["privilegeName", "privilegename", "n", "on", "odd name", "key", "a.b", 'q"uote', "größe", "type", "value", "", "in"]
