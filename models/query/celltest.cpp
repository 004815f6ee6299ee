#include "models/query/celltest.h"

#include "models/json/secrets.h"
#include "models/query/jsontests.h"
#include "models/query/operandvalue.h"
#include "models/query/texttests.h"

#include <utility>

namespace idscope {

namespace {

using Result = std::expected<CellTest, QueryError>;

/// A comparison with an empty cell is false.
CellTest ofCell(CellTest question) {
    return
        [question = std::move(question)](std::string_view cell) { return cell.empty() ? Answer::No : question(cell); };
}

/// The cell as filters see it: without its secrets.
CellTest ofMaskedCell(CellTest question) {
    return ofCell([question = std::move(question)](std::string_view cell) {
        return secretSpans(cell).empty() ? question(cell) : question(unmatchable(cell));
    });
}

CellTest ofBrnPart(Operand::Kind kind, CellTest question) {
    return [kind, question = std::move(question)](std::string_view cell) {
        const std::string_view part = brnPart(cell, kind);
        return part.empty() ? Answer::No : question(part);
    };
}

/// A question about text put to the text of an operand.
CellTest about(const Operand& operand, ColumnType type, CellTest question) {
    switch (operand.kind) {
    case Operand::Kind::Cell:
        return type == ColumnType::Json ? ofMaskedCell(std::move(question)) : ofCell(std::move(question));
    case Operand::Kind::Path:
        return jsonTextTest(operand.path, std::move(question));
    default:
        return ofBrnPart(operand.kind, std::move(question));
    }
}

/// Equality looks at the whole cell: one that holds a secret equals nothing.
CellTest unlessSecret(CellTest question) {
    return [question = std::move(question)](std::string_view cell) {
        const Answer said = question(cell);
        return said == Answer::Yes && !secretSpans(cell).empty() ? Answer::No : said;
    };
}

CellTest equality(std::span<const Literal> literals, const Operand& operand, ColumnType type, Instant now) {
    if (operand.kind == Operand::Kind::Path) return jsonEqualityTest(operand.path, literals);
    if (operand.kind != Operand::Kind::Cell) return ofBrnPart(operand.kind, equalityTest(literals));
    if (type == ColumnType::Instant) return ofCell(instantEqualityTest(literals, now));
    CellTest test = ofCell(equalityTest(literals));
    return type == ColumnType::Json ? unlessSecret(std::move(test)) : test;
}

CellTest complement(CellTest question) {
    return [question = std::move(question)](std::string_view cell) {
        const Answer said = question(cell);
        return said == Answer::TooManySteps ? said : answer(said == Answer::No);
    };
}

Result order(const Compare& compare, const Operand& operand, ColumnType type, Instant now) {
    if (operand.kind == Operand::Kind::Path) return jsonOrderTest(operand.path, compare, now);
    const bool typed = operand.kind == Operand::Kind::Cell;
    const bool numbers = !typed || type != ColumnType::Instant;
    const bool instants = !typed || type != ColumnType::Number;
    auto number = numbers ? parseDecimal(compare.value.text) : std::nullopt;
    if (number) return about(operand, type, numberOrderTest(compare.op, std::move(*number)));
    const auto instant = instants ? instantOf(compare.value, now) : std::nullopt;
    if (instant) return about(operand, type, instantOrderTest(compare.op, *instant));
    if (!instants) return std::unexpected(notComparable(compare.value, {expectation::number}));
    if (!numbers) return std::unexpected(notComparable(compare.value, {expectation::instant}));
    return std::unexpected(notComparable(compare.value, {expectation::number, expectation::instant}));
}

CellTest isEmpty(const Operand& operand, ColumnType type) {
    if (operand.kind == Operand::Kind::Path) return jsonMissingTest(operand.path);
    if (operand.kind != Operand::Kind::Cell)
        return [kind = operand.kind](std::string_view cell) { return answer(brnPart(cell, kind).empty()); };
    const bool json = type == ColumnType::Json;
    return [json](std::string_view cell) { return answer(cell.empty() || (json && isJsonNull(cell))); };
}

} // namespace

Result cellTest(const Compare& compare, const Operand& operand, ColumnType type, Instant now) {
    switch (compare.op) {
    case CompareOp::Equal:
        return equality({&compare.value, 1}, operand, type, now);
    case CompareOp::NotEqual:
        return complement(equality({&compare.value, 1}, operand, type, now));
    case CompareOp::Contains:
    case CompareOp::StartsWith:
    case CompareOp::EndsWith:
        return about(operand, type, searchTest(compare.op, compare.value.text));
    default:
        return order(compare, operand, type, now);
    }
}

Result cellTest(const OneOf& oneOf, const Operand& operand, ColumnType type, Instant now) {
    return equality(oneOf.values, operand, type, now);
}

Result cellTest(const MatchRegex& match, const Operand& operand, ColumnType type) {
    auto test = regexTest(match.regex);
    if (test) test = about(operand, type, std::move(*test));
    return test;
}

Result cellTest(const HasState& has, const Operand& operand, ColumnType type) {
    if (has.state != StateOp::Invalid) {
        CellTest empty = isEmpty(operand, type);
        return has.state == StateOp::Empty ? std::move(empty) : complement(std::move(empty));
    }
    if (operand.kind != Operand::Kind::Cell)
        return std::unexpected(QueryError{QueryProblem::NoStateOfPath,
                                          has.operand.span,
                                          {"empty", "not empty"},
                                          canonicalText(has.operand),
                                          canonicalText(OperandName{has.operand.column, {}, {}})});
    return [type](std::string_view cell) { return answer(isInvalid(type, cell)); };
}

CellTest cellTest(CellTest textQuestion, ColumnType type) {
    return about(Operand{}, type, std::move(textQuestion));
}

} // namespace idscope
