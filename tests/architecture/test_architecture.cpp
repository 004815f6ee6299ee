#include "testpaths.h"
#include "tests/architecture/layers.h"
#include "tests/architecture/sourcefile.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace idscope::architecture {
namespace {

const QString root = QStringLiteral(IDSCOPE_SOURCE_DIR);

constexpr int longest = 400;

/// Files of 400 lines and more, each with the reason why it is better whole.
const QMap<QString, QString>& longFiles() {
    static const QMap<QString, QString> files{};
    return files;
}

/// A pattern that may not appear in the code (or, with `strings`, in code and string literals) of some folders.
struct Ban {
    const char* name = nullptr;
    QString pattern;
    QStringList folders;
    bool strings = false;
    QStringList exceptions;
    QString example; ///< code that it must catch
};

const std::vector<Ban>& bans() {
    static const QStringList product{u"app/"_s, u"models/"_s, u"views/"_s};
    static const QStringList all = product + QStringList{u"tests/"_s};
    static const std::vector<Ban> list{
        {"sort and filter proxies: our order is worked out over distinct values",
         u"\\bQSortFilterProxyModel\\b"_s,
         all,
         false,
         {},
         u"class P : public QSortFilterProxyModel {};"_s},
        {"texts hashed without a seed, which files could be made to collide in",
         u"\\bunordered_(?:map|set)<std::string(?:_view)?\\b(?![^;]*\\bRandomHash>)"_s,
         product,
         false,
         {},
         u"std::unordered_map<std::string, int> seen;"_s},
        {"style sheets: palette and one style draw everything",
         u"\\bsetStyleSheet\\b"_s,
         all,
         false,
         {},
         u"w->setStyleSheet(s);"_s},
        {"nested event loops",
         u"\\bQEventLoop\\b|(?<!application)(?:\\.|->)exec\\("_s,
         product,
         false,
         {},
         u"dialog.exec();"_s},
        {"modal helpers that nest an event loop",
         u"\\bQMessageBox::(?:about|critical|information|question|warning)\\(|"
         u"\\bQ(?:File|Input|Color|Font)Dialog::get\\w+\\("_s,
         product,
         false,
         {},
         u"QFileDialog::getSaveFileName(this);"_s},
        {"global state",
         u"\\bQ_GLOBAL_STATIC\\b|\\binstance\\(\\)\\s*\\{"_s,
         product,
         false,
         {},
         u"static Foo& instance() { }"_s},
        {"threads that ThreadSanitizer can't judge, in models",
         u"\\bQThread\\b|\\bQtConcurrent\\b"_s,
         {u"models/"_s},
         false,
         {},
         u"QThread thread;"_s},
        {"colours outside the tokens",
         u"\"#[0-9A-Fa-f]{6}\"|\\bQColor\\((?:\\d|0x|u?\")|\\b0x(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}\\b|"
         u"\\bQt::(?:white|black|(?:dark)?(?:red|green|blue|cyan|magenta|yellow|[Gg]ray)|lightGray)\\b"_s,
         {u"views/"_s},
         true,
         {u"views/style/"_s},
         u"QColor c(\"#FF00FF\");"_s},
        {"paths outside the repository",
         u"\"(?:file:/+)?(?:/(?:home|root|work|tmp|etc|opt|var)/|\\.\\./)"_s,
         product,
         true,
         {},
         u"open(\"/etc/passwd\");"_s},
        {"marks of unfinished work", u"\\b(?:TODO|FIXME|XXX|HACK)\\b"_s, all, true, {}, u"\"TODO\";"_s},
        {"output for debugging", u"\\bqDebug\\b"_s, product, false, {}, u"qDebug() << 1;"_s},
    };
    return list;
}

/// Where a ban is broken in a file.
QStringList broken(const Ban& ban, const SourceFile& file) {
    const auto liesIn = [&](const QStringList& folders) {
        return std::ranges::any_of(folders, [&](const QString& folder) { return file.path.startsWith(folder); });
    };
    QStringList places;
    if (!file.isCpp() || !liesIn(ban.folders) || liesIn(ban.exceptions) ||
        file.path.startsWith("tests/architecture/"_L1))
        return places;
    const QRegularExpression pattern(ban.pattern);
    for (const auto& match : pattern.globalMatch(ban.strings ? file.code : file.bare))
        places += placeIn(file, match.capturedStart()) + u": "_s + match.captured();
    return places;
}

} // namespace

class TestArchitecture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void parserSeesThroughCommentsAndStrings();
    void includesKeepToTheLayers();
    void brokenLayersAreSeen_data();
    void brokenLayersAreSeen();
    void filesStayShort();
    void everythingIsInTheNamespace();
    void typesHaveNamesOfTheirOwn();
    void headersAreGuarded();
    void everyItemModelIsTested();
    void nothingBannedIsUsed_data();
    void nothingBannedIsUsed();
    void optionsAreOff();
    void topLevelIsFixed();

