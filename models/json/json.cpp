#include "models/json/json.h"

#include "models/base/bytesearch.h"
#include "models/base/utf8.h"

#include <algorithm>
#include <array>

namespace idscope {

namespace {

constexpr bool isDigit(char byte) {
    return byte >= '0' && byte <= '9';
}

constexpr bool isHexDigit(char byte) {
    return isDigit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

/// Bytes of a string that stand for themselves and need no further look.
constexpr auto plainInString = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < 0x80; ++byte)
        plain[byte] = byte != '"' && byte != '\\';
    return plain;
}();

/// Where the text goes on with a byte that does not stand for itself in a string, or ends.
std::size_t plainUntil(std::string_view text, std::size_t at) {
    using namespace bytesearch;
    const char* const begin = text.data();
    const char* const found = findMarked(
        begin + at, begin + text.size(), [](Word word) { return anyOf<'"', '\\'>(word) | unprintable(word); },
        [](char byte) { return !plainInString[static_cast<unsigned char>(byte)]; });
    return static_cast<std::size_t>(found - begin);
}

/// Builds the tree in one pass without recursion. Where the text breaks, open containers and a half-read scalar reach
/// to the break.
class Scanner {
public:
    Scanner(std::string_view text, std::vector<JsonNode>& nodes) : text_(text), nodes_(nodes) {}

    std::optional<JsonError> run(const std::stop_token& stop) {
        for (std::size_t look = bytesPerLook; step();) {
            if (at_ < look) continue;
            if (stop.stop_requested()) {
                fail(JsonProblem::UnexpectedEnd);
                break;
            }
            look = at_ + bytesPerLook;
        }
        for (std::uint32_t node = open_; depth_ > 0; --depth_, node = nodes_[node].parent)
            endAtCursor(node);
        return error_;
    }

private:
    static constexpr std::size_t bytesPerLook = std::size_t{1} << 18U; ///< at whether to stop

    /// What may come next, blanks aside.
    enum class Expect : std::uint8_t { Value, ValueOrClose, Key, KeyOrClose, CommaOrClose, Nothing };

    /// Takes one value, bracket, comma or key with its colon; false at the end and at the break.
    bool step() {
        skipBlanks();
        if (atEnd()) return expect_ != Expect::Nothing && fail(JsonProblem::UnexpectedEnd);
        const char byte = text_[at_];
        switch (expect_) {
        case Expect::ValueOrClose:
            if (byte == ']') return close();
            [[fallthrough]];
        case Expect::Value:
            return value(byte);
        case Expect::KeyOrClose:
            if (byte == '}') return close();
            [[fallthrough]];
        case Expect::Key:
            return key(byte);
        case Expect::CommaOrClose:
            return commaOrClose(byte);
        case Expect::Nothing:
            break;
        }
        return fail(JsonProblem::TrailingText);
    }

    bool value(char byte) {
        switch (byte) {
        case '{':
            return open(JsonKind::Object);
        case '[':
            return open(JsonKind::Array);
        case '"':
            return scalar(JsonKind::String, [this] { return string(); });
        case 't':
            return scalar(JsonKind::True, [this] { return word("true"); });
        case 'f':
            return scalar(JsonKind::False, [this] { return word("false"); });
        case 'n':
            return scalar(JsonKind::Null, [this] { return word("null"); });
        default:
            if (byte != '-' && !isDigit(byte)) return fail(JsonProblem::UnexpectedByte);
            return scalar(JsonKind::Number, [this] { return number(); });
        }
    }

    bool scalar(JsonKind kind, auto read) {
        const std::uint32_t node = addNode(kind);
        const bool whole = read();
        endAtCursor(node);
        if (whole) expectAfterValue();
        return whole;
    }

    bool open(JsonKind kind) {
        if (depth_ == JsonDocument::maximumDepth) return fail(JsonProblem::TooDeep);
        open_ = addNode(kind);
        lastChild_[depth_++] = 0;
        ++at_;
        expect_ = kind == JsonKind::Object ? Expect::KeyOrClose : Expect::ValueOrClose;
        return true;
    }

    bool close() {
        ++at_;
        endAtCursor(open_);
        open_ = nodes_[open_].parent;
        --depth_;
        expectAfterValue();
        return true;
    }

    bool commaOrClose(char byte) {
        const bool inObject = nodes_[open_].kind == JsonKind::Object;
        if (byte == (inObject ? '}' : ']')) return close();
        if (byte != ',') return fail(JsonProblem::UnexpectedByte);
        ++at_;
        expect_ = inObject ? Expect::Key : Expect::Value;
        return true;
    }

    bool key(char byte) {
        if (byte != '"') return fail(JsonProblem::UnexpectedByte);
        key_.begin = at_;
        if (!string()) return false;
        key_.length = at_ - key_.begin;
        skipBlanks();
        if (atEnd()) return fail(JsonProblem::UnexpectedEnd);
        if (text_[at_] != ':') return fail(JsonProblem::UnexpectedByte);
        ++at_;
        expect_ = Expect::Value;
        return true;
    }

