#include "views/filter/filterverdict.h"

#include "models/words/words.h"

#include <QByteArray>

namespace idscope {

FilterVerdict refusal(const QString& text, const QueryError& refused) {
    const QByteArray utf8 = text.toUtf8();
    QueryError error = refused;
    error.suggestion.clear(); // the button says it
    if (!refused.suggestion.empty()) error.expected.clear();
    return {FilterVerdict::State::Wrong,
            words::sentence(error, std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size()))),
            error.span, words::fromUtf8(refused.suggestion)};
}

QString cured(const QString& text, const FilterVerdict& verdict) {
    if (!verdict.span || verdict.cure.isEmpty()) return text;
    QByteArray utf8 = text.toUtf8();
    utf8.replace(static_cast<qsizetype>(verdict.span->begin), static_cast<qsizetype>(verdict.span->length),
                 verdict.cure.toUtf8());
    return QString::fromUtf8(utf8);
}

} // namespace idscope
