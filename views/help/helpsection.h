#pragma once

#include <QString>

#include <vector>

namespace idscope {

/// Lines of a page of help under a title.
struct HelpSection {
    struct Line {
        QString what; ///< keys, or an expression, as they are typed
        QString meaning;
    };
    QString title;
    std::vector<Line> lines;
};

} // namespace idscope
