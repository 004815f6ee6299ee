#include "app/commands/reach.h"

#include "app/commands/commandtable.h"
#include "app/commands/console.h"
#include "app/commands/interruption.h"
#include "app/commands/outputoptions.h"
#include "models/csv/writer.h"
#include "models/relations/reach.h"
#include "models/relations/shortestpaths.h"
#include "models/schema/entityrelations.h"
#include "models/table/loader.h"
#include "models/table/tablewriter.h"
#include "models/words/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <unistd.h>
#include <utility>

namespace idscope {

namespace {

struct ReachWords {
    Q_DECLARE_TR_FUNCTIONS(ReachWords)
};

constexpr std::size_t noLimit = std::numeric_limits<std::size_t>::max();
constexpr std::size_t usualPaths = 100;

/// What the command line asks for.
struct Question {
    std::optional<std::string> from;
    std::optional<std::string> to;
    std::size_t limit = noLimit;
    PrintFormat format = PrintFormat::Csv;
};

std::expected<Question, UsageError> readQuestion(const CommandLine& line) {
    Question question{.from = line.value(Option::From), .to = line.value(Option::To)};
    if (!question.from && !question.to)
        return std::unexpected(UsageError{.problem = UsageProblem::MissingOption,
                                          .expected = ReachWords::tr("--from BRN or --to BRN"),
                                          .command = line.command->name});
    if (auto error = unusableOut(line)) return std::unexpected(std::move(*error));
    const auto limit = line.number(Option::Limit, question.from && question.to ? usualPaths : noLimit, 0, noLimit);
    if (!limit) return std::unexpected(limit.error());
    const auto format = readFormat(line);
    if (!format) return std::unexpected(format.error());
    question.limit = *limit;
    question.format = *format;
    return question;
}

/// An answer as CSV, record by record.
class Answer {
public:
    explicit Answer(std::string_view header) { csv_.append(header).append("\n"); }

    void add(std::initializer_list<std::string_view> cells) {
        std::string_view between;
        for (const std::string_view cell : cells) {
            csv_ += std::exchange(between, ",");
            appendCsvCell(csv_, cell);
        }
        csv_ += '\n';
    }

    /// As a table, so that it prints as any other.
    [[nodiscard]] TablePtr table() const { return loadTableFromMemory(csv_, {}, {}).value(); }

private:
    std::string csv_;
};

/// By distance, then by bytes.
Answer everythingReached(const Reach& reach, std::size_t limit) {
    Answer answer("BRN,type,distance,via");
    const RelationGraph& graph = reach.graph();
    for (std::uint32_t distance = 0; distance <= reach.farthest() && limit > 0; ++distance) {
        const auto nodes = reach.at(distance);
        std::vector<NodeId> sorted(nodes.begin(), nodes.end());
        std::ranges::sort(sorted, {}, [&](NodeId node) { return graph.name(node); });
        sorted.resize(std::min(limit, sorted.size()));
        limit -= sorted.size();
        for (const NodeId node : sorted) {
            const auto via = reach.via(node);
            answer.add({graph.name(node), graph.type(node), std::to_string(distance),
                        via ? graph.name(via->neighbour) : std::string_view()});
        }
    }
    return answer;
}

Answer allPaths(const ShortestPaths& found, const RelationGraph& graph) {
    Answer answer("path,step,BRN,type");
    for (std::size_t path = 0; path < found.paths.size(); ++path)
        for (std::size_t step = 0; step < found.paths[path].size(); ++step) {
            const NodeId node = found.paths[path][step].node;
            answer.add({std::to_string(path + 1), std::to_string(step), graph.name(node), graph.type(node)});
        }
    return answer;
}

/// Asks the question; what is cut is said here.
std::expected<Answer, RelationError> ask(const Table& table, const Question& question) {
    const auto graph = relationGraph(table);
    if (!graph) return std::unexpected(graph.error());
    const auto node = [&](const std::string& name) -> std::expected<NodeId, RelationError> {
        if (const auto found = (*graph)->find(name)) return *found;
        return std::unexpected(RelationError{RelationErrorKind::UnknownName, name});
    };
    std::vector<NodeId> ends;
    for (const auto& name : {question.from, question.to}) {
        if (!name) continue;
        const auto found = node(*name);
        if (!found) return std::unexpected(found.error());
        ends.push_back(*found);
    }
    if (ends.size() == 2) {
        const auto paths =
            shortestPaths(*graph, {.from = {ends.front()}, .to = {ends.back()}, .limit = question.limit});
        if (!paths) return std::unexpected(paths.error());
        if (paths->isCut())
            complain(ReachWords::tr("%1 of %2 shortest paths are printed; --limit gives more.")
                         .arg(words::number(paths->paths.size()), words::number(paths->total)));
        return allPaths(*paths, **graph);
    }
    const auto reached = reach(*graph, {.starts = ends, .direction = question.from ? Direction::Down : Direction::Up});
    if (!reached) return std::unexpected(reached.error());
    if (reached->nodes().size() > question.limit)
        complain(ReachWords::tr("%1 of %2 BRNs are printed; --limit gives more.")
                     .arg(words::number(question.limit), words::number(reached->nodes().size())));
    return everythingReached(*reached, question.limit);
}

} // namespace

CommandResult runReach(const CommandLine& line) {
    const auto question = readQuestion(line);
    if (!question) return std::unexpected(question.error());
    Output output(line.value(Option::Out).value_or(std::string()));
    // What is written so far has no name yet: it goes with the process.
    const Interruption interruption([](int signal) { _exit(Interruption::exitCode(signal)); });
    if (!output.open()) return failed(output);
    const auto table = loadTable(line.operands, {.schema = &schemas::entityRelations, .threads = usualThreads()});
    if (!table) return failed(words::sentence(table.error()));
    const auto answer = ask(**table, *question);
    if (!answer) return failed(words::sentence(answer.error()));
    const TablePtr printed = answer->table();
    printRows(output, *printed, allRows(*printed), fileColumns(*printed), {.format = question->format});
    return output.commit() ? CommandResult(exitcode::done) : failed(output);
}

} // namespace idscope
