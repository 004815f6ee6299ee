#pragma once

#include <chrono>
#include <cstdint>

namespace idscope {

/// Limits and rhythm of the flow; the defaults are those of `command-line.md`.
struct ExportSettings {
    int atOnce = 4; ///< exports running at the same time; more are queued
    std::chrono::milliseconds deadline{std::chrono::seconds{1800}}; ///< per export, first POST to last byte
    int retries = 4;                                                ///< failed attempts in a row per step (HEAD, GET)
    std::chrono::milliseconds stall{std::chrono::seconds{60}};      ///< no byte for so long
    std::uint64_t minimumRate = 256; ///< bytes per second, averaged over one stall time; slower counts as failed
    std::chrono::milliseconds forbiddenGrace{
        std::chrono::seconds{15}}; ///< while polling, 403 means "not yet" for so long
};

} // namespace idscope
