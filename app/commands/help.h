#pragma once

#include <QString>

namespace idscope {

struct CommandSpec;

/// The help of one command, plain text with a line end; that of the window's lists all commands.
QString helpText(const CommandSpec& command);

/// "idscope 0.1.0" with a line end.
QString versionText();

} // namespace idscope
