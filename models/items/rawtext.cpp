#include "models/items/rawtext.h"

#include <algorithm>
#include <utility>

namespace idscope {

namespace {

// A widget lays out a line as a whole. They are broken after a comma, which reads well in JSON, if one comes in time.
constexpr qsizetype goodLine = 400;
constexpr qsizetype longestLine = 1000;

char32_t codePointAt(const QString& text, qsizetype at) {
    const QChar unit = text[at];
    const bool pair = unit.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    return pair ? QChar::surrogateToUcs4(unit, text[at + 1]) : unit.unicode();
}

} // namespace

RawText::RawText(QString text) : text_(std::move(text)) {
    shown_.reserve(text_.size() + text_.size() / goodLine);
    qsizetype lineBegin = 0;
    int lines = 0; // that have ended
    for (qsizetype at = 0; at < text_.size();) {
        if (lines == mostLines) {
            text_.truncate(at);
            cut_ = true;
            break;
        }
        const char32_t point = codePointAt(text_, at);
        const qsizetype length = QChar::requiresSurrogates(point) ? 2 : 1;
        const qsizetype next = at + length;
        const bool beforeBreak = point == U'\r' && next < text_.size() && text_[next] == u'\n';
        if (point == U'\n') {
            shown_ += u'\n';
            ++lines;
            lineBegin = shown_.size();
        } else if (beforeBreak) {
            anchor(next);
        } else if (const QString instead = shownInstead(point); !instead.isEmpty()) {
            marks_.append({.begin = shown_.size(), .length = instead.size()});
            shown_ += instead;
            anchor(next);
        } else {
            shown_ += QStringView(text_).sliced(at, length);
        }
        at = next;
        const qsizetype line = shown_.size() - lineBegin;
        const bool last = at == text_.size() || text_[at] == u'\n';
        if (!last && (line >= longestLine || (line >= goodLine && point == U','))) {
            shown_ += u'\n';
            ++lines;
            lineBegin = shown_.size();
            anchor(at);
        }
    }
}

qsizetype RawText::toShown(qsizetype position) const {
    const auto next = std::ranges::upper_bound(anchors_, position, {}, &Anchor::text);
    const Anchor& from = *std::prev(next);
    const qsizetype shown = from.shown + position - from.text;
    return std::min(shown, next == anchors_.end() ? shown_.size() : next->shown);
}

qsizetype RawText::toText(qsizetype shown) const {
    const auto next = std::ranges::upper_bound(anchors_, shown, {}, &Anchor::shown);
    const Anchor& from = *std::prev(next);
    const qsizetype position = from.text + shown - from.shown;
    return std::min(position, next == anchors_.end() ? text_.size() : next->text);
}

} // namespace idscope
