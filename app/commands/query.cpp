#include "app/commands/query.h"

#include "app/commands/commandtable.h"
#include "app/commands/console.h"
#include "app/commands/interruption.h"
#include "app/commands/outputoptions.h"
#include "app/commands/timing.h"
#include "models/base/suggest.h"
#include "models/csv/writer.h"
#include "models/query/operandcolumn.h"
#include "models/query/query.h"
#include "models/schema/recognise.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"
#include "models/table/tablewriter.h"
#include "models/words/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <optional>
#include <ranges>
#include <unistd.h>

namespace idscope {

namespace {

struct QueryWords {
    Q_DECLARE_TR_FUNCTIONS(QueryWords)
};

template <class T>
using Read = std::expected<T, UsageError>;

constexpr std::size_t noLimit = std::numeric_limits<std::size_t>::max();

/// What the command line asks for, as far as it can be read without the table.
struct Question {
    LoadOptions load;
    ExpressionPtr where;
    QueryContext context;
    std::size_t limit = noLimit;
    PrintFormat format = PrintFormat::Csv;
};

/// A query error shown in the option's value.
UsageError unreadable(const CommandLine& line, Option option, const QueryError& error) {
    const std::string_view name = optionSpec(*line.command, option).name;
    const std::string text = *line.value(option);
    return {.problem = UsageProblem::Other,
            .expected = QueryWords::tr("%1: %2").arg(QString::fromLatin1(name.data(), qsizetype(name.size())),
                                                     words::sentence(error, text)) +
                        pointedOut(text, error.span),
            .command = line.command->name};
}

Read<const Schema*> readResource(const CommandLine& line) {
    const auto key = line.value(Option::Resource);
    if (!key) return nullptr;
    if (const Schema* schema = schemaByKey(*key, resources())) return schema;
    std::vector<std::string_view> keys;
    QStringList known;
    for (const Schema* schema : resources()) {
        keys.push_back(schema->key);
        known.push_back(QString::fromLatin1(schema->key.data(), qsizetype(schema->key.size())));
    }
    return std::unexpected(
        badValue(line, Option::Resource, QueryWords::tr("one of %1").arg(known.join(u", ")), closest(*key, keys)));
}

Read<ExpressionPtr> readWhere(const CommandLine& line) {
    const auto text = line.value(Option::Where);
    if (!text) return nullptr;
    auto expression = parseExpression(*text);
    if (!expression) return std::unexpected(unreadable(line, Option::Where, expression.error()));
    return std::move(*expression);
}

Read<QueryContext> readNow(const CommandLine& line) {
    const auto text = line.value(Option::Now);
    if (!text) return QueryContext{.now = currentInstant()};
    if (const auto now = parseInstant(*text)) return QueryContext{.now = *now};
    return std::unexpected(badValue(line, Option::Now, QueryWords::tr("an instant such as 2024-06-18T09:39:00Z")));
}

Read<Question> readQuestion(const CommandLine& line) {
    for (const auto& [one, other] : {std::pair{Option::Facet, Option::Count}, std::pair{Option::Facet, Option::Columns},
                                     std::pair{Option::Facet, Option::Sort}})
        if (auto error = line.conflict(one, other)) return std::unexpected(std::move(*error));
    if (auto error = unusableOut(line)) return std::unexpected(std::move(*error));
    const auto resource = readResource(line);
    if (!resource) return std::unexpected(resource.error());
    const auto where = readWhere(line);
    if (!where) return std::unexpected(where.error());
    const auto context = readNow(line);
    if (!context) return std::unexpected(context.error());
    const auto limit = line.number(Option::Limit, noLimit, 0, noLimit);
    if (!limit) return std::unexpected(limit.error());
    const auto format = readFormat(line);
    if (!format) return std::unexpected(format.error());
    return Question{.load = {.schemas = resources(), .schema = *resource},
                    .where = *where,
                    .context = *context,
                    .limit = *limit,
                    .format = *format};
}

/// What the command line names in the table.
struct Bound {
    std::vector<SortKey> sort;
    std::vector<WrittenColumn> columns;
    std::optional<Operand> facet;
};

Read<Bound> bind(const CommandLine& line, const Question& question, const Table& table) {
    Bound bound;
    if (const auto checked = check(table, question.where); !checked)
        return std::unexpected(unreadable(line, Option::Where, checked.error()));
    if (const auto text = line.value(Option::Sort)) {
        auto keys = parseSort(*text, table);
        if (!keys) return std::unexpected(unreadable(line, Option::Sort, keys.error()));
        bound.sort = std::move(*keys);
    }
    if (const auto text = line.value(Option::Columns)) {
        auto operands = parseOperands(*text, table);
        if (!operands) return std::unexpected(unreadable(line, Option::Columns, operands.error()));
        for (Operand& operand : *operands)
            bound.columns.push_back(writtenColumn(table, operand, line.has(Option::RevealSecrets)));
    } else {
        bound.columns = fileColumns(table);
    }
    if (const auto text = line.value(Option::Facet)) {
        auto operands = parseOperands(*text, table);
        if (!operands) return std::unexpected(unreadable(line, Option::Facet, operands.error()));
        if (operands->size() != 1) return std::unexpected(badValue(line, Option::Facet, QueryWords::tr("one column")));
        bound.facet = std::move(operands->front());
    }
    return bound;
}

void sayOddColumns(const Table& table) {
    for (const Notice& notice : table.notices().notices)
        if (notice.kind == NoticeKind::MissingRequiredColumn || notice.kind == NoticeKind::OtherSeparator)
            complain(words::sentence(notice, table));
}

void say(const PrintReport& report) {
    if (report.changedCells > 0)
        complain(
            QueryWords::tr("%n cells were given a leading apostrophe, so that no spreadsheet reads them as formulas.",
                           nullptr, int(report.changedCells)));
    if (report.replacedBytes > 0)
        complain(QueryWords::tr("%n pieces of bytes that are no UTF-8 were written as U+FFFD.", nullptr,
                                int(report.replacedBytes)));
    if (report.leftOutCells > 0)
        complain(QueryWords::tr("%n cells beyond the header were left out: JSON has no name for them.", nullptr,
                                int(report.leftOutCells)));
}

/// Values and counts as a table of their own, so that they print as any other.
TablePtr facetTable(const std::vector<FacetValue>& values, std::size_t limit) {
    std::string csv = "value,count\n";
    for (const FacetValue& value : values | std::views::take(std::min(limit, values.size()))) {
        appendCsvCell(csv, value.value);
        csv.append(",").append(std::to_string(value.count)).append("\n");
    }
    return loadTableFromMemory(csv, {}, {}).value();
}

/// Loads, asks and prints.
class Query {
public:
    Query(const CommandLine& line, Question question, Output& output)
        : line_(line), question_(std::move(question)), output_(output) {}

