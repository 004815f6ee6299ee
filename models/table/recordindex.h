#pragma once

#include "models/table/bytesource.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <stop_token>
#include <vector>

namespace idscope {

/// The bytes at which the records of a source begin that lie behind `begin`, where a record begins. Sections are
/// searched on all threads at once, each beginning with a guess whether it stands within quotes; what was guessed
/// wrongly is searched again. `searched` is called with the bytes searched so far, on any of the threads, several at a
/// time, after each section. Errors: errno; ECANCELED when stopped. O(bytes).
std::expected<std::vector<std::uint64_t>, int> findRecords(const ByteSource& source, std::uint64_t begin,
                                                           std::size_t sectionBytes, unsigned threads,
                                                           const std::stop_token& stop,
                                                           const std::function<void(std::uint64_t)>& searched);

} // namespace idscope
