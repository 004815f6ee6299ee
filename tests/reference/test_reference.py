"""The reference against expectations written by hand, row by row of the filter language."""

import unittest

from jsoncells import DOTS, masked, parse
from language import QueryError, parse_expression, parse_operand
from reference import query, select, sorted_rows
from tables import Table, csv_line, recognise
from values import contrast_ratio, fold, instant, natural_key, number

NOW = (1_718_000_000, 0)  # 2024-06-10T06:13:20Z

INTEGRATIONS = (
    "ID,Name,Last Run,Status,Message,Metadata,Reviewer Count,odd col\n"
    '1,Jason Bond,2024-06-01T00:00:00Z,active,,"{""privilegeName"":""admin"",""n"":3,""on"":true}",2,a10\n'
    '2,ADMINISTRATOR,2024-05-01,inactive,1 error,"[{""key"":""client_id""},{""key"":""x"",""odd name"":null}]",10,a2\n'
    "3,Straße,bad,Active,Größe,{broken,x,a2\n"
    '4,,,active,"a, ""b""","{""type"":""secret"",""value"":""hidden"",""n"":""3""}",,\n'
    "5,Kelvin \u212a,2024-06-01 05:30:00 +0530 IST,,null,null,-1e1,7\n"
)

RELATIONS = (
    "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source System,Metadata Version,Metadata\n"
    "okta,2024-06-01,i,brn:bid:balkanid:::T:identity:k1,brn:bid:balkanid:::T:connection:-Heb,connection,okta,v1,{}\n"
    "okta,2024-06-01,i,opaque,brn:bid:balkanid:::T:resource:k3,resource,okta,v1,{}\n"
)

# expression, rows it selects (from 1)
WHERE = [
    ("", "12345"),
    ("bond", "1"),
    ('"jason bond"', "1"),
    ("jason bond", "1"),
    ("HIDDEN", ""),
    ("secret", "4"),
    ("größe", "3"),
    ('"größE"', "3"),
    ("strasse", ""),
    ("STRAßE", "3"),
    ("\u1e9e", "3"),
    ('"kelvin k"', "5"),
    ("/adm(in)?/", "1"),
    ("/ADM/", "2"),
    ("/adm/i", "12"),
    ("/^a$/", ""),
    ("/a\\/b/", ""),
    ("status = active", "14"),
    ("status == active", "14"),
    ('STATUS = "active"', "14"),
    ("status != active", "235"),
    ("not status = active", "235"),
    ("name ~ BOND", "1"),
    ("name contains bond", "1"),
    ("name starts with ja", "1"),
    ("name starts with admin", "2"),
    ("name ends with TOR", "2"),
    ("name matches /^j.*d$/i", "1"),
    ("name matches /^j/", ""),
    ("status in (active, inactive)", "124"),
    ("not status in (active, inactive)", "35"),
    ("message is empty", "1"),
    ("message is not empty", "2345"),
    ("name is empty", "4"),
    ("metadata is empty", "5"),
    ("metadata is invalid", "3"),
    ("last_run is invalid", "3"),
    ("reviewer_count is invalid", "3"),
    ("name is invalid", ""),
    ("reviewer_count >= 2", "12"),
    ("reviewer_count < 0", "5"),
    ("reviewer_count = 2.0", ""),
    ("reviewer_count = 10", "2"),
    ("not reviewer_count >= 2", "345"),
    ("`odd col` > 6", "5"),
    ("odd_col = a2", "23"),
    ("`Last Run` >= 2024-06-01", "15"),
    ("last_run > 2024-06-01", ""),
    ("last_run = 2024-06-01", "15"),
    ('last_run = "06/01/2024"', "15"),
    ("last_run = bad", "3"),
    ("last_run != 2024-06-01", "234"),
    ("last_run in (2024-05-01, bad)", "23"),
    ("last_run < -30d", "2"),
    ("last_run > -2w", "15"),
    ("metadata.privilegeName = admin", "1"),
    ("metadata.privilegename = admin", ""),
    ("metadata.privilegeName ~ ADM", "1"),
    ('metadata[1]."odd name" is empty', "12345"),
    ("metadata[1].key is empty", "1345"),
    ("metadata[0].key = client_id", "2"),
    ("metadata[*].key = x", "2"),
    ("metadata[*].key != x", "1345"),
    ("metadata.. = admin", "1"),
    ("metadata..key = x", "2"),
    ("metadata.on = true", "1"),
    ('metadata.on = "true"', ""),
    ("metadata.on ~ TRU", "1"),
    ("metadata.n = 3", "1"),
    ("metadata.n = 3e0", "1"),
    ('metadata.n = "3"', "4"),
    ("metadata.n > 2", "1"),
    ("metadata.n in (3, 4)", "1"),
    ("metadata.value = hidden", ""),
    ("metadata.value != hidden", "12345"),
    ("metadata.value is not empty", "4"),
    ("metadata.. ~ hidden", ""),
    ("metadata.. matches /adm/", "1"),
    ("not active", "5"),
    ("!active", "5"),
    ("!status = active", "235"),
    ("status = active and name is empty", "4"),
    ("status = active && name is empty", "4"),
    ("status = active name is empty", "4"),
    ("name is empty or status = inactive", "24"),
    ("name is empty || status = inactive", "24"),
    ("bond or error and status = inactive", "12"),
    ("(bond or error) and status = inactive", "2"),
    ("not bond or bond", "12345"),
    ("not not bond", "1"),
    ('metadata = "null"', "5"),
    ('name = ""', ""),
    ('name != ""', "12345"),
    ('message = "a, \\"b\\""', "4"),
    ('"\\"b\\""', "4"),
    ('"status"', ""),
    ("-", "125"),
]

