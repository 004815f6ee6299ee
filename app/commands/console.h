#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace idscope {

/// Text from outside as a terminal may show it: line ends and tabs as `\n`, `\r`, `\t`; other control, bidi and
/// invisible characters as `<U+202E>`; bad UTF-8 as U+FFFD.
std::string visibleText(std::string_view text);

/// "idscope: sentence" on standard error. Control characters are made visible, line ends stay.
void complain(const QString& sentence);

/// Writes to standard output at once; false when that fails (a closed pipe, a full disk).
bool print(const QString& text);

} // namespace idscope
