#pragma once

#include "models/query/expression.h"

#include <QSyntaxHighlighter>
#include <QTextLayout>

#include <optional>

namespace idscope {

struct Tokens;

/// Colours the filter language by its own lexer, and underlines the part that can't be read.
class FilterHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
public:
    explicit FilterHighlighter(QTextDocument* document);

    void setTokens(const Tokens& tokens);
    void setErrorSpan(std::optional<TextSpan> span);

protected:
    void highlightBlock(const QString& text) override;

private:
    const Tokens* tokens_;
    std::optional<TextSpan> error_;
};

/// How a text of the filter language is coloured.
QList<QTextLayout::FormatRange> filterFormats(const QString& text, const Tokens& tokens);

/// Positions in a QString for the bytes of its UTF-8: asked in rising order, O(length) in all.
class Utf16Positions {
public:
    explicit Utf16Positions(std::string_view utf8) : rest_(utf8) {}
    /// UTF-16 units before byte `byte`.
    qsizetype at(std::size_t byte);

private:
    std::string_view rest_;
    std::size_t byte_ = 0;
    qsizetype units_ = 0;
};

} // namespace idscope
