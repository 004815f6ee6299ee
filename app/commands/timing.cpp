#include "app/commands/timing.h"

#include <QString>

#include <fstream>
#include <string_view>

using namespace Qt::Literals::StringLiterals;

namespace idscope {

namespace {

/// A line such as `VmHWM:  1234 kB` of the process's status, in bytes; 0 where there is none.
std::uint64_t statusBytes(std::string_view name) {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        std::uint64_t kilobytes = 0;
        if (word == name && status >> kilobytes) return kilobytes * 1024;
    }
    return 0;
}

} // namespace

std::string Timing::json() const {
    const auto number = [](double milliseconds) { return QString::number(milliseconds, 'f', 3); };
    return uR"({"rows":%1,"bytes":%2,"threads":%3,"scan":%4,"load":%5,"filter":%6,"sort":%7,"facet":%8,"write":%9,)"_s
        .arg(rows)
        .arg(bytes)
        .arg(threads)
        .arg(number(scan), number(load), number(filter), number(sort), number(facet), number(write))
        .append(
            uR"("peak_rss_bytes":%1,"anonymous_bytes":%2})"_s.arg(statusBytes("VmHWM:")).arg(statusBytes("RssAnon:")))
        .toStdString();
}

} // namespace idscope
