#include "models/table/indexwriter.h"

#include "models/table/indexformat.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace idscope {

namespace {

using namespace indexformat;

template <class Value>
std::string_view allBytesOf(std::span<const Value> values) {
    return {reinterpret_cast<const char*>(values.data()), values.size_bytes()}; // NOLINT: what is written are bytes
}

class Writer {
public:
    Writer(const Table& table, const std::function<bool(std::string_view)>& sink, const std::stop_token& stop)
        : table_(table), sink_(sink), stop_(stop) {}

    bool write(const IndexKey& key) {
        columns();
        for (const auto& block : table_.blocks())
            put(allBytesOf(block->offsets));
        endSection();
        notes();
        for (const auto& [column, count] : dictionaries_)
            dictionary(column, count);
        for (const auto& block : table_.blocks())
            codes(*block);
        Trailer trailer{.layout = layoutHash({.schema = table_.schema(),
                                              .columns = {table_.columns().begin(), table_.columns().end()},
                                              .places = {},
                                              .derived = {},
                                              .typeClaim = {},
                                              .source = {}}),
                        .rows = table_.rowCount(),
                        .columns = table_.columnCount(),
                        .dictionaries = dictionaries_.size(),
                        .sections = sections_.size()};
        setKey(trailer, key);
        std::string end(allBytesOf(std::span<const Section>(sections_)));
        end += bytesOf(trailer);
        trailer.hash = hashOf(std::string_view(end).substr(0, end.size() - sizeof trailer.hash));
        end.replace(end.size() - sizeof trailer.hash, sizeof trailer.hash, bytesOf(trailer.hash));
        return going_ && sink_(end);
    }

private:
    void columns() {
        std::map<const Dictionary*, std::uint32_t> known;
        for (std::uint32_t i = 0; i < table_.columnCount(); ++i) {
            const ColumnId column{i};
            const auto [number, isNew] =
                known.try_emplace(&table_.dictionary(column), static_cast<std::uint32_t>(dictionaries_.size()));
            if (isNew) dictionaries_.emplace_back(column, 0);
            std::uint32_t& count = dictionaries_[number->second].second;
            count = std::max(count, table_.distinct(column));
            put(bytesOf(ColumnEntry{number->second, table_.distinct(column)}));
        }
        endSection();
    }

    void number(std::uint64_t value) { put(bytesOf(value)); }
    void text(std::string_view text) {
        number(text.size());
        put(text);
    }
    void notes() {
        constexpr std::uint64_t none = ~std::uint64_t{0};
        const NoticeList& list = table_.notices();
        number(list.totals.size());
        for (const auto& [kind, count] : list.totals) {
            number(static_cast<std::uint64_t>(kind));
            number(count);
        }
        number(list.notices.size());
        for (const Notice& notice : list.notices) {
            number(static_cast<std::uint64_t>(notice.kind));
            number(notice.row ? notice.row->value : none);
            number(notice.column ? notice.column->value : none);
            number(notice.byte);
            number(notice.count);
            number(notice.expected);
            text(notice.text);
        }
        std::uint64_t raggedRows = 0;
        for (const auto& block : table_.blocks())
            raggedRows += block->ragged.size();
        number(raggedRows);
        for (const auto& block : table_.blocks())
            for (const RaggedRow& ragged : block->ragged) {
                number(ragged.row.value);
                number(ragged.cells);
                number(ragged.surplus.size());
                for (const std::string& surplus : ragged.surplus)
                    text(surplus);
            }
        endSection();
    }

    void dictionary(ColumnId column, std::uint32_t count) {
        number(count);
        std::uint64_t end = 0;
        for (std::uint32_t code = 0; code < count; ++code)
            number(end += table_.value(column, Code{code}).size());
        for (std::uint32_t code = 0; code < count && going_; ++code)
            put(table_.value(column, Code{code}));
        endSection();
    }

    void codes(const Block& block) {
        for (const CodeArray& array : block.columns)
            std::visit(
                [this]<class Code>(std::span<const Code> codes) {
                    number(sizeof(Code));
                    put(allBytesOf(codes));
                    pad(codes.size_bytes());
                },
                array);
        endSection();
    }

    void put(std::string_view bytes) {
        while (!bytes.empty() && going_) {
            const std::string_view some = bytes.substr(0, hashedAtOnce - buffer_.size());
            buffer_ += some;
            bytes.remove_prefix(some.size());
            if (buffer_.size() == hashedAtOnce) flush();
        }
    }
    void flush() {
        going_ = going_ && !stop_.stop_requested() && sink_(buffer_);
        hash_ = hashNext(hash_, buffer_);
        written_ += buffer_.size();
        buffer_.clear();
    }
    void pad(std::uint64_t written) { put(std::string_view("\0\0\0\0\0\0\0", 7).substr(0, padded(written) - written)); }
    void endSection() {
        const std::uint64_t length = written_ + buffer_.size() - begin_;
        pad(length);
        if (!buffer_.empty()) flush();
        sections_.push_back({begin_, written_ - begin_, std::exchange(hash_, 0)});
        begin_ = written_;
    }

    const Table& table_;
    const std::function<bool(std::string_view)>& sink_;
    const std::stop_token& stop_;
    std::vector<std::pair<ColumnId, std::uint32_t>> dictionaries_; ///< a column of each, and its values
    std::vector<Section> sections_;
    std::string buffer_;
    std::uint64_t hash_ = 0;
    std::uint64_t begin_ = 0; ///< of the section
    std::uint64_t written_ = 0;
    bool going_ = true;
};

} // namespace

bool writeIndex(const Table& table, const IndexKey& key, const std::function<bool(std::string_view)>& sink,
                const std::stop_token& stop) {
    return Writer(table, sink, stop).write(key);
}

} // namespace idscope
