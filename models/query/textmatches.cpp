#include "models/query/textmatches.h"

#include "models/base/casefold.h"
#include "models/base/utf8.h"
#include "models/json/json.h"
#include "models/query/fold.h"
#include "models/query/operandvalue.h"
#include "models/query/regexmatcher.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace idscope {

namespace {

using Found = std::vector<TextSpan>;

/// Regular expressions that go on for longer on a cell are not worth waiting for.
constexpr std::uint32_t regexSteps = 100'000;

/// A text folded, and where each of its bytes came from.
struct Folded {
    explicit Folded(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const Utf8Step step = decodeUtf8(text, at);
            if (step.valid)
                appendUtf8(bytes, foldedCase(step.codePoint));
            else
                bytes.append(text, at, step.length);
            origins.resize(bytes.size(), at);
            at += step.length;
        }
        origins.push_back(text.size());
    }
    std::string bytes;
    std::vector<std::size_t> origins;
};

void findFolded(std::string_view text, const std::string& needle, CompareOp op, std::size_t offset, Found& found) {
    if (needle.empty()) return;
    const Folded folded(text);
    const auto add = [&](std::size_t at) {
        const std::size_t begin = folded.origins[at];
        found.push_back({offset + begin, folded.origins[at + needle.size()] - begin});
    };
    if (op == CompareOp::StartsWith) {
        if (folded.bytes.starts_with(needle)) add(0);
    } else if (op == CompareOp::EndsWith) {
        if (folded.bytes.ends_with(needle)) add(folded.bytes.size() - needle.size());
    } else {
        for (std::size_t at = folded.bytes.find(needle);
             at != std::string::npos && found.size() < TextMatches::mostMatches;
             at = folded.bytes.find(needle, at + needle.size()))
            add(at);
    }
}

void findRegex(std::string_view text, RegexMatcher& matcher, std::size_t offset, Found& found) {
    constexpr std::size_t mostAttempts = 4 * TextMatches::mostMatches; // matches of nothing cost as much as others
    std::size_t from = 0;
    for (std::size_t i = 0; i < mostAttempts && from <= text.size() && found.size() < TextMatches::mostMatches; ++i) {
        const auto span = matcher.find(text, from);
        if (!span) return;
        from = span->end();
        if (span->length > 0)
            found.push_back({offset + span->begin, span->length});
        else
            from += from < text.size() ? decodeUtf8(text, from).length : 1U;
    }
}

/// The stretches of a cell that an operand is about.
template <class Visit>
void visitParts(const Operand& operand, std::string_view text, Visit visit) {
    switch (operand.kind) {
    case Operand::Kind::Cell:
        visit(text, 0);
        break;
    case Operand::Kind::Path: {
        const JsonDocument document(text);
        if (!document.valid()) return;
        for (const std::uint32_t index : resolve(document, operand.path)) {
            const JsonNode& node = document.nodes()[index];
            const bool isString = node.kind == JsonKind::String;
            if (node.kind == JsonKind::Object || node.kind == JsonKind::Array) continue;
            const std::size_t begin = node.value.begin + (isString ? 1 : 0);
            visit(text.substr(begin, node.value.length - (isString ? 2 : 0)), begin);
        }
        break;
    }
    default:
        if (const std::string_view part = brnPart(text, operand.kind); !part.empty())
            visit(part, static_cast<std::size_t>(part.data() - text.data()));
    }
}

Found merged(Found found) {
    std::ranges::sort(found, {}, &TextSpan::begin);
    Found result;
    for (const TextSpan& span : found) {
        if (result.empty() || span.begin > result.back().end())
            result.push_back(span);
        else
            result.back().length = std::max(result.back().end(), span.end()) - result.back().begin;
    }
    return result;
}

} // namespace

/// Walks an expression for the conditions that are not negated.
class TextMatches::Collector {
public:
    Collector(TextMatches& matches, const Table& table) : matches_(matches), table_(table) {}