BAD = [
    "nocolumn = 1", "status =", "status = =", "(status = active", "status = active)", '"open', "/open", "/a/x", "/(/",
    "status in ()", "status in (a", "status in a", "status in (a,)", "and", "status = active or", "not", "`status`",
    "status is", "status is full", "status starts x", "status matches x", "status = (a)", "last_run < x",
    "reviewer_count < x", "status < x", "reviewer_count > 2024-06-01", "name.x = 1", "metadata.x is invalid",
    "reaches(a)", "reaches()", "reaches(a", "reaches(a, b)", "reaches(/a/)",
    "metadata[x] = 1", "metadata. = 1", "metadata...a = 1", "a | b", "a & b", "status = /x/", "metadata.n < x",
]  # fmt: skip


class FilterLanguage(unittest.TestCase):
    table = Table(INTEGRATIONS.encode())

    def test_selects(self):
        for where, expected in WHERE:
            with self.subTest(where):
                self.assertEqual("".join(str(r + 1) for r in select(self.table, where, NOW)), expected)

    def test_refuses(self):
        for where in BAD:
            with self.subTest(where), self.assertRaises(QueryError):
                select(self.table, where, NOW)

    def test_parts_of_a_brn(self):
        table = Table(RELATIONS.encode())
        for where, expected in [
            ("entity_brn.type = connection", [0]),
            ("entity_brn.key = -Heb", [0]),
            ("parent_entity_brn.type is empty", [1]),
            ("parent_entity_brn.type != identity", [1]),
            ("parent_entity_brn is invalid", [1]),
            ("parent_type = identity", [0]),
            ("parent_entity_brn.tenant ~ t", [0]),
            ("reaches (x)", []),
            ('reaches("nobody")', []),
            ("not reachable_from(nobody)", [0, 1]),
        ]:
            with self.subTest(where):
                self.assertEqual(select(table, where, NOW), expected)
        with self.assertRaises(QueryError):
            select(table, "entity_brn.colour = x", NOW)

    def test_walks(self):
        header, _, _ = RELATIONS.partition("\n")
        cells = len(header.split(","))
        at = header.split(",").index("Parent Entity BRN")
        row = lambda parent, child: ",".join([""] * at + [parent, child] + [""] * (cells - at - 2))
        pairs = ["ab", "bc", "ca", "cd", "xd", "yy"]
        table = Table("\n".join([header, *(row(*pair) for pair in pairs), row("a", ""), row("", "d")]).encode())
        for where, expected in [
            ("reachable_from(a)", [0, 1, 2, 3]),
            ("reachable_from(d)", []),
            ("Reaches( d )", [0, 1, 2, 3, 4]),
            ("reaches(y) or reachable_from(x)", [4, 5]),
            ("reaches(a) and reachable_from(a)", [0, 1, 2]),
        ]:
            with self.subTest(where):
                self.assertEqual(select(table, where, NOW), expected)

    def test_trees(self):
        self.assertEqual(
            parse_expression("not a b or c"),
            ("or", [("and", [("not", ("text", ("a", False))), ("text", ("b", False))]), ("text", ("c", False))]),
        )
        self.assertEqual(
            parse_operand('`Meta Data`[0].a."odd \\"n\\"".b..c[*]'),
            (
                "Meta Data",
                (("index", 0), ("key", "a"), ("key", 'odd "n"'), ("key", "b"), ("deep",), ("key", "c"), ("any",)),
            ),
        )


