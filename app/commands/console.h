#pragma once

#include "models/base/span.h"

#include <QString>

#include <string>
#include <string_view>

namespace idscope {

/// Text from outside as a terminal may show it: line ends and tabs as `\n`, `\r`, `\t`; other control, bidi and
/// invisible characters as `<U+202E>`; bad UTF-8 as U+FFFD.
std::string visibleText(std::string_view text);

/// Columns that a text of no control characters takes on a terminal: none for combining characters, two for wide ones.
std::size_t displayWidth(std::string_view text);

/// Two lines, each after a line end: the text, and below it a caret for each character of the span.
QString pointedOut(std::string_view text, TextSpan span);

/// "idscope: sentence" on standard error. Control characters are made visible, line ends stay.
void complain(const QString& sentence);

/// A line on standard error as it is, for other programs.
void printError(std::string_view line);

/// Writes to standard output at once; false when that fails (a closed pipe, a full disk).
bool print(const QString& text);

} // namespace idscope
