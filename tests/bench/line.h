#pragma once

#include <chrono>
#include <cstdio>
#include <string>

namespace idscope::bench {

using Clock = std::chrono::steady_clock;

inline double millisecondsSince(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// A measurement for report.py: engine, what was measured, the number, the answer, if there is one to be compared.
inline void printLine(const std::string& what, double number, const std::string& answer = {}) {
    std::printf("idscope\t%s\t%.3f\t%s\n", what.c_str(), number, answer.c_str());
}

} // namespace idscope::bench