    /// Returns whether every row that the expression selects has a match.
    bool visit(const ExpressionPtr& expression, bool negated) {
        return std::visit([&](const auto& node) { return visitNode(node, expression, negated); }, expression->node);
    }
    [[nodiscard]] std::vector<ExpressionPtr>& leaves() { return leaves_; }

private:
    bool visitNode(const Not& no, const ExpressionPtr&, bool negated) { return visit(no.inner, !negated); }
    bool visitNode(const And& all, const ExpressionPtr&, bool negated) {
        return visitParts(all.parts, negated, negated);
    }
    bool visitNode(const Or& any, const ExpressionPtr&, bool negated) {
        return visitParts(any.parts, negated, !negated);
    }
    bool visitParts(const std::vector<ExpressionPtr>& parts, bool negated, bool needsAll) {
        std::size_t sure = 0;
        for (const ExpressionPtr& part : parts)
            sure += visit(part, negated) ? 1U : 0U;
        return needsAll ? sure == parts.size() : sure > 0;
    }
    bool visitNode(const AnyText& any, const ExpressionPtr& leaf, bool negated) {
        return !negated && add(leaf, std::nullopt, textFinder(any.text.text, CompareOp::Contains));
    }
    bool visitNode(const AnyMatch& any, const ExpressionPtr& leaf, bool negated) {
        return !negated && add(leaf, std::nullopt, regexFinder(any.regex));
    }
    bool visitNode(const Compare& compare, const ExpressionPtr& leaf, bool negated) {
        const bool isText = compare.op == CompareOp::Contains || compare.op == CompareOp::StartsWith ||
                            compare.op == CompareOp::EndsWith;
        return isText && !negated && add(leaf, compare.operand, textFinder(compare.value.text, compare.op));
    }
    bool visitNode(const MatchRegex& match, const ExpressionPtr& leaf, bool negated) {
        return !negated && add(leaf, match.operand, regexFinder(match.regex));
    }
    bool visitNode(const OneOf&, const ExpressionPtr&, bool) { return false; }
    bool visitNode(const HasState&, const ExpressionPtr&, bool) { return false; }
    bool visitNode(const InReach&, const ExpressionPtr&, bool) { return false; }

    bool add(const ExpressionPtr& leaf, const std::optional<OperandName>& name, Finder finder) {
        if (!finder) return false;
        std::optional<Operand> operand;
        if (name) {
            auto bound = bindOperand(*name, table_);
            if (!bound) return false;
            operand = std::move(*bound);
        }
        leaves_.push_back(leaf);
        matches_.conditions_.push_back({std::move(operand), std::move(finder)});
        return true;
    }

    static Finder textFinder(std::string_view text, CompareOp op) {
        std::string needle;
        foldInto(needle, text);
        return
            [needle, op](std::string_view in, std::size_t at, Found& found) { findFolded(in, needle, op, at, found); };
    }
    static Finder regexFinder(const Regex& regex) {
        auto compiled = RegexMatcher::compile(regex.pattern, regex.ignoreCase, regexSteps);
        if (!compiled) return {};
        const auto matcher = std::make_shared<RegexMatcher>(std::move(*compiled));
        return [matcher](std::string_view in, std::size_t at, Found& found) { findRegex(in, *matcher, at, found); };
    }

    TextMatches& matches_;
    const Table& table_;
    std::vector<ExpressionPtr> leaves_;
};

TextMatches::TextMatches(const ExpressionPtr& expression, const Table& table) {
    if (!expression) return;
    Collector collector(*this, table);
    inEveryRow_ = collector.visit(expression, false);
    std::vector<ExpressionPtr>& leaves = collector.leaves();
    if (leaves.empty()) return;
    const auto any = leaves.size() == 1
                         ? leaves.front()
                         : std::make_shared<const Expression>(Expression{.node = Or{std::move(leaves)}, .span = {}});
    rows_ = std::make_shared<const Expression>(Expression{.node = And{{expression, any}}, .span = {}});
}

std::vector<TextSpan> TextMatches::find(ColumnId column, std::string_view text) const {
    Found found;
    const std::string_view searched = text.substr(0, searchedBytes);
    for (const Condition& condition : conditions_) {
        if (!condition.operand)
            condition.find(searched, 0, found);
        else if (condition.operand->column == column)
            visitParts(*condition.operand, searched,
                       [&](std::string_view part, std::size_t at) { condition.find(part, at, found); });
    }
    return merged(std::move(found));
}

} // namespace idscope
