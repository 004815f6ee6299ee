#include "tests/architecture/sourcefile.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>

#include <algorithm>

namespace idscope::architecture {

using namespace Qt::StringLiterals;

namespace {

/// Blanks everything but line feeds.
void blank(QString& text, qsizetype from, qsizetype length) {
    for (auto i = from; i < from + length; ++i) {
        if (text[i] != u'\n') text[i] = u' ';
    }
}

bool endsWithAny(const QString& text, const QStringList& ends) {
    return std::ranges::any_of(ends, [&](const QString& end) { return text.endsWith(end); });
}

} // namespace

bool SourceFile::isCpp() const {
    return endsWithAny(path, {u".cpp"_s, u".h"_s});
}

int SourceFile::lines() const {
    return static_cast<int>(text.count(u'\n'));
}

SourceFile parsedSource(const QString& path, const QString& text) {
    SourceFile file{.path = path, .text = text, .code = text, .bare = text, .includes = {}};
    if (!file.isCpp()) return file;
    // Raw strings, strings, characters (but no digit separators), comments: whatever begins first hides the others.
    static const QRegularExpression hiding(
        uR"x((R"([^\s()\\]*)\(.*?\)\2")|("(?:\\.|[^"\\\n])*")|((?<![0-9a-fA-F])'(?:\\.|[^'\\\n])*')|(//[^\n]*|/\*.*?\*/))x"_s,
        QRegularExpression::DotMatchesEverythingOption);
    for (const auto& match : hiding.globalMatch(text)) {
        const auto start = match.capturedStart();
        const auto length = match.capturedLength();
        if (match.hasCaptured(5)) blank(file.code, start, length);
        blank(file.bare, start, length);
    }
    static const QRegularExpression include(uR"(^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">])"_s,
                                            QRegularExpression::MultilineOption);
    for (const auto& match : include.globalMatch(file.code)) {
        const auto line = static_cast<int>(text.left(match.capturedStart(1)).count(u'\n')) + 1;
        file.includes.push_back({match.captured(2), match.captured(1) == u"<"_s, line});
    }
    return file;
}

std::vector<SourceFile> sourcesOf(const QString& root) {
    static const QStringList kinds{u".cpp"_s, u".h"_s,     u".py"_s,  u".sh"_s,
                                   u".txt"_s, u".cmake"_s, u"/run"_s, u"/start"_s};
    QStringList paths{u"CMakeLists.txt"_s};
    for (const auto& folder : {u"app"_s, u"models"_s, u"views"_s, u"tests"_s, u"translations"_s, u"resources"_s}) {
        QDirIterator files(root + u'/' + folder, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const auto path = QDir(root).relativeFilePath(files.next());
            if (endsWithAny(path, kinds) && !path.startsWith("tests/data/"_L1)) paths += path;
        }
    }
    paths.sort();
    std::vector<SourceFile> sources;
    for (const auto& path : paths) {
        QFile file(root + u'/' + path);
        if (file.open(QIODevice::ReadOnly)) sources.push_back(parsedSource(path, QString::fromUtf8(file.readAll())));
    }
    return sources;
}

QString placeIn(const SourceFile& file, qsizetype offset) {
    return u"%1:%2"_s.arg(file.path).arg(file.text.left(offset).count(u'\n') + 1);
}

} // namespace idscope::architecture
