#include "app/commands/progressline.h"

#include "app/commands/console.h"

#include <cstdio>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

namespace idscope {
namespace {

qsizetype terminalWidth() {
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col - 1 : 79;
}

} // namespace

ProgressLine::ProgressLine() : isTerminal_(::isatty(STDERR_FILENO) == 1) {}

void ProgressLine::show(const QString& text) {
    if (!isTerminal_) return;
    const std::string line = "\r\x1b[K" + visibleText(text.left(terminalWidth()).toStdString());
    std::fwrite(line.data(), 1, line.size(), stderr);
    shown_ = true;
}

void ProgressLine::clear() {
    if (std::exchange(shown_, false)) std::fputs("\r\x1b[K", stderr);
}

} // namespace idscope
