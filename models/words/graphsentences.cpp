#include "models/query/lexer.h"
#include "models/words/graphwords.h"
#include "models/words/phrase.h"
#include "models/words/words.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace idscope::words {

using namespace Qt::StringLiterals;

namespace {

QString milliseconds(double time) {
    return time < 1 ? Words::tr("Under 1 ms.")
                    : Words::tr("%1 ms.").arg(number(static_cast<std::uint64_t>(std::llround(time))));
}

/// "Tomasz Wren", "Tomasz Wren and 2 more"
QString some(const QStringList& names) {
    if (names.isEmpty()) return {};
    if (names.size() == 1) return names.front();
    return Words::tr("%1 and %Ln more", "names", static_cast<int>(names.size()) - 1).arg(names.front());
}

QString counts(const GraphFindings& found) {
    QStringList parts;
    for (const auto& [type, count] : found.types)
        parts.append(entities(type, count));
    return list(parts);
}

QString hops(std::uint32_t most) {
    return Words::tr("in at most %Ln hops", nullptr, plural(most));
}

GraphSentence reachSentence(const GraphFindings& found, const QString& start, bool down) {
    const auto n = found.nodes.size();
    if (n == 0 && down)
        return {Words::tr("%1 reaches nothing.").arg(start), {}, Words::tr("Reached by %1").arg(start), {}};
    if (n == 0) return {Words::tr("Nobody reaches %1.").arg(start), {}, Words::tr("Who reaches %1").arg(start), {}};
    const QString rest = Words::tr("%1, %2.", "what was found, how far").arg(counts(found), hops(found.farthest));
    if (down)
        return {Words::tr("%1 reaches %Ln entities:", nullptr, plural(n)).arg(start),
                rest,
                Words::tr("Reached by %1").arg(start),
                {}};
    return {Words::tr("%Ln entities reach %1:", nullptr, plural(n)).arg(start),
            rest,
            Words::tr("Who reaches %1").arg(start),
            {}};
}

GraphSentence pathSentence(const ShortestPaths& paths, const QString& from, const QString& to) {
    const QString title = Words::tr("From %1 to %2").arg(from, to);
    if (paths.total == 0) return {Words::tr("No way leads from %1 to %2.").arg(from, to), {}, title, {}};
    const auto length = paths.paths.front().size() - 1;
    const QString lead = Words::tr("%Ln shortest paths from %1 to %2:", nullptr, plural(paths.total)).arg(from, to);
    QString rest = Words::tr("%Ln hops.", nullptr, plural(length));
    if (paths.isCut())
        rest = joined(rest, Words::tr("The first %1 are drawn and listed.").arg(number(paths.paths.size())));
    return {lead, rest, title, {}};
}

std::string literal(std::string_view text) {
    return idscope::quoted(text);
}

} // namespace

GraphSentence graphSentence(const GraphAnswer& answer, const GraphFindings& found, const QStringList& from,
                            const QStringList& to) {
    GraphSentence said;
    const QString start = some(from);
    switch (answer.question.kind) {
    case GraphQuestionKind::ReachedFrom:
        said = reachSentence(found, start, true);
        break;
    case GraphQuestionKind::Reaching:
        said = reachSentence(found, start, false);
        break;
    case GraphQuestionKind::Paths:
        if (answer.paths) said = pathSentence(*answer.paths, start, some(to));
        break;
    case GraphQuestionKind::Cycles:
        said = {answer.cycles.empty() ? Words::tr("No access runs in a circle.")
                                      : Words::tr("%Ln cycles:", nullptr, plural(answer.cycles.size())),
                answer.cycles.empty()
                    ? QString()
                    : Words::tr("%1, each listed with the shortest way back to it.").arg(counts(found)),
                Words::tr("Nodes on cycles"),
                {}};
        break;
    case GraphQuestionKind::Shared:
        said = {found.nodes.empty()
                    ? Words::tr("%1 share nothing.").arg(start)
                    : Words::tr("%1 all reach %Ln entities:", nullptr, plural(found.nodes.size())).arg(start),
                found.nodes.empty() ? QString() : counts(found) + u'.',
                Words::tr("Reached by all of %1").arg(start),
                {}};
        break;
    }
    if (!answer.question.only.empty())
        said.rest = joined(said.rest, Words::tr("Only over %1.").arg(quoted(answer.question.only)));
    said.rest = joined(said.rest, milliseconds(answer.milliseconds));
    said.tab = Words::tr("Graph, %1").arg(start.isEmpty() ? Words::tr("cycles") : start);
    return said;
}

