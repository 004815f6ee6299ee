#pragma once

#include <QString>

namespace idscope {

/// One line on standard error that is written over and over; nothing at all unless that is a terminal.
class ProgressLine {
public:
    ProgressLine();
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// Shows the text as far as the line is wide.
    void show(const QString& text);
    /// Makes room for other messages.
    void clear();

private:
    bool isTerminal_;
    bool shown_ = false;
};

} // namespace idscope