private:
    std::vector<SourceFile> sources_;
};

#define NONE(places) QVERIFY2((places).isEmpty(), qPrintable(u'\n' + (places).join(u'\n')))

void TestArchitecture::initTestCase() {
    sources_ = sourcesOf(root);
    QVERIFY(sources_.size() > 50);
}

void TestArchitecture::parserSeesThroughCommentsAndStrings() {
    const auto file = parsedSource(u"models/a.cpp"_s, uR"x(#include <QString> // <QWidget>
/* #include "app/a.h" */
auto a = "// no comment"; auto n = 1'000; auto q = '"';
auto r = R"(#include "app/b.h")";
)x"_s);
    QCOMPARE(file.includes.size(), 1U);
    QCOMPARE(file.includes.front().header, u"QString"_s);
    QVERIFY(file.code.contains("// no comment"_L1));
    QVERIFY(!file.bare.contains("no comment"_L1));
    QVERIFY(file.bare.contains("auto q ="_L1));
    QVERIFY(!file.bare.contains("app/"_L1));
    QCOMPARE(file.code.count(u'\n'), file.text.count(u'\n'));
}

void TestArchitecture::includesKeepToTheLayers() {
    QStringList places;
    for (const auto& file : sources_)
        places += brokenIncludes(file, root);
    NONE(places);
}

void TestArchitecture::brokenLayersAreSeen_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("include");
    QTest::addColumn<bool>("fine");
    const auto row = [](const char* path, const char* include, bool fine) {
        QTest::addRow("%s: %s", path, include) << QString::fromLatin1(path) << QString::fromLatin1(include) << fine;
    };
    row("models/a.cpp", "<QString>", true);
    row("models/a.cpp", "<QAbstractTableModel>", true);
    row("models/a.cpp", "<vector>", true);
    row("models/a.cpp", "\"models/base/ids.h\"", true);
    row("models/a.cpp", "<QColor>", false);
    row("models/a.cpp", "<QWidget>", false);
    row("models/a.cpp", "<QNetworkReply>", false);
    row("models/a.cpp", "<QtGui/QColor>", false);
    row("models/a.cpp", "\"app/network/exporter.h\"", false);
    row("models/base/a.cpp", "\"ids.h\"", false);
    row("views/a.cpp", "<QWidget>", true);
    row("views/a.cpp", "<QNetworkReply>", false);
    row("views/a.cpp", "\"app/network/exporter.h\"", false);
    row("app/network/a.cpp", "<QNetworkReply>", true);
    row("app/network/a.cpp", "<QWidget>", false);
    row("app/library/a.cpp", "\"app/network/exporter.h\"", true);
    row("app/commands/a.cpp", "<QApplication>", false);
    row("app/a.cpp", "<QApplication>", true);
    row("tests/a.cpp", "<QSignalSpy>", true);
    row("tests/a/b.cpp", "\"b.moc\"", true);
}

void TestArchitecture::brokenLayersAreSeen() {
    QFETCH(QString, path);
    QFETCH(QString, include);
    const auto file = parsedSource(path, u"#include %1\n"_s.arg(include));
    QTEST(brokenIncludes(file, root).isEmpty(), "fine");
}

void TestArchitecture::filesStayShort() {
    QStringList places;
    for (const auto& file : sources_) {
        if (file.lines() >= longest && !longFiles().contains(file.path))
            places += u"%1 has %2 lines: split it by duty, or give a reason in longFiles()"_s.arg(file.path).arg(
                file.lines());
    }
    for (const auto& path : longFiles().keys()) {
        const auto file = std::ranges::find(sources_, path, &SourceFile::path);
        if (file == sources_.end() || file->lines() < longest)
            places += path + u" is no longer long: take it off longFiles()"_s;
    }
    NONE(places);
}

void TestArchitecture::everythingIsInTheNamespace() {
    QStringList places;
    for (const auto& file : sources_) {
        if (!file.isCpp() || file.path == u"app/main.cpp"_s || file.path.startsWith("tests/"_L1)) continue;
        static const QRegularExpression opened(u"^namespace idscope\\b"_s, QRegularExpression::MultilineOption);
        static const QRegularExpression declaring(u"^[^#\\s]"_s, QRegularExpression::MultilineOption);
        if (declaring.match(file.bare).hasMatch() && !opened.match(file.bare).hasMatch()) places += file.path;
    }
    NONE(places);
}