QString drawnFact(std::size_t rows, const Picture& picture, std::size_t leftOut) {
    QStringList parts;
    if (leftOut > 0) parts << Words::tr("left out of the drawing %1").arg(number(leftOut));
    if (picture.edgesLeftOut > 0) parts << Words::tr("%Ln arrows left out", nullptr, plural(picture.edgesLeftOut));
    if (picture.edgesAside > 0)
        parts << Words::tr("%Ln arrows that lead sideways or back not drawn", nullptr, plural(picture.edgesAside));
    parts << Words::tr("%Ln rows", nullptr, plural(rows))
          << Words::tr("in the drawing %1, folded into counted nodes %2, cap %3 nodes")
                 .arg(number(picture.drawn), number(picture.folded), number(Picture::cap));
    return parts.join(u" · "_s);
}

QString countedTitle(const PictureKey& key, std::size_t count, const QString& anchor) {
    const QString counted = entities(key.type, count);
    using enum PictureKey::Kind;
    if (key.kind == FoldUp && !anchor.isEmpty()) return Words::tr("%1 with access to %2").arg(counted, anchor);
    if (key.kind == FoldDown && !anchor.isEmpty()) return Words::tr("%1 that %2 has access to").arg(counted, anchor);
    return Words::tr("%1 counted together").arg(counted);
}

QString leftOutTitle(std::size_t count) {
    return Words::tr("%Ln entities left out of the drawing", nullptr, plural(count));
}

std::vector<ColumnHead> columnHeads(const Picture& picture, const std::vector<QString>& types,
                                    const GraphAnswer& answer) {
    struct Column {
        QStringList kinds;
        bool isFound = true; ///< all of it
    };
    const auto isFound = [&answer](NodeId node) { return !answer.reach || answer.reach->contains(node); };
    std::vector<Column> columns;
    for (std::size_t i = 0; i < picture.nodes.size(); ++i) {
        const std::uint32_t c = picture.nodes[i].column;
        if (columns.size() <= c) columns.resize(c + 1);
        if (!columns[c].kinds.contains(types[i])) columns[c].kinds.append(types[i]);
        if (!std::ranges::all_of(picture.nodes[i].members, isFound)) columns[c].isFound = false;
    }
    std::vector<ColumnHead> heads;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const QStringList& kinds = columns[c].kinds;
        if (kinds.isEmpty()) {
            heads.push_back({});
            continue;
        }
        const bool identities = kinds.contains(u"identity"_s);
        const bool groups = kinds.contains(u"connection"_s);
        const bool resources = kinds.contains(u"resource"_s);
        QStringList names;
        if (identities) names.append(Words::tr("identities"));
        if (groups) names.append(Words::tr("groups"));
        if (resources) names.append(Words::tr("resources"));
        const bool onlyOthers = names.isEmpty();
        if (kinds.size() > names.size()) names.append(Words::tr("others", "over a column: entities of other types"));
        const auto hop = static_cast<std::uint64_t>(std::abs(static_cast<int>(c) + picture.firstLayer));
        const bool last = c + 1 == columns.size();
        if (answer.question.kind == GraphQuestionKind::Cycles)
            heads.push_back({c == 0 ? Words::tr("Cycle") : Words::tr("Next", "node of a cycle"), list(names)});
        else if ((identities && (c == 0 || kinds.size() == 1)) ||
                 (onlyOthers && c == 0 && !last && picture.firstLayer == 0))
            heads.push_back({Words::tr("Who"), list(names)});
        else if (resources && last)
            heads.push_back({Words::tr("What"), list(names)});
        else if (hop == 0)
            heads.push_back({Words::tr("Start"), list(names)});
        else if (!columns[c].isFound)
            heads.push_back({Words::tr("Through"), list(names)});
        else
            heads.push_back(
                {Words::tr("Through"),
                 Words::tr("%1, %2", "groups, 1 hop").arg(list(names), Words::tr("%Ln hops", nullptr, plural(hop)))});
    }
    return heads;
}

QString graphExpression(const GraphAnswer& answer) {
    const char* const name = answer.question.kind == GraphQuestionKind::Reaching ? "reaches" : "reachable_from";
    const bool shared = answer.question.kind == GraphQuestionKind::Shared;
    if (!answer.reach && !answer.shared) return {};
    std::string text;
    for (const NodeId node : answer.question.from) {
        if (!text.empty()) text += shared ? " and " : " or ";
        text += std::string(name) + '(' + literal(answer.graph->name(node)) + ')';
    }
    return fromUtf8(text);
}

QString nodeExpression(const QString& name, bool about) {
    const std::string text = literal(name.toUtf8().toStdString());
    const std::string own = "parent_entity_brn = " + text + " or entity_brn = " + text;
    return fromUtf8(about ? own : "not (" + own + ")");
}

} // namespace idscope::words
