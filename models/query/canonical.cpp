#include "models/query/expression.h"
#include "models/query/lexer.h"

#include <algorithm>
#include <utility>

namespace idscope {

namespace {

template <class... Cases>
struct Overload : Cases... {
    using Cases::operator()...;
};

/// The parts of an And or Or, those of the same kind within it taken apart.
template <class Many>
void flatten(const Many& all, std::vector<const Expression*>& parts) {
    for (const ExpressionPtr& part : all.parts) {
        if (const auto* inner = std::get_if<Many>(&part->node)) {
            flatten(*inner, parts);
        } else {
            parts.push_back(part.get());
        }
    }
}

template <class Many>
std::vector<const Expression*> flattened(const Many& all) {
    std::vector<const Expression*> parts;
    flatten(all, parts);
    return parts;
}

std::string_view sign(CompareOp op) {
    switch (op) {
    case CompareOp::Equal:
        return "=";
    case CompareOp::NotEqual:
        return "!=";
    case CompareOp::Less:
        return "<";
    case CompareOp::LessEqual:
        return "<=";
    case CompareOp::Greater:
        return ">";
    case CompareOp::GreaterEqual:
        return ">=";
    case CompareOp::Contains:
        return "~";
    case CompareOp::StartsWith:
        return "starts with";
    case CompareOp::EndsWith:
        return "ends with";
    }
    return {};
}

std::string_view words(StateOp state) {
    switch (state) {
    case StateOp::Empty:
        return " is empty";
    case StateOp::NotEmpty:
        return " is not empty";
    case StateOp::Invalid:
        return " is invalid";
    }
    return {};
}

std::string text(const Literal& literal) {
    const bool bare = !literal.quoted && isBareWord(literal.text) && !isReservedWord(literal.text);
    return bare ? literal.text : quoted(literal.text);
}

std::string text(const Regex& regex) {
    return slashed(regex.pattern) + (regex.ignoreCase ? "i" : "");
}

bool bindsLooserThanAnd(const Expression& expression) {
    return std::holds_alternative<Or>(expression.node);
}

bool bindsLooserThanNot(const Expression& expression) {
    return std::holds_alternative<Or>(expression.node) || std::holds_alternative<And>(expression.node);
}

class Writer {
public:
    void write(const Expression& expression) {
        std::visit(Overload{
                       [&](const AnyText& any) { out_ += text(any.text); },
                       [&](const AnyMatch& any) { out_ += text(any.regex); },
                       [&](const Compare& compare) {
                           ((out_ += canonicalText(compare.operand) + ' ') += sign(compare.op)) +=
                               ' ' + text(compare.value);
                       },
                       [&](const MatchRegex& match) {
                           out_ += canonicalText(match.operand) + " matches " + text(match.regex);
                       },
                       [&](const OneOf& oneOf) { write(oneOf); },
                       [&](const HasState& has) { (out_ += canonicalText(has.operand)) += words(has.state); },
                       [&](const InReach& reach) { (out_ += wordOf(reach.op)) += '(' + text(reach.name) + ')'; },
                       [&](const Not& no) {
                           out_ += "not ";
                           write(*no.inner, bindsLooserThanNot(*no.inner));
                       },
                       [&](const And& all) {
                           std::string_view between;
                           for (const Expression* part : flattened(all)) {
                               out_ += std::exchange(between, " and ");
                               write(*part, bindsLooserThanAnd(*part));
                           }
                       },
                       [&](const Or& any) {
                           std::string_view between;
                           for (const Expression* part : flattened(any)) {
                               out_ += std::exchange(between, " or ");
                               write(*part);
                           }
                       },
                   },
                   expression.node);
    }

    std::string take() { return std::move(out_); }

private:
    void write(const Expression& expression, bool inParentheses) {
        if (inParentheses) out_ += '(';
        write(expression);
        if (inParentheses) out_ += ')';
    }

    void write(const OneOf& oneOf) {
        out_ += canonicalText(oneOf.operand) + " in (";
        std::string_view between;
        for (const Literal& value : oneOf.values)
            (out_ += std::exchange(between, ", ")) += text(value);
        out_ += ')';
    }

    std::string out_;
};

bool same(const AnyText& a, const AnyText& b) {
    return a.text == b.text;
}
bool same(const AnyMatch& a, const AnyMatch& b) {
    return a.regex == b.regex;
}
bool same(const Compare& a, const Compare& b) {
    return a.operand == b.operand && a.op == b.op && a.value == b.value;
}
bool same(const MatchRegex& a, const MatchRegex& b) {
    return a.operand == b.operand && a.regex == b.regex;
}
bool same(const OneOf& a, const OneOf& b) {
    return a.operand == b.operand && a.values == b.values;
}
bool same(const HasState& a, const HasState& b) {
    return a.operand == b.operand && a.state == b.state;
}
bool same(const InReach& a, const InReach& b) {
    return a.op == b.op && a.name == b.name;
}
bool same(const Not& a, const Not& b) {
    return sameExpression(*a.inner, *b.inner);
}
/// And, Or
template <class Many>
bool same(const Many& a, const Many& b) {
    return std::ranges::equal(flattened(a), flattened(b),
                              [](const auto* left, const auto* right) { return sameExpression(*left, *right); });
}

} // namespace

std::string canonicalText(const Expression& expression) {
    Writer writer;
    writer.write(expression);
    return writer.take();
}

std::string canonicalText(const OperandName& operand) {
    const bool bare = isBareWord(operand.column) && operand.column.find_first_of(".[") == std::string::npos &&
                      !isReservedWord(operand.column);
    return (bare ? operand.column : backticked(operand.column)) + pathText(operand.steps);
}

std::string_view wordOf(ReachOp op) {
    return op == ReachOp::ReachableFrom ? "reachable_from" : "reaches";
}

bool sameExpression(const Expression& a, const Expression& b) {
    return std::visit(
        []<class Left, class Right>(const Left& left, const Right& right) {
            if constexpr (std::is_same_v<Left, Right>) {
                return same(left, right);
            } else {
                return false;
            }
        },
        a.node, b.node);
}

} // namespace idscope
