#pragma once

namespace idscope {

/// From now on no core file of this process is written, nor of those it starts: its memory holds keys, and what people
/// may do. False: the system refuses. Tracing and reading /proc stay possible, which desktops' portals need.
bool forbidCoreFiles();

} // namespace idscope
