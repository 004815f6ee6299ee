#include "app/commands/filenames.h"
#include "app/library/library.h"
#include "app/session/tablesource.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <ranges>

using namespace idscope;
using namespace Qt::StringLiterals;

namespace {

/// Texts that a service, a file or a tenant may send where a name is made of them.
std::vector<QByteArray> corpus() {
    std::vector<QByteArray> texts{"",
                                  " ",
                                  ".",
                                  "..",
                                  "...",
                                  "/",
                                  "//",
                                  "\\",
                                  "../x",
                                  "../../../../x/passwd",
                                  "x/../../y",
                                  "..\\..\\x",
                                  "a/b",
                                  "a//b",
                                  "./a",
                                  "a/.",
                                  "a/..",
                                  ".hidden",
                                  "..hidden",
                                  ".ssh/authorized_keys",
                                  "-rf",
                                  "--help",
                                  "~",
                                  "~root",
                                  "$HOME",
                                  "`id`",
                                  "$(id)",
                                  "a;b",
                                  "a|b",
                                  "a&b",
                                  "a>b",
                                  "a*?[]{}",
                                  "'\"",
                                  "%2e%2e%2f",
                                  "..%2fx",
                                  "%00",
                                  "C:\\x",
                                  "\\\\host\\share",
                                  "a:b",
                                  "CON",
                                  "nul.txt",
                                  "a ",
                                  "a.",
                                  " a",
                                  "a\tb",
                                  "a\nb",
                                  "a\r\nb",
                                  "\x1b[31m",
                                  "\x7f",
                                  "manifest.json",
                                  "manifest",
                                  "library.json",
                                  "\xe2\x80\xae\x76sc.exe",               // RIGHT-TO-LEFT OVERRIDE
                                  "a\xe2\x80\x8b\x62",                    // ZERO WIDTH SPACE
                                  "\xef\xbb\xbf",                         // BYTE ORDER MARK
                                  "\xef\xbc\x8e\xef\xbc\x8e\xef\xbc\x8f", // FULLWIDTH ../
                                  "\xe2\x88\x95",                         // DIVISION SLASH
                                  "\xc0\xae\xc0\xae\xc0\xaf",             // overlong ../
                                  "\xff\xfe",
                                  "\xed\xa0\x80",
                                  "u\xcc\x88",
                                  "\xf0\x9f\x98\x80"};
    texts.push_back(QByteArray("a\0b", 3));
    texts.push_back(QByteArray("\0", 1));
    for (const char* part :
         {"a", ".", "../", "\xc3\xbc", "\xe6\xbc\xa2", "\xf0\x9f\x98\x80", "\xcc\x88", "\xf0\xa0\x80\x80"})
        for (const int times : {99, 100, 101, 255, 256, 5000})
            texts.push_back(QByteArray(part).repeated(times));
    for (int byte = 0; byte < 256; ++byte)
        texts.push_back("x" + QByteArray(1, static_cast<char>(byte)) + "/../y");
    return texts;
}

/// Why a name is no plain name of a file; empty when it is one.
QString fault(const QString& name) {
    constexpr qsizetype longest = 255; // of a file system's names
    const QByteArray bytes = QFile::encodeName(name);
    if (name.isEmpty()) return u"empty"_s;
    if (bytes.size() > longest) return u"too long"_s;
    if (name.contains(u'/') || name.contains(u'\\')) return u"leads elsewhere"_s;
    if (name.startsWith(u'.') || name.startsWith(u'-') || name.startsWith(u'~')) return u"has a meaning"_s;
    if (!name.endsWith(u".csv")) return u"is no CSV file"_s;
    for (const char32_t c : name.toUcs4())
        if (!QChar::isPrint(c) || QChar::category(c) == QChar::Other_Format) return u"hides something"_s;
    const QString folder = QDir::homePath();
    if (QFileInfo(QDir::cleanPath(folder + u'/' + name)).path() != folder) return u"leaves its folder"_s;
    return {};
}

} // namespace

/// Names of files that are made of what others send.
class TestFileNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fetchedFiles() {
        std::vector<ExportTarget> targets;
        for (const QByteArray& text : corpus()) {
            const ExportTarget target{.resource = "entity-relations", .integration = text.toStdString()};
            const QString name = exportFileNames({{target}}).front();
            QVERIFY2(fault(name).isEmpty(), (text.toPercentEncoding() + ": " + fault(name).toUtf8()).constData());
            QVERIFY(name.startsWith(u"entity-relations"));
            if (std::ranges::find(targets, target) == targets.end()) targets.push_back(target);
        }
        std::vector<QString> names = exportFileNames(targets);
        std::ranges::sort(names);
        QVERIFY(std::ranges::adjacent_find(names) == names.end());
    }
    void suggestedFiles() {
        for (const QByteArray& text : corpus()) {
            const QString name = fileNameFor(QString::fromUtf8(text));
            QVERIFY2(fault(name).isEmpty(), (text.toPercentEncoding() + ": " + fault(name).toUtf8()).constData());
        }
        QCOMPARE(fileNameFor(u"Relations, Okta"_s), u"Relations_Okta.csv"_s);
        QCOMPARE(fileNameFor(u"../.."_s), u"view.csv"_s);
    }
    void snapshots() {
        const QTemporaryDir root;
        Library library(root.filePath(u"library/snapshots"_s));
        for (const QByteArray& text : corpus() | std::views::take(64)) { // each is flushed to the disk
            DownloadedExport download;
            download.target = {text.toStdString(), text.toStdString(), text.toStdString()};
            download.file = root.filePath(u"download.part"_s);
            QVERIFY(writeFile(download.file, "ID\n"));
            download.bytes = 3;
            download.sha256 = QByteArray(64, 'a');
            download.finished = QDateTime::currentDateTimeUtc();
            const auto kept = library.adopt(download, QString::fromUtf8(text));
            QVERIFY(kept.has_value());
            QCOMPARE(QFileInfo(kept->file).fileName(), u"table.csv"_s);
            QCOMPARE(QFileInfo(QFileInfo(kept->file).path()).path(), library.folder());
            QVERIFY(library.remove(kept->id));
            QVERIFY(!library.remove(QString::fromUtf8(text)));
            QVERIFY(!library.setAside(QString::fromUtf8(text)));
        }
        QCOMPARE(QDir(root.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{u"library"_s});
    }
};

QTEST_GUILESS_MAIN(TestFileNames)
#include "test_filenames.moc"
