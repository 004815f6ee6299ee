#pragma once

#include "models/items/rawtext.h"
#include "models/json/json.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace idscope {

/// Bytes that somebody else keeps alive: a cell of a table is not copied to be looked at.
struct KeptText {
    std::string_view bytes;
    std::shared_ptr<const void> keeper;
    [[nodiscard]] static KeptText of(std::string text);
};

/// Where a text occurs in a cell, secrets left out.
struct JsonHits {
    QString text;
    std::vector<std::uint32_t> nodes; ///< whose key or value holds it, in document order
    std::vector<qsizetype> raw;       ///< where it begins in the text of JsonCell::shownText()
};

/// A JSON cell made ready to be looked at: its tree, its secrets, its text. Immutable; any thread. Cells beyond
/// `longestTree` have no tree: they are not parsed. O(bytes) to make.
class JsonCell {
public:
    static constexpr std::size_t longestTree = std::size_t{8} * 1024 * 1024;
    static constexpr std::size_t longestShown = std::size_t{1} * 1024 * 1024; ///< bytes of shownText()
    /// Longer lists of children are shown in groups of so many: a view need not hold them all.
    static constexpr std::uint32_t groupSize = 1000;
    static constexpr std::uint32_t noNode = 0xFFFFFFFF;

    /// Some of the children of a node.
    struct Group {
        std::uint32_t node = 0;
        std::uint32_t first = 0; ///< position of its first child
        std::uint32_t count = 0;
    };

    /// Stopped, it is good for nothing.
    explicit JsonCell(KeptText text, const std::stop_token& stop = {});

    [[nodiscard]] const JsonDocument& document() const { return document_; }
    [[nodiscard]] std::size_t bytes() const { return text_.bytes.size(); }
    [[nodiscard]] bool hasTree() const { return text_.bytes.size() <= longestTree; }
    /// Where the cell stops being JSON. An empty cell is nothing broken, nor is one that was not parsed.
    [[nodiscard]] std::optional<JsonError> brokenAt() const;

    /// The text with its secrets masked, as much as is shown.
    [[nodiscard]] const RawText& shownText() const { return shown_; }
    [[nodiscard]] bool isCut() const { return cut_; }
    /// Where in the text of shownText() it breaks; its end when that lies in what is masked or cut off.
    [[nodiscard]] std::optional<qsizetype> breakInShown() const { return breakInShown_; }

    /// Position of a node among its parent's children.
    [[nodiscard]] std::uint32_t position(std::uint32_t node) const { return positions_[node]; }
    [[nodiscard]] std::uint32_t child(std::uint32_t node, std::uint32_t position) const {
        return children_[firstSlot_[node] + position];
    }
    /// The outermost secret value that a node is or lies in, or noNode.
    [[nodiscard]] std::uint32_t secretRoot(std::uint32_t node) const { return secretRoot_[node]; }
    /// In broken text the mask takes keys too.
    [[nodiscard]] bool isKeyMasked(std::uint32_t node) const;
    /// Raw bytes of a node with its secrets masked; of the secrets themselves, dots.
    [[nodiscard]] std::string maskedRaw(std::uint32_t node) const;

    [[nodiscard]] const std::vector<Group>& groups() const { return groups_; }
    /// The first group of a node's children, if they are grouped.
    [[nodiscard]] std::optional<std::uint32_t> firstGroup(std::uint32_t node) const;

    /// Whether a node is an array of settings: objects of a `value`, a `type`, a `name` or `key` or both, each once and
    /// nothing else, so that a table of names and values leaves nothing out.
    [[nodiscard]] bool isFieldList(std::uint32_t node) const { return fieldLists_.contains(node); }
    /// The first member of an object with this key, or noNode. O(members).
    [[nodiscard]] std::uint32_t member(std::uint32_t object, std::string_view key) const;

    /// Where `text` occurs, whatever its case. O(bytes); ends early with what was found when stopped.
    [[nodiscard]] JsonHits find(const QString& text, const std::stop_token& stop = {}) const;

private:
    void arrange();
    void findFieldLists();
    void show();
    void showUnparsed();
    [[nodiscard]] bool isField(const JsonNode& object) const;

    KeptText text_;
    JsonDocument document_;
    std::vector<TextSpan> secrets_;
    RawText shown_;
    bool cut_ = false;
    std::optional<qsizetype> breakInShown_;
    // By node:
    std::vector<std::uint32_t> positions_;
    std::vector<std::uint32_t> firstSlot_; ///< where its children begin in `children_`
    std::vector<std::uint32_t> secretRoot_;
    std::vector<std::uint32_t> children_;
    std::vector<Group> groups_;
    std::unordered_map<std::uint32_t, std::uint32_t> firstGroup_; ///< by node
    std::unordered_set<std::uint32_t> fieldLists_;
};

using JsonCellPtr = std::shared_ptr<const JsonCell>;

} // namespace idscope