class Values(unittest.TestCase):
    def test_numbers(self):
        ordered = ["-1e3", "-2", "-1.25", "-1.2", "-.5", "-0", "5e-1", "1.", "1.25", "2", "10", "9e99", "1e100"]
        keys = [number(text) for text in ordered]
        self.assertEqual(keys, sorted(keys))
        self.assertEqual(len(set(map(str, keys))), len(keys))
        self.assertEqual(number("+3.0"), number("30e-1"))
        self.assertEqual(number("-0.0"), number("0"))
        for text in ("", "x", "1 ", ".", "1e", "--1", "0x1", "٣", "NaN"):
            self.assertIsNone(number(text), text)

    def test_instants(self):
        same = "2024-06-13T06:17:04Z 2024-06-13T06:17:04.000z 2024-06-13T11:47:04+05:30 2024-06-13T01:17:04-0500".split()
        for text in [*same, "2024-06-13 06:17:04 +0000 UTC", "2024-06-13 06:17:04"]:
            self.assertEqual(instant(text), (1718259424, 0), text)
        self.assertEqual(instant("2022-01-11"), instant("01/11/2022"))
        self.assertEqual(instant("1970-01-01T00:00:00.5Z"), (0, 500_000_000))
        bad = "2024-02-30 2024-13-01 0000-01-01 2024-6-1 2024-06-01T24:00:00 2024-06-01T10:00 13/01/2024 2024-06-01Z".split()
        for text in [*bad, " 2024-06-01", "2024-06-01T00:00:00.1234567890Z", "2024-06-01T00:60:00Z", ""]:
            self.assertIsNone(instant(text), text)

    def test_simple_folding(self):
        self.assertEqual(fold("AÜẞßςΣK\u0130\u1f88ŉ"), "aüßßσσk\u0130\u1f80ŉ")

    def test_natural_order(self):
        ordered = ["a1", "a2", "a02x", "A10", "a10", "ab", "b", "É"]
        self.assertEqual(sorted(reversed(ordered), key=natural_key), ordered)

    def test_contrast(self):
        self.assertEqual(contrast_ratio("#000", "#FFFFFF80"), "21.00")
        self.assertEqual(contrast_ratio("#777777", "#fff"), "4.48")
        self.assertEqual(contrast_ratio("", "#fff"), "")


class JsonCells(unittest.TestCase):
    def test_validity(self):
        for text in ('{"a":1,"a":2}', " [1e5] ", '"\\ud800"', "[" * 512 + "]" * 512):
            self.assertIsNotNone(parse(text), text)
        for text in ("", "[1,]", "NaN", "01", '"\x01"', '"\udcff"', "\ufeff{}", "[" * 513 + "]" * 513, "[" * 90_000):
            self.assertIsNone(parse(text), text)

    def test_masks(self):
        self.assertEqual(masked('{"type": "secret", "value": {"a":1} }'), '{"type": "secret", "value": "%s" }' % DOTS)
        self.assertEqual(masked('{"typ\\u0065":"secret","value":1}'), '{"typ\\u0065":"secret","value":"%s"}' % DOTS)
        self.assertEqual(masked('{"type":"secret","value":1,}'), '{"type":"secret",' + DOTS)
        self.assertEqual(masked('{"type":"public","value":"secret"}'), '{"type":"public","value":"secret"}')


class Output(unittest.TestCase):
    table = Table(INTEGRATIONS.encode())

    def column(self, **options):
        lines = query(self.table, NOW, **options).decode().splitlines()[1:]
        return ",".join(lines)

    def test_recognises(self):
        self.assertEqual(self.table.resource, "integrations")
        self.assertEqual(recognise("id *,x".split(",")), None)
        self.assertEqual(recognise("ID*,type,NAME".split(",")), "labels")
        self.assertEqual(Table(RELATIONS.encode()).resource, "entity-relations")

    def test_sorts(self):
        for sort, expected in [
            ("odd_col", [4, 1, 2, 0, 3]),
            ("odd_col:desc", [0, 1, 2, 4, 3]),
            ("last_run", [1, 0, 4, 2, 3]),
            ("last_run:desc", [0, 4, 1, 2, 3]),
            ("reviewer_count", [4, 0, 1, 2, 3]),
            ("reviewer_count:desc", [1, 0, 4, 2, 3]),
            ("status,id:desc", [2, 3, 0, 1, 4]),
            ("metadata.n", [0, 3, 1, 2, 4]),
        ]:
            with self.subTest(sort):
                self.assertEqual(sorted_rows(self.table, list(range(5)), sort), expected)

    def test_whole_table_comes_out_as_it_is_with_secrets_masked(self):
        text = INTEGRATIONS.replace('""hidden""', '""%s""' % DOTS)
        self.assertEqual(query(self.table, NOW).decode(), text)
        self.assertEqual(query(self.table, NOW, reveal=True).decode(), INTEGRATIONS)

    def test_columns_limit_count_facet(self):
        self.assertEqual(self.column(columns="id,metadata.n", limit=2), "1,3,2,")
        self.assertEqual(query(self.table, NOW, where="bond", count=True), b"1\n")
        self.assertEqual(self.column(facet_of="status"), "active,2,,1,Active,1,inactive,1")
        self.assertEqual(self.column(facet_of="metadata.value"), f",4,{DOTS},1")

    def test_json(self):
        self.assertEqual(
            query(self.table, NOW, columns="id,status", limit=1, form="json"), b'[{"ID": "1", "Status": "active"}]'
        )

    def test_ragged_rows_and_lines(self):
        table = Table(b'\xef\xbb\xbfa,b\r\n1\r\n1,2,3\n"x""y\n",\n\n')
        self.assertEqual(query(table, NOW), b'a,b\n1,\n1,2,3\n"x""y\n",\n,\n')
        self.assertEqual(csv_line(["", "a b", "c,d"]), ',a b,"c,d"\n')


if __name__ == "__main__":
    unittest.main()
