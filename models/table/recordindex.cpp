#include "models/table/recordindex.h"

#include "models/base/parallel.h"
#include "models/csv/records.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <optional>

namespace idscope {

namespace {

struct Section {
    CsvPlace place{}; ///< at which it was taken to begin
    RecordEnds found;
};

class Search {
public:
    Search(const ByteSource& source, std::uint64_t begin, std::size_t sectionBytes)
        : source_(source), begin_(begin), sectionBytes_(sectionBytes),
          sections_((source.size() - begin + sectionBytes - 1) / sectionBytes) {}

    std::expected<std::vector<std::uint64_t>, int> run(unsigned threads, const std::stop_token& stop,
                                                       const std::function<void(std::uint64_t)>& searched) {
        onThreads(static_cast<unsigned>(std::min<std::size_t>(threads, sections_.size())), [&] {
            try {
                searchNext(stop, searched);
            } catch (...) { // for the others to end
                error_ = ECANCELED;
                throw;
            }
        });
        if (error_ != 0) return std::unexpected(error_.load());
        return joined(stop);
    }

private:
    /// One section after the other, until none is left or a thread has failed.
    void searchNext(const std::stop_token& stop, const std::function<void(std::uint64_t)>& searched) {
        std::vector<char> buffer;
        for (std::size_t i = next_++; i < sections_.size() && error_ == 0; i = next_++) {
            const int error = stop.stop_requested() ? ECANCELED : search(i, std::nullopt, buffer);
            if (error != 0) {
                error_ = error;
                return;
            }
            searched(bytes_ += lengthOf(i));
        }
    }

    [[nodiscard]] std::size_t lengthOf(std::size_t index) const {
        return std::min<std::uint64_t>(sectionBytes_, source_.size() - begin_ - index * sectionBytes_);
    }

    /// 0, or errno. Without a place it is guessed.
    int search(std::size_t index, std::optional<CsvPlace> place, std::vector<char>& buffer) {
        const std::uint64_t begin = begin_ + index * sectionBytes_;
        const std::size_t length = lengthOf(index);
        const std::size_t before = index == 0 ? 0 : 1; // a byte that helps to guess
        buffer.resize(length + before);
        const auto bytes = source_.read(begin - before, length + before, buffer);
        if (!bytes) return bytes.error();
        const std::string_view text = bytes->substr(before);
        Section& section = sections_[index];
        section.place = place ? *place : index == 0 ? CsvPlace::CellStart : guessPlace(bytes->front(), text);
        section.found = findRecordEnds(text, section.place);
        return 0;
    }

    std::expected<std::vector<std::uint64_t>, int> joined(const std::stop_token& stop) {
        std::size_t records = 1;
        for (const Section& section : sections_)
            records += section.found.ends.size();
        std::vector<std::uint64_t> begins;
        begins.reserve(records);
        if (!sections_.empty()) begins.push_back(begin_);
        CsvPlace place = CsvPlace::CellStart;
        std::vector<char> buffer;
        for (std::size_t i = 0; i < sections_.size(); ++i) {
            if (stop.stop_requested()) return std::unexpected(ECANCELED);
            Section& section = sections_[i];
            if (section.place != place)
                if (const int error = search(i, place, buffer)) return std::unexpected(error);
            place = section.found.last;
            for (const std::uint32_t end : section.found.ends)
                begins.push_back(begin_ + i * sectionBytes_ + end);
            section.found.ends = {};
        }
        if (!begins.empty() && begins.back() == source_.size()) begins.pop_back();
        return begins;
    }

    const ByteSource& source_;
    std::uint64_t begin_;
    std::size_t sectionBytes_;
    std::vector<Section> sections_;
    std::atomic<std::size_t> next_ = 0;
    std::atomic<std::uint64_t> bytes_ = 0; ///< searched
    std::atomic<int> error_ = 0;
};

} // namespace

std::expected<std::vector<std::uint64_t>, int> findRecords(const ByteSource& source, std::uint64_t begin,
                                                           std::size_t sectionBytes, unsigned threads,
                                                           const std::stop_token& stop,
                                                           const std::function<void(std::uint64_t)>& searched) {
    return Search(source, begin, sectionBytes).run(threads, stop, searched);
}

} // namespace idscope
