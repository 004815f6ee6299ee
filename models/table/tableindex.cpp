#include "models/table/tableindex.h"

#include "models/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <limits>
#include <optional>
#include <vector>

namespace idscope {

namespace {

using namespace indexformat;

/// Values that lie in bytes as they are in memory; the bytes begin at a multiple of 8.
template <class Value>
std::span<const Value> valuesIn(std::string_view bytes, std::size_t count) {
    return {reinterpret_cast<const Value*>(bytes.data()), count}; // NOLINT: what is read are bytes
}

/// Reads what stands one after the other; from the first thing that is not there on, nothing is.
class Cursor {
public:
    explicit Cursor(std::string_view bytes) : left_(bytes) {}
    [[nodiscard]] bool isGood() const { return good_; }

    std::string_view take(std::uint64_t length) {
        good_ = good_ && length <= left_.size();
        if (!good_) return {};
        const std::string_view taken = left_.substr(0, static_cast<std::size_t>(length));
        left_.remove_prefix(taken.size());
        return taken;
    }
    std::uint64_t number() {
        std::uint64_t value = 0;
        if (const std::string_view bytes = take(sizeof value); good_) std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }
    /// A number below a bound.
    std::uint32_t numberBelow(std::uint64_t bound) {
        const std::uint64_t value = number();
        good_ = good_ && value < bound;
        return good_ ? static_cast<std::uint32_t>(value) : 0;
    }
    std::string_view text() { return take(number()); }

private:
    std::string_view left_;
    bool good_ = true;
};

/// Puts a table together out of sections, each on any thread. False where one is not as it must be.
class Assembly {
public:
    Assembly(const Trailer& trailer, std::shared_ptr<const void> owner)
        : trailer_(trailer), rows_(static_cast<std::uint32_t>(trailer.rows)), owner_(std::move(owner)),
          dictionaries_(trailer.dictionaries), blocks_(trailer.sections - fixedSections - trailer.dictionaries) {}

    /// BRN columns must share one dictionary, and all others have their own, as TableBuilder makes them.
    bool takeColumns(std::string_view bytes, const TableLayout& layout) {
        if (bytes.size() != trailer_.columns * sizeof(ColumnEntry)) return false;
        columns_ = valuesIn<ColumnEntry>(bytes, trailer_.columns);
        std::uint32_t next = 0;
        std::optional<std::uint32_t> brns;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const bool isBrn = layout.columns[i].type == ColumnType::Brn && !layout.columns[i].isDerived();
            const std::uint32_t expected = isBrn && brns ? *brns : next++;
            if (isBrn) brns = expected;
            if (columns_[i].dictionary != expected) return false;
        }
        return next == dictionaries_.size();
    }

    /// Any but that of the columns.
    bool take(std::size_t section, std::string_view bytes) {
        if (section == OffsetSection) return takeOffsets(bytes);
        if (section == NoteSection) return takeNotes(Cursor(bytes));
        const std::size_t number = section - fixedSections;
        if (number < dictionaries_.size()) return takeDictionary(number, bytes);
        return takeBlock(number - dictionaries_.size(), bytes);
    }

    /// When all sections are taken.
    bool fits() const {
        return std::ranges::all_of(columns_, [&](const ColumnEntry& entry) {
            return entry.distinct == dictionaries_[entry.dictionary]->size();
        });
    }

    TablePtr table(const TableLayout& layout, const std::string& name) {
        Table::Parts parts;
        parts.schema = layout.schema;
        parts.columns = layout.columns;
        for (const ColumnEntry& entry : columns_) {
            parts.dictionaries.push_back(dictionaries_[entry.dictionary]);
            parts.distinct.push_back(entry.distinct);
        }
        for (std::size_t i = 0; i < blocks_.size(); ++i)
            blocks_[i]->offsets = offsets_.subspan(i << Block::shift, blocks_[i]->rows);
        for (RaggedRow& ragged : ragged_)
            blocks_[ragged.row.value >> Block::shift]->ragged.push_back(std::move(ragged));
        parts.blocks = {blocks_.begin(), blocks_.end()};
        parts.rows = rows_;
        parts.sources = {{name, 0}};
        parts.notices = std::move(notices_);
        parts.bytes = trailer_.bytes;
        parts.complete = true;
        parts.fromIndex = true;
        return std::make_shared<const Table>(std::move(parts));
    }

private:
    bool takeOffsets(std::string_view bytes) {
        offsets_ = valuesIn<std::uint64_t>(bytes, rows_);
        const bool ascend = std::ranges::adjacent_find(offsets_, std::ranges::greater_equal()) == offsets_.end();
        return ascend && (offsets_.empty() || offsets_.back() < trailer_.bytes);
    }

