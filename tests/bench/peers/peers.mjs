// Does with DuckDB and Polars what bench_store does with Idscope, and prints the same kind of lines.
//
//     node peers.mjs FILE RUNS

import { DuckDBInstance } from "@duckdb/node-api";
import polars from "nodejs-polars";
import { unlinkSync } from "node:fs";
import { performance } from "node:perf_hooks";

const [file, runs] = [process.argv[2], Number(process.argv[3])];
const columns = ["App", "Timestamp", "Integration", "Parent Entity BRN", "Entity BRN", "Entity Type", "Source System",
    "Metadata Version", "Metadata"];
const out = `${file}.saved`;

async function measure(engine, what, ask, answer) {
    const begin = performance.now();
    const result = await ask();
    const time = performance.now() - begin;
    console.log([engine, what, time.toFixed(3), await answer(result)].join("\t"));
    return result;
}

const probes = (count, cell) => [0, Math.floor(count / 2), count - 1].map((at) => `${cell(at)}|`).join("");
const facetText = (pairs) => pairs.map(([value, count]) => `${value}=${count}|`).join("");

async function duckdb() {
    const database = await (await DuckDBInstance.create(":memory:")).connect();
    const rows = async (sql) => (await database.runAndReadAll(sql)).getRows();
    const count = async (sql) => (await rows(`SELECT count(*) FROM (${sql})`))[0][0];
    const step = (what, sql, answer) => measure("duckdb", what, () => rows(sql), answer);

    await step("load", `CREATE TABLE t AS SELECT * FROM read_csv('${file}', header = true, all_varchar = true)`,
        () => count("SELECT 1 FROM t"));
    await rows("ALTER TABLE t ADD COLUMN instant TIMESTAMP");
    await rows("UPDATE t SET instant = strptime(left(Timestamp, 19), '%Y-%m-%d %H:%M:%S')");
    const sort = (what, column, key) => step(what,
        `CREATE OR REPLACE TEMP TABLE s AS SELECT rowid AS place FROM t ORDER BY ${key}, rowid`, async () => {
            const all = Number(await count("SELECT 1 FROM t"));
            const cells = await Promise.all([0, Math.floor(all / 2), all - 1].map(async (at) =>
                (await rows(`SELECT "${column}" FROM t WHERE rowid = (SELECT place FROM s WHERE rowid = ${at})`))[0][0]));
            return probes(all, (at) => cells[[0, Math.floor(all / 2), all - 1].indexOf(at)]);
        });
    await sort("sort by instant", "Timestamp", "instant");
    await sort("sort by instant, reversed", "Timestamp", "instant DESC");
    await sort("sort by BRN", "Entity BRN", '"Entity BRN"');
    await sort("sort by BRN, again", "Entity BRN", '"Entity BRN"');
    const anywhere = (text) => columns.map((name) => `contains(lower("${name}"), '${text}')`).join(" OR ");
    const list = (where) => `SELECT list(rowid) AS places, count(*) FROM t WHERE ${where}`;
    const hits = (result) => result[0][1];
    await step("text in any column", list(anywhere("heb")), hits);
    await step("text, next keystroke", list(anywhere("hebr")), hits);
    await step("JSON path", list("json_extract_string(Metadata, '$.privilegeName') = 'admin'"), hits);
    await step("JSON path, again", list("json_extract_string(Metadata, '$.privilegeName') = 'owner'"), hits);
    const facet = (what, where) => step(what,
        `SELECT "Entity Type", count(*) AS n FROM t WHERE ${where} GROUP BY 1 ORDER BY n DESC, 1`, facetText);
    await facet("facet", "true");
    await facet("facet under a filter", "App = 'okta'");
    await step("save", `COPY (SELECT * EXCLUDE instant FROM t WHERE App = 'okta') TO '${out}' (HEADER)`,
        () => count("SELECT 1 FROM t WHERE App = 'okta'"));
    unlinkSync(out);
    const hub = (await rows(`SELECT "Parent Entity BRN" FROM t GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`))[0][0];
    await step("reach from a hub", `WITH RECURSIVE reached(brn) AS (SELECT '${hub}' UNION
        SELECT "Entity BRN" FROM reached JOIN t ON "Parent Entity BRN" = brn) SELECT count(*) FROM reached`,
        (result) => result[0][0]);
    database.closeSync();
}

async function polarsRun() {
    const col = polars.col;
    const step = (what, ask, answer) => measure("polars", what, ask, answer);
    const table = await step("load", () => polars.readCSV(file, { inferSchemaLength: 0 }), (t) => t.height);
    const instants = table.withColumn(col("Timestamp").str.slice(0, 19).str
        .strptime(polars.Datetime("ms"), "%Y-%m-%d %H:%M:%S").alias("instant"));
    const sort = (what, by, descending, column) => step(what,
        () => instants.select(by, column === by ? "App" : column).sort({ by, descending, maintainOrder: true }),
        (sorted) => probes(sorted.height, (at) => sorted.getColumn(column).get(at)));
    await sort("sort by instant", "instant", false, "Timestamp");
    await sort("sort by instant, reversed", "instant", true, "Timestamp");
    await sort("sort by BRN", "Entity BRN", false, "Entity BRN");
    const hits = (found) => found.height;
    const anywhere = (text) => columns.map((name) => col(name).str.toLowerCase().str.contains(text))
        .reduce((one, other) => one.or(other));
    await step("text in any column", () => table.select("App").filter(table.select(anywhere("heb").alias("hit"))
        .getColumn("hit")), hits);
    await step("JSON path", () => table.filter(col("Metadata").str.jsonPathMatch("$.privilegeName").eq(polars.lit("admin"))),
        hits);
    const facet = (what, rows) => step(what,
        () => rows.groupBy("Entity Type").agg(col("App").count().alias("n")).sort({ by: ["n", "Entity Type"], descending: [true, false] }),
        (values) => facetText(values.rows()));
    await facet("facet", table);
    const some = table.filter(col("App").eq(polars.lit("okta")));
    await facet("facet under a filter", some);
    await step("save", () => some.writeCSV(out), () => some.height);
    unlinkSync(out);
}

for (let run = 0; run < runs; ++run) {
    await duckdb();
    await polarsRun();
}