    CommandResult run() {
        const auto loaded = load();
        if (!loaded) return failed(words::sentence(loaded.error()));
        const Table& table = **loaded;
        const auto bound = bind(line_, question_, table);
        if (!bound) return std::unexpected(bound.error());
        sayOddColumns(table);
        auto rows = ask(table, *bound);
        if (!rows) {
            if (rows.error().problem == QueryProblem::MatchLimit)
                return failed(unreadable(line_, Option::Where, rows.error()).expected);
            return std::unexpected(unreadable(line_, Option::Where, rows.error()));
        }
        const PrintReport report = print(table, *bound, *rows);
        if (!committed()) return failed(output_);
        say(report);
        if (line_.has(Option::Timing)) printError(timing_.json());
        return exitcode::done;
    }

private:
    std::expected<TablePtr, TableError> load() {
        const PhaseTimer phase(timing_.load);
        std::optional<PhaseTimer> scan(timing_.scan); // a row can be shown once it is known where it begins
        LoadOptions options = question_.load;
        options.threads = timing_.threads = usualThreads();
        options.recordsFound = [&] { scan.reset(); };
        auto table = loadTable(line_.operands, options);
        if (table) {
            timing_.rows = (*table)->rowCount();
            timing_.bytes = (*table)->bytes();
        }
        return table;
    }

    /// The rows to print, in order, or those to count.
    std::expected<RowList, QueryError> ask(const Table& table, const Bound& bound) {
        std::expected<RowList, QueryError> rows;
        {
            const PhaseTimer phase(timing_.filter);
            rows = select(table, question_.where, question_.context);
        }
        if (!rows || bound.facet) return rows;
        if (!bound.sort.empty() && !line_.has(Option::Count)) {
            const PhaseTimer phase(timing_.sort);
            rows = sorted(table, std::move(*rows), bound.sort);
        }
        if (rows && rows->size() > question_.limit) rows->resize(question_.limit);
        return rows;
    }

    PrintReport print(const Table& table, const Bound& bound, const RowList& rows) {
        PrintOptions options{.format = question_.format,
                             .revealSecrets = line_.has(Option::RevealSecrets),
                             .surplus = !line_.has(Option::Columns)};
        if (bound.facet) {
            TablePtr values;
            {
                const PhaseTimer phase(timing_.facet);
                values = facetTable(facet(table, rows, *bound.facet), question_.limit);
            }
            const PhaseTimer phase(timing_.write);
            return printRows(output_, *values, allRows(*values), fileColumns(*values), options);
        }
        const PhaseTimer phase(timing_.write);
        if (line_.has(Option::Count)) {
            output_.text() = std::to_string(rows.size()) + '\n';
            return {};
        }
        return printRows(output_, table, rows, bound.columns, options);
    }

    bool committed() {
        const PhaseTimer phase(timing_.write);
        return output_.commit();
    }

    const CommandLine& line_;
    Question question_;
    Output& output_;
    Timing timing_;
};

} // namespace

CommandResult runQuery(const CommandLine& line) {
    auto question = readQuestion(line);
    if (!question) return std::unexpected(std::move(question.error()));
    Output output(line.value(Option::Out).value_or(std::string()));
    // What is written so far has no name yet: it goes with the process.
    const Interruption interruption([](int signal) { _exit(Interruption::exitCode(signal)); });
    if (!output.open()) return failed(output);
    return Query(line, std::move(*question), output).run();
}

} // namespace idscope
