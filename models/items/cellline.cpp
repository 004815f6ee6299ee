#include "models/items/cellline.h"

namespace idscope {

namespace {

/// Bytes shown before a match that lies too far behind for a line from the beginning.
constexpr std::size_t lead = 64;

/// Puts a line together from pieces of the text that follow each other.
class LineMaker {
public:
    void append(QStringView plain) { line_.text += plain; }

    /// Returns where the piece stands, as far as there was room.
    DisplayMark append(std::string_view bytes) {
        const qsizetype begin = line_.text.size();
        if (full_) return {.begin = begin, .length = 0};
        const DisplayText piece = displayText(bytes, std::max<qsizetype>(lineLimit - begin, 0));
        for (const DisplayMark& mark : piece.marks)
            line_.marks.append({.begin = begin + mark.begin, .length = mark.length});
        line_.text += piece.text;
        full_ = piece.cut;
        return {.begin = begin, .length = piece.text.size() - (piece.cut ? 1 : 0)};
    }
    void appendMatch(std::string_view bytes) {
        if (const DisplayMark place = append(bytes); place.length > 0) line_.matches.append(place);
    }
    [[nodiscard]] bool isFull() const { return full_; }
    CellLine result() && { return std::move(line_); }

private:
    CellLine line_;
    bool full_ = false;
};

std::size_t characterBegin(std::string_view text, std::size_t at) {
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
        --at;
    return at;
}

std::size_t lineBegin(std::string_view text, std::span<const TextSpan> matches) {
    if (matches.empty() || matches.front().begin + lead < static_cast<std::size_t>(lineLimit)) return 0;
    return characterBegin(text, matches.front().begin - lead);
}

} // namespace

CellLine cellLine(std::string_view text, std::span<const TextSpan> matches, std::optional<std::size_t> breakByte) {
    LineMaker maker;
    const std::size_t begin = lineBegin(text, matches);
    if (begin > 0) maker.append(u"\u2026");
    std::size_t at = begin;
    for (const TextSpan& match : matches) {
        if (maker.isFull()) break;
        maker.append(text.substr(at, match.begin - at));
        maker.appendMatch(text.substr(match.begin, match.length));
        at = match.end();
    }
    maker.append(text.substr(at));
    CellLine line = std::move(maker).result();
    if (breakByte) {
        const std::string_view shown = text.substr(begin);
        line.breaksAt = *breakByte <= begin ? 0 : displayPosition(shown, *breakByte - begin, lineLimit);
        if (begin > 0) ++line.breaksAt;
    }
    return line;
}

} // namespace idscope
