#pragma once

#include <QCoreApplication>
#include <QString>

#include <chrono>
#include <cstdint>
#include <string_view>

namespace idscope {

/// The translation context of all sentences of models/words.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace idscope

// What the sentences of this folder are put together from.
namespace idscope::words {

/// "place: text"; without a place the text alone, with a capital.
QString placed(const QString& place, const QString& text);

/// "first second" of two whole sentences; either may be empty.
QString joined(const QString& first, const QString& second);

/// "text (code)", or the text alone: codes stand last, in brackets.
QString withCode(const QString& text, const QString& code);

/// What the system's refusal means ("there is no such file").
QString systemReason(int systemError);
/// "ENOENT"; empty for 0.
QString systemCode(int systemError);

/// Which plural form a number takes, for the third argument of tr().
int plural(std::uint64_t value);

/// "281 of 461 MB": both in the unit of the whole.
QString partOf(std::uint64_t part, std::uint64_t whole);

/// "3 s", "30 min", "2 h 5 min", rounded up to seconds.
QString duration(std::chrono::milliseconds time);

/// Data within a sentence: control and format characters as their code points ("[U+202E]"), cut to a readable length.
QString quoted(std::string_view data);

/// The number, from 1, of the character at `byte` of UTF-8 text. O(byte).
QString characterNumber(std::string_view text, std::size_t byte);

} // namespace idscope::words
