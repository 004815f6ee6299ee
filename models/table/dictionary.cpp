#include "models/table/dictionary.h"

#include <limits>
#include <stdexcept>

namespace idscope {

Code Dictionary::intern(std::string_view value, std::uint32_t hash) {
    if (4 * (size_ + 1) > 3 * slots_.size()) growSlots();
    Slot& slot = slots_[slotOf(value, hash)];
    if (slot.codePlusOne == 0) {
        const char* const kept = keep(value);
        slot = {hash, append({kept, value.size()}).value + 1, kept};
    }
    return Code{slot.codePlusOne - 1};
}

bool Dictionary::find(std::string_view value, std::uint32_t hash, Code& code) const {
    if (slots_.empty()) return false;
    const Slot& slot = slots_[slotOf(value, hash)];
    if (slot.codePlusOne == 0) return false;
    code = Code{slot.codePlusOne - 1};
    return true;
}

std::size_t Dictionary::bytes() const {
    std::size_t places = 0;
    for (unsigned segment = 0; segment < Place::segments; ++segment)
        places += segments_[segment].size();
    return sizeof *this + arena_.bytes() + slots_.capacity() * sizeof(Slot) + places * sizeof(std::string_view);
}

/// The slot that holds the value, or the free one where it belongs. There always is a free one.
std::size_t Dictionary::slotOf(std::string_view value, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        const Slot& slot = slots_[at];
        if (slot.codePlusOne == 0 || (slot.hash == hash && slot.holds(value))) return at;
    }
}

/// A copy, behind its size.
const char* Dictionary::keep(std::string_view value) {
    const std::size_t size = value.size();
    char* const room = arena_.room(sizeof size + size);
    std::memcpy(room, &size, sizeof size);
    if (size > 0) std::memcpy(room + sizeof size, value.data(), size);
    return room + sizeof size;
}

Code Dictionary::append(std::string_view kept) {
    if (size_ >= std::numeric_limits<std::uint32_t>::max() - 1)
        throw std::length_error("more distinct values than codes");
    const auto code = static_cast<std::uint32_t>(size_);
    const Place place(code);
    auto& segment = segments_[place.segment];
    if (segment.empty()) segment.reserve(Place::capacity(place.segment)); // memory that is not written costs nothing
    segment.push_back(kept);
    ++size_;
    return Code{code};
}

void Dictionary::growSlots() {
    LargeVector<Slot> grown(slots_.empty() ? 16 : 2 * slots_.size());
    const std::size_t mask = grown.size() - 1;
    for (const Slot& slot : slots_) {
        if (slot.codePlusOne == 0) continue;
        std::size_t at = slot.hash & mask;
        while (grown[at].codePlusOne != 0)
            at = (at + 1) & mask;
        grown[at] = slot;
    }
    slots_ = std::move(grown);
}

} // namespace idscope
