#include "views/filter/highlighter.h"

#include "views/style/tokens.h"

#include <algorithm>

namespace idscope {

namespace {

QTextCharFormat formatOf(TokenRole role, const Tokens& t) {
    QTextCharFormat format;
    switch (role) {
    case TokenRole::Word:
        format.setForeground(t.accent);
        format.setFontWeight(QFont::Bold);
        break;
    case TokenRole::Sign:
        format.setForeground(t.muted);
        break;
    case TokenRole::String:
    case TokenRole::Text:
    case TokenRole::Regex:
        format.setForeground(t.string);
        break;
    case TokenRole::Number:
        format.setForeground(t.number);
        break;
    case TokenRole::Constant:
        format.setForeground(t.constant);
        break;
    case TokenRole::Column:
    case TokenRole::Error:
        format.setForeground(t.text);
        break;
    }
    return format;
}

} // namespace

QList<QTextLayout::FormatRange> filterFormats(const QString& text, const Tokens& tokens) {
    const QByteArray utf8 = text.toUtf8();
    const std::string_view bytes(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    Utf16Positions positions(bytes);
    QList<QTextLayout::FormatRange> formats;
    for (const ColoredSpan& token : colorTokens(bytes)) {
        const auto begin = static_cast<int>(positions.at(token.span.begin));
        const auto end = static_cast<int>(positions.at(token.span.end()));
        formats.append({begin, end - begin, formatOf(token.role, tokens)});
    }
    return formats;
}

qsizetype Utf16Positions::at(std::size_t byte) {
    const std::size_t take = std::min(byte - std::min(byte, byte_), rest_.size());
    for (const char c : rest_.substr(0, take)) {
        const auto unit = static_cast<unsigned char>(c);
        // Continuation bytes add nothing; four-byte sequences are a surrogate pair.
        if ((unit & 0xC0U) != 0x80U) units_ += unit >= 0xF0U ? 2 : 1;
    }
    rest_.remove_prefix(take);
    byte_ += take;
    return units_;
}

FilterHighlighter::FilterHighlighter(QTextDocument* document) : QSyntaxHighlighter(document), tokens_(&lightTokens) {}

void FilterHighlighter::setTokens(const Tokens& tokens) {
    if (tokens_ == &tokens) return;
    tokens_ = &tokens;
    rehighlight();
}

void FilterHighlighter::setErrorSpan(std::optional<TextSpan> span) {
    if (error_ == span) return;
    error_ = span;
    rehighlight();
}

void FilterHighlighter::highlightBlock(const QString& text) {
    // No filter is so long, and a format for each of its tokens would hold up every key.
    if (static_cast<std::size_t>(text.size()) > maximumExpressionLength ||
        static_cast<std::size_t>(text.toUtf8().size()) > maximumExpressionLength)
        return;
    for (const QTextLayout::FormatRange& range : filterFormats(text, *tokens_))
        setFormat(range.start, range.length, range.format);
    if (!error_) return;
    const QByteArray utf8 = text.toUtf8();
    const std::string_view bytes(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    Utf16Positions errorPositions(bytes);
    qsizetype begin = errorPositions.at(error_->begin);
    const qsizetype end = std::min(std::max(errorPositions.at(error_->end()), begin + 1), text.size());
    begin = std::min(begin, std::max<qsizetype>(end - 1, 0));
    for (qsizetype i = begin; i < end; ++i) {
        QTextCharFormat marked = format(static_cast<int>(i));
        marked.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        marked.setUnderlineColor(tokens_->error);
        setFormat(static_cast<int>(i), 1, marked);
    }
}

} // namespace idscope