    bool string() {
        ++at_;
        for (;;) {
            at_ = plainUntil(text_, at_);
            if (atEnd()) return fail(JsonProblem::UnexpectedEnd);
            const auto byte = static_cast<unsigned char>(text_[at_]);
            if (byte == '"') {
                ++at_;
                return true;
            }
            if (byte < 0x20) return fail(JsonProblem::ControlInString);
            if (!(byte == '\\' ? escape() : multibyte())) return false;
        }
    }

    bool multibyte() {
        const Utf8Step point = decodeUtf8(text_, at_);
        // A byte that begins no sequence is to blame itself, else the first one that can't go on.
        if (!point.valid && !isUtf8Lead(text_[at_])) return fail(JsonProblem::BadUtf8);
        at_ += point.length;
        if (point.valid) return true;
        return fail(atEnd() ? JsonProblem::UnexpectedEnd : JsonProblem::BadUtf8);
    }

    bool escape() {
        ++at_;
        if (atEnd()) return fail(JsonProblem::UnexpectedEnd);
        const char kind = text_[at_];
        if (std::string_view("\"\\/bfnrtu").find(kind) == std::string_view::npos) return fail(JsonProblem::BadEscape);
        ++at_;
        for (int digit = 0; kind == 'u' && digit < 4; ++digit, ++at_) {
            if (atEnd()) return fail(JsonProblem::UnexpectedEnd);
            if (!isHexDigit(text_[at_])) return fail(JsonProblem::BadEscape);
        }
        return true;
    }

    bool number() {
        take('-');
        if (take('0')) {
            if (!atEnd() && isDigit(text_[at_])) return fail(JsonProblem::BadNumber);
        } else if (!digits()) {
            return false;
        }
        if (take('.') && !digits()) return false;
        if (!take('e') && !take('E')) return true;
        if (!take('+')) take('-');
        return digits();
    }

    bool take(char byte) {
        const bool here = !atEnd() && text_[at_] == byte;
        at_ += here ? 1 : 0;
        return here;
    }

    /// One digit or more.
    bool digits() {
        if (atEnd()) return fail(JsonProblem::UnexpectedEnd);
        if (!isDigit(text_[at_])) return fail(JsonProblem::BadNumber);
        while (!atEnd() && isDigit(text_[at_]))
            ++at_;
        return true;
    }

    bool word(std::string_view whole) {
        for (const char letter : whole) {
            if (atEnd()) return fail(JsonProblem::UnexpectedEnd);
            if (text_[at_] != letter) return fail(JsonProblem::UnexpectedByte);
            ++at_;
        }
        return true;
    }

    std::uint32_t addNode(JsonKind kind) {
        const auto node = static_cast<std::uint32_t>(nodes_.size());
        nodes_.push_back({.kind = kind, .value = {at_, 0}, .key = key_});
        key_ = {};
        if (depth_ == 0) return node;
        nodes_[node].parent = open_;
        ++nodes_[open_].children;
        std::uint32_t& last = lastChild_[depth_ - 1];
        (last == 0 ? nodes_[open_].firstChild : nodes_[last].nextSibling) = node;
        last = node;
        return node;
    }

    void endAtCursor(std::uint32_t node) { nodes_[node].value.length = at_ - nodes_[node].value.begin; }

    void expectAfterValue() { expect_ = depth_ == 0 ? Expect::Nothing : Expect::CommaOrClose; }

    bool fail(JsonProblem problem) {
        error_ = JsonError{problem, at_};
        return false;
    }

    [[nodiscard]] bool atEnd() const { return at_ == text_.size(); }

    void skipBlanks() {
        while (!atEnd() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r'))
            ++at_;
    }

    std::string_view text_;
    std::vector<JsonNode>& nodes_;
    std::size_t at_ = 0;
    Expect expect_ = Expect::Value;
    TextSpan key_;           ///< of the value to come
    std::size_t depth_ = 0;  ///< open containers
    std::uint32_t open_ = 0; ///< the innermost of them
    /// Of each open container; 0: none yet. Not initialised: a level is set when it opens.
    std::array<std::uint32_t, JsonDocument::maximumDepth> lastChild_;
    std::optional<JsonError> error_;
};

/// Room for the nodes of an ordinary cell in one allocation.
constexpr std::size_t bytesPerNode = 16;
constexpr std::size_t firstNodes = 256;

} // namespace

JsonDocument::JsonDocument(std::string_view text, const std::stop_token& stop) : text_(text) {
    nodes_.reserve(std::min(text.size() / bytesPerNode + 1, firstNodes));
    error_ = Scanner(text_, nodes_).run(stop);
}

std::string JsonDocument::key(const JsonNode& node) const {
    return decodeJsonString(rawKey(node));
}

std::string JsonDocument::scalar(const JsonNode& node) const {
    switch (node.kind) {
    case JsonKind::String:
        return decodeJsonString(raw(node));
    case JsonKind::Number:
    case JsonKind::True:
    case JsonKind::False:
        return std::string(raw(node));
    case JsonKind::Object:
    case JsonKind::Array:
    case JsonKind::Null:
        break;
    }
    return {};
}

} // namespace idscope