/// Two types of one name may be destroyed, or made, as each other: the linker keeps one function for both.
void TestArchitecture::typesHaveNamesOfTheirOwn() {
    static const QRegularExpression defined(
        u"^(?:class|struct|enum|enum class) (\\w+)(?: final)?(?: : [^{;]*)?\\s*\\{"_s,
        QRegularExpression::MultilineOption);
    static const QRegularExpression unnamed(u"^namespace \\{\n.*?^\\} // namespace$"_s,
                                            QRegularExpression::MultilineOption |
                                                QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression inner(u"^namespace (\\S+) \\{"_s, QRegularExpression::MultilineOption);
    QMap<QString, QString> homes;
    QStringList places;
    for (const auto& file : sources_) {
        if (!file.isCpp() || file.path.startsWith("tests/"_L1)) continue;
        QString named = file.text;
        named.remove(unnamed);
        const QString space = inner.match(named).captured(1);
        for (auto match = defined.globalMatch(named); match.hasNext();) {
            const QString name = space + u"::"_s + match.next().captured(1);
            if (homes.contains(name)) places += u"%1 in %2 and %3"_s.arg(name, homes[name], file.path);
            homes[name] = file.path;
        }
    }
    QVERIFY(homes.size() > 300);
    NONE(places);
}

void TestArchitecture::headersAreGuarded() {
    QStringList places;
    for (const auto& file : sources_) {
        if (file.path.endsWith(".h"_L1) && !file.text.startsWith("#pragma once\n"_L1)) places += file.path;
    }
    NONE(places);
}

/// By Qt's own tester: some test that has one names the model, or all tests of sessions do.
void TestArchitecture::everyItemModelIsTested() {
    static const QRegularExpression defined(u"\\bclass (\\w+)(?: final)? : public QAbstract\\w+Model\\b"_s);
    QStringList places;
    int models = 0;
    for (const auto& file : sources_) {
        if (file.path.startsWith("tests/"_L1)) continue;
        for (const auto& match : defined.globalMatch(file.bare)) {
            ++models;
            const QRegularExpression named(u"\\b%1\\b"_s.arg(match.captured(1)));
            const bool tested = std::ranges::any_of(sources_, [&](const SourceFile& test) {
                return test.path.startsWith("tests/"_L1) && test.bare.contains("QAbstractItemModelTester"_L1) &&
                       test.bare.contains(named);
            });
            if (!tested) places += placeIn(file, match.capturedStart()) + u": "_s + match.captured(1);
        }
    }
    QVERIFY(models > 10);
    NONE(places);
}

void TestArchitecture::nothingBannedIsUsed_data() {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < bans().size(); ++i)
        QTest::newRow(bans()[i].name) << static_cast<int>(i);
}

void TestArchitecture::nothingBannedIsUsed() {
    QFETCH(int, index);
    const auto& ban = bans()[static_cast<std::size_t>(index)];
    const auto example = parsedSource(ban.folders.constFirst() + u"example.cpp"_s, ban.example);
    QVERIFY2(!broken(ban, example).isEmpty(), "the pattern does not catch its own example");
    QStringList places;
    for (const auto& file : sources_)
        places += broken(ban, file);
    NONE(places);
}

void TestArchitecture::optionsAreOff() {
    const auto top = std::ranges::find(sources_, u"CMakeLists.txt"_s, &SourceFile::path);
    QVERIFY(top != sources_.end());
    static const QRegularExpression option(uR"x(\boption\(\s*(\w+)\s+"[^"]*"\s+(\w+)\s*\))x"_s);
    int options = 0;
    for (const auto& match : option.globalMatch(top->text)) {
        QCOMPARE(match.captured(2), u"OFF"_s);
        ++options;
    }
    static const QRegularExpression anyOption(u"^ *option\\("_s, QRegularExpression::MultilineOption);
    QCOMPARE(options, static_cast<int>(top->text.count(anyOption)));
    QVERIFY(top->text.contains(uR"(set(IDSCOPE_SANITIZE "")"_s));
}

void TestArchitecture::topLevelIsFixed() {
    static const QStringList known{u"CMakeLists.txt"_s, u"README.md"_s, u"LICENSE"_s,      u"app"_s,  u"models"_s,
                                   u"views"_s,          u"resources"_s, u"translations"_s, u"tests"_s};
    QStringList places;
    for (const auto& entry : QDir(root).entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        // Dot files do not appear here; build folders are those of .gitignore.
        if (!known.contains(entry) && !entry.startsWith("build"_L1) && entry != u"B"_s) places += entry;
    }
    NONE(places);
}

} // namespace idscope::architecture

QTEST_GUILESS_MAIN(idscope::architecture::TestArchitecture)
#include "test_architecture.moc"
