#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace idscope::architecture {

/// An #include as written, with its brackets or quotes.
struct Include {
    QString header;
    bool angled = false;
    int line = 0;
};

/// A text file of the repository. `path` counts from its root. `code` is the text with comments blanked out, line for
/// line; `bare` is the code with the insides of string literals blanked out as well.
struct SourceFile {
    QString path;
    QString text;
    QString code;
    QString bare;
    std::vector<Include> includes;

    [[nodiscard]] bool isCpp() const;
    [[nodiscard]] int lines() const;
};

SourceFile parsedSource(const QString& path, const QString& text);

/// Every source, script and build file under the folders of the repository, and those at its top.
std::vector<SourceFile> sourcesOf(const QString& root);

/// "path:line" of a position within a text.
QString placeIn(const SourceFile& file, qsizetype offset);

} // namespace idscope::architecture
