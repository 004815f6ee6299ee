#pragma once

#include <string>

namespace idscope::test {
struct Rig;
}

namespace idscope::bench {

/// Times the steps of scrolling through the table in front, made as large as 1920 × 1080, until each is painted.
/// `cells`: what it holds, for the names of what is measured.
void measureScrolling(const test::Rig& rig, const std::string& cells);

/// The same with long cells in view, and with cells of 1 MB beside short ones; in a window of its own.
void measureLongCells();

} // namespace idscope::bench