    bool takeDictionary(std::size_t number, std::string_view bytes) {
        Cursor cursor(bytes);
        const std::uint64_t count = cursor.number();
        if (count > bytes.size() / sizeof count || count >= std::numeric_limits<std::uint32_t>::max()) return false;
        const auto ends = valuesIn<std::uint64_t>(cursor.take(count * sizeof count), count);
        const std::string_view values = cursor.take(count == 0 || !cursor.isGood() ? 0 : ends.back());
        if (!cursor.isGood()) return false;
        auto dictionary = std::make_shared<Dictionary>();
        dictionary->keepAlive(owner_);
        std::uint64_t begin = 0;
        for (const std::uint64_t end : ends) {
            if (end < begin || end > values.size()) return false;
            dictionary->adopt(values.substr(begin, end - begin));
            begin = end;
        }
        dictionaries_[number] = std::move(dictionary);
        return true;
    }

    bool takeBlock(std::size_t number, std::string_view bytes) {
        Cursor cursor(bytes);
        auto block = std::make_shared<Block>();
        block->rows = std::min(rows_ - static_cast<std::uint32_t>(number << Block::shift), Block::capacity);
        block->owner = owner_;
        const auto add = [&]<class Code>(Code, std::uint32_t distinct) {
            const std::uint64_t length = block->rows * sizeof(Code);
            const std::string_view taken = cursor.take(padded(length));
            if (!cursor.isGood()) return false;
            const auto codes = valuesIn<Code>(taken, block->rows);
            block->columns.emplace_back(codes);
            return std::ranges::max(codes) < distinct;
        };
        for (const ColumnEntry& entry : columns_) {
            const std::uint64_t width = cursor.number();
            const bool fits = width == 1   ? add(std::uint8_t{}, entry.distinct)
                              : width == 2 ? add(std::uint16_t{}, entry.distinct)
                              : width == 4 ? add(std::uint32_t{}, entry.distinct)
                                           : false;
            if (!fits) return false;
        }
        blocks_[number] = std::move(block);
        return true;
    }

    bool takeNotes(Cursor cursor) {
        constexpr std::uint64_t none = ~std::uint64_t{0};
        const auto kind = [&cursor] { return static_cast<NoticeKind>(cursor.numberBelow(std::uint64_t{noticeKinds})); };
        for (std::uint64_t left = cursor.number(); left > 0 && cursor.isGood(); --left) {
            const NoticeKind counted = kind();
            notices_.totals.emplace_back(counted, cursor.number());
        }
        for (std::uint64_t left = cursor.number(); left > 0 && cursor.isGood(); --left) {
            Notice notice{.kind = kind()};
            if (const std::uint64_t row = cursor.number(); row != none) {
                if (row >= rows_) return false;
                notice.row = RowId{static_cast<std::uint32_t>(row)};
            }
            if (const std::uint64_t column = cursor.number(); column != none) {
                if (column >= trailer_.columns) return false;
                notice.column = ColumnId{static_cast<std::uint32_t>(column)};
            }
            notice.byte = cursor.number();
            notice.count = cursor.number();
            notice.expected = cursor.number();
            notice.text = cursor.text();
            notices_.notices.push_back(std::move(notice));
        }
        for (std::uint64_t left = cursor.number(); left > 0 && cursor.isGood(); --left) {
            RaggedRow ragged{.row = RowId{cursor.numberBelow(rows_)}, .cells = 0, .surplus = {}};
            if (!ragged_.empty() && ragged.row <= ragged_.back().row) return false;
            ragged.cells = cursor.numberBelow(std::numeric_limits<std::uint32_t>::max());
            for (std::uint64_t texts = cursor.number(); texts > 0 && cursor.isGood(); --texts)
                ragged.surplus.emplace_back(cursor.text());
            ragged_.push_back(std::move(ragged));
        }
        return cursor.isGood();
    }

