#pragma once

#include "app/commands/commandline.h"
#include "app/commands/printing.h"

#include <expected>

namespace idscope {

// What commands that print tables share.

/// The error that an option's value can't be read; `expected`: what it should be, for people.
UsageError badValue(const CommandLine& line, Option option, QString expected, std::string suggestion = {});

/// How to print: what --format says, else a table on a terminal and CSV anywhere else.
std::expected<PrintFormat, UsageError> readFormat(const CommandLine& line);

/// The error that --out has an empty name, or one that is no UTF-8, if it has; `expected`: what it should be, for
/// people, "the name of a file" when left out.
std::optional<UsageError> unusableOut(const CommandLine& line, const QString& expected = {});

/// Complains; the exit code of a command that failed.
int failed(const QString& sentence);
/// The same of an output that could not be written. A reader that closed the pipe has seen enough: nothing is said.
int failed(const Output& output);

} // namespace idscope
