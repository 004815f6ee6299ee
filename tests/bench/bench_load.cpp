// Loads files as one table and prints what it took, one JSON object per run.
//
//     bench_load [--runs N (default 3)] FILE...

#include "models/schema/resources.h"
#include "models/table/loader.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

/// A line of /proc/self/status in bytes, 0 where there is none.
std::uint64_t statusBytes(std::string_view name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name)) return 1024 * std::strtoull(line.c_str() + name.size() + 1, nullptr, 10);
    return 0;
}

} // namespace

int main(int count, char** arguments) {
    using namespace idscope;
    std::vector<std::string> files(arguments + 1, arguments + count);
    int runs = 3;
    if (files.size() >= 2 && files[0] == "--runs") {
        runs = std::atoi(files[1].c_str());
        files.erase(files.begin(), files.begin() + 2);
    }
    if (files.empty()) return EXIT_FAILURE;
    for (int run = 0; run < runs; ++run) {
        const std::uint64_t before = statusBytes("RssAnon");
        const auto start = Clock::now();
        Clock::time_point first;
        const auto table = loadTable(files, {.schemas = resources()}, {}, [&](const TablePtr&) {
            if (first == Clock::time_point()) first = Clock::now();
        });
        const auto end = Clock::now();
        if (!table) {
            std::fprintf(stderr, "%s can't be loaded\n", table.error().file.c_str());
            return EXIT_FAILURE;
        }
        const double total = milliseconds(end - start);
        const auto bytes = static_cast<double>((*table)->bytes());
        std::printf(
            R"({"rows": %u, "bytes": %.0f, "first_ms": %.1f, "ms": %.1f, "MB_per_s": %.0f, "anonymous_bytes": %llu, "notices": %llu})"
            "\n",
            (*table)->rowCount(), bytes, milliseconds(first - start), total, bytes / 1000 / total,
            static_cast<unsigned long long>(statusBytes("RssAnon") - before),
            static_cast<unsigned long long>((*table)->notices().total()));
    }
    return EXIT_SUCCESS;
}