    const Trailer& trailer_;
    std::uint32_t rows_;
    std::shared_ptr<const void> owner_;
    std::span<const ColumnEntry> columns_;
    std::span<const std::uint64_t> offsets_;
    std::vector<std::shared_ptr<Dictionary>> dictionaries_;
    std::vector<std::shared_ptr<Block>> blocks_;
    NoticeList notices_;
    std::vector<RaggedRow> ragged_;
};

bool isKnown(const Trailer& trailer, const IndexKey& key, const TableLayout& layout) {
    Trailer expected;
    setKey(expected, key);
    return trailer.magic == expected.magic && trailer.version == version && trailer.sha256 == expected.sha256 &&
           trailer.bytes == expected.bytes && trailer.modified == expected.modified &&
           trailer.layout == layoutHash(layout) && trailer.columns == layout.columns.size();
}

/// That the numbers of a trailer and its sections go together.
bool isSound(const Trailer& trailer, std::span<const Section> sections, std::uint64_t end) {
    if (trailer.rows > std::numeric_limits<std::uint32_t>::max() || trailer.dictionaries > trailer.columns)
        return false;
    const std::uint64_t blocks = (trailer.rows + Block::mask) >> Block::shift;
    if (trailer.sections != fixedSections + trailer.dictionaries + blocks) return false;
    const bool inside = std::ranges::all_of(sections, [end](const Section& section) {
        return section.offset % alignment == 0 && section.offset <= end && section.length <= end - section.offset;
    });
    return inside && sections[OffsetSection].length == trailer.rows * sizeof(std::uint64_t);
}

} // namespace

std::optional<TableIndex> TableIndex::open(const std::string& file, const IndexKey& key, const TableLayout& layout) {
    auto opened = ByteSource::open(file, FileOwner::Own);
    if (!opened || !opened->isInMemory()) return std::nullopt;
    const auto source = std::make_shared<const ByteSource>(*std::move(opened));
    const std::string_view bytes = *source->read(0, static_cast<std::size_t>(source->size()), {});
    Trailer trailer;
    if (bytes.size() < sizeof trailer || bytes.size() % alignment != 0) return std::nullopt;
    std::memcpy(&trailer, bytes.data() + bytes.size() - sizeof trailer, sizeof trailer);
    const std::uint64_t before = bytes.size() - sizeof trailer;
    if (!isKnown(trailer, key, layout) || trailer.sections > before / sizeof(Section)) return std::nullopt;
    const std::uint64_t listBegin = before - trailer.sections * sizeof(Section);
    const std::string_view list = bytes.substr(listBegin);
    if (hashOf(list.substr(0, list.size() - sizeof trailer.hash)) != trailer.hash) return std::nullopt;
    const auto sections = valuesIn<Section>(list, trailer.sections);
    if (!isSound(trailer, sections, listBegin)) return std::nullopt;
    return TableIndex(source, bytes, trailer, sections);
}

std::string_view TableIndex::section(std::size_t number) const {
    return bytes_.substr(sections_[number].offset, sections_[number].length);
}

std::span<const std::uint64_t> TableIndex::offsets() const {
    return valuesIn<std::uint64_t>(section(OffsetSection), trailer_.rows);
}

TablePtr TableIndex::table(const TableLayout& layout, const std::string& name, unsigned threads,
                           const std::stop_token& stop) const {
    Assembly assembly(trailer_, source_);
    const auto isWhole = [this](std::size_t number) { return hashOf(section(number)) == sections_[number].hash; };
    if (!isWhole(ColumnSection) || !assembly.takeColumns(section(ColumnSection), layout)) return nullptr;
    std::atomic<std::size_t> next = OffsetSection;
    std::atomic<bool> good = true;
    onThreads(threads, [&] {
        for (std::size_t i = next++; i < sections_.size() && good; i = next++)
            if (stop.stop_requested() || !isWhole(i) || !assembly.take(i, section(i))) good = false;
    });
    return good && assembly.fits() ? assembly.table(layout, name) : nullptr;
}

} // namespace idscope
