#include "models/words/phrase.h"
#include "models/words/words.h"

#include <QStringList>

namespace idscope::words {
namespace {

QString problemText(const QueryError& error) {
    switch (error.problem) {
    case QueryProblem::UnclosedQuote:
        return Words::tr("this quote is not closed.");
    case QueryProblem::UnclosedRegex:
        return Words::tr("this regular expression is not closed.");
    case QueryProblem::UnclosedBacktick:
        return Words::tr("this column name is not closed.");
    case QueryProblem::UnclosedParenthesis:
        return Words::tr("this parenthesis is not closed.");
    case QueryProblem::UnexpectedToken:
        return error.found.empty() ? Words::tr("this can't stand here.")
                                   : Words::tr("“%1” can't stand here.").arg(quoted(error.found));
    case QueryProblem::UnexpectedEnd:
        return Words::tr("the expression ends too early.");
    case QueryProblem::BadRegexFlag:
        return Words::tr("the only flag of a regular expression is i, for any case.");
    case QueryProblem::BadPath:
        return Words::tr("this is no path into JSON. Write .name, [0], [*] or two dots.");
    case QueryProblem::TooLong:
        return Words::tr("the expression is too long. At most %1 bytes can be read.")
            .arg(number(maximumExpressionLength));
    case QueryProblem::TooDeep:
        return Words::tr("the expression is nested too deeply. At most %1 levels can be read.")
            .arg(number(maximumExpressionDepth));
    case QueryProblem::UnknownColumn:
        return Words::tr("no such column.");
    case QueryProblem::UnknownBrnPart:
        return Words::tr("a BRN has no such part.");
    case QueryProblem::NotJson:
        return Words::tr("this column holds no JSON, so there are no paths into it.");
    case QueryProblem::NotComparable:
        return error.found.empty() ? Words::tr("this is not what < and > compare here.")
                                   : Words::tr("“%1” is not what < and > compare here.").arg(quoted(error.found));
    case QueryProblem::BadRegex:
        return withCode(Words::tr("this regular expression can't be read."), quoted(error.found));
    case QueryProblem::NoStateOfPath:
        return Words::tr("only a whole column can be asked whether it is invalid.");
    case QueryProblem::NotRelations:
        return Words::tr("only relations lead from one BRN to another. This table holds none.");
    case QueryProblem::MatchLimit:
        return Words::tr("this regular expression takes too many steps on this data. Make it simpler.");
    case QueryProblem::OutOfMemory:
        return Words::tr("there is not enough memory for this. Close other tables, or ask about fewer rows.");
    case QueryProblem::Cancelled:
        return Words::tr("the filter was cancelled.");
    }
    Q_UNREACHABLE();
}

/// A word of the language as it is; what has no one spelling in words of ours.
QString expectedText(std::string_view word) {
    if (word == expectation::comparison) return Words::tr("text to search or a comparison");
    if (word == expectation::value) return Words::tr("a value");
    if (word == expectation::regex) return Words::tr("a regular expression between slashes");
    if (word == expectation::name) return Words::tr("a name");
    if (word == expectation::number) return Words::tr("a number");
    if (word == expectation::instant) return Words::tr("a point in time such as 2024-06-01 or -30d");
    return quoted(word);
}

QString expectedTexts(const QueryError& error) {
    if (error.expected.empty()) return {};
    QStringList words;
    for (const auto& word : error.expected)
        words += expectedText(word);
    return Words::tr("Expected: %1.").arg(words.join(Words::tr(", ", "between the parts of a list")));
}

} // namespace

QString sentence(const QueryError& error, std::string_view text) {
    const auto cure =
        error.suggestion.empty() ? expectedTexts(error) : Words::tr("Use %1?").arg(quoted(error.suggestion));
    const bool isAboutAll = error.problem == QueryProblem::Cancelled || error.problem == QueryProblem::OutOfMemory;
    const auto place = isAboutAll ? QString() : Words::tr("Character %1").arg(characterNumber(text, error.span.begin));
    return joined(placed(place, problemText(error)), cure);
}

QString noMemory() {
    return sentence(QueryError{QueryProblem::OutOfMemory, {}, {}, {}, {}}, {});
}

} // namespace idscope::words
