#include "app/commands/commandtable.h"
#include "app/commands/fetchplan.h"
#include "app/commands/filenames.h"

#include <QTest>

#include <algorithm>

using namespace idscope;
using namespace std::chrono_literals;

namespace {

std::expected<FetchPlan, UsageError> plan(const char* words) {
    std::vector<std::string> arguments{"fetch"};
    for (const QByteArray& word : QByteArray(words).split(' '))
        arguments.push_back(word.toStdString());
    const auto line = parseCommandLine(arguments);
    if (!line) return std::unexpected(line.error());
    return readFetchPlan(*line);
}

std::string text(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words)
        all += (all.empty() ? "" : " ") + word;
    return all;
}

ExportTarget relations(std::string integration) {
    return {.resource = "entity-relations", .integration = std::move(integration)};
}

} // namespace

class TestFetchPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QByteArray>("resources");
        QTest::addColumn<QByteArray>("integrations");
        const auto row = [](const char* words, const char* resources, const char* integrations) {
            QTest::newRow(words) << QByteArray(words) << QByteArray(resources) << QByteArray(integrations);
        };
        row("apps --out d", "apps", "");
        row("labels apps labels --out d", "labels apps", "");
        row("all --out d", "apps integrations entity-relations entity-rules labels", "*");
        row("entities --out d", "entities", "");
        row("all entities --out d", "apps integrations entity-relations entity-rules labels entities", "*");
        row("labels all --out d", "labels apps integrations entity-relations entity-rules", "*");
        row("all --integration a --out d", "apps integrations entity-relations entity-rules labels", "a");
        row("all --all-integrations --out d", "apps integrations entity-relations entity-rules labels", "*");
        row("entity-relations --all-integrations --out d", "entity-relations", "*");
        row("entity-relations --integration b --integration=a --integration b --out d", "entity-relations", "b a");
    }
    void reads() {
        QFETCH(QByteArray, words);
        QFETCH(QByteArray, resources);
        QFETCH(QByteArray, integrations);
        const auto read = plan(words.constData());
        QVERIFY2(read.has_value(), read ? "" : qPrintable(sentence(read.error())));
        QCOMPARE(text(read->resources), resources.toStdString());
        QCOMPARE(read->allIntegrations ? "*" : text(read->integrations), integrations.toStdString());
        QCOMPARE(read->settings.deadline, 1800s);
        QCOMPARE(read->settings.retries, 4);
        QCOMPARE(read->out, QStringLiteral("d"));
    }
    void readsLimits() {
        const auto read = plan("apps --deadline 7 --retries 0 --out d");
        QVERIFY(read.has_value());
        QCOMPARE(read->settings.deadline, 7s);
        QCOMPARE(read->settings.retries, 0);
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("words");
        for (const char* words :
             {"apps", "apps --out=", "appz --out d", "--out d", "entity-relations --out d",
              "apps --integration a --out d", "apps --all-integrations --out d",
              "entity-relations --integration= --out d", "entity-relations --integration a --all-integrations --out d",
              "apps --deadline 0 --out d", "apps --deadline x --out d", "apps --deadline 1000001 --out d",
              "apps --retries -1 --out d", "apps --retries 1001 --out d"})
            QTest::newRow(words) << QByteArray(words);
    }
    void refuses() {
        QFETCH(QByteArray, words);
        const auto read = plan(words.constData());
        QVERIFY(!read);
        QVERIFY(!sentence(read.error()).isEmpty());
    }
    void refusesAFolderThatIsNoUtf8() {
        const auto read = plan("apps --out d\xFF");
        QVERIFY(!read);
        QVERIFY(sentence(read.error()).contains(u"folder"));
    }
    void suggests() {
        QVERIFY(sentence(plan("appz --out d").error()).contains(u"“apps”"));
        QVERIFY(sentence(plan("entity-relation --out d").error()).contains(u"“entity-relations”"));
    }

    void names_data() {
        QTest::addColumn<QByteArray>("integration");
        QTest::addColumn<QString>("name");
        const auto row = [](const QByteArray& integration, const char* name) {
            QTest::newRow(integration.constData()) << integration << QString::fromLatin1(name);
        };
        row("1", "entity-relations-1.csv");
        row("01J07X778EK4BH2M2A1VY4HCYF", "entity-relations-01J07X778EK4BH2M2A1VY4HCYF.csv");
        row("okta/01J", "entity-relations-okta_01J.csv");
        row("a b\xc3\xbc~", "entity-relations-a_b___.csv");
        row("..", "entity-relations-..~5ec1f7e7.csv");
        row("../../etc/passwd", "entity-relations-.._.._etc_passwd~3754d6cb.csv");
        row(".hidden", "entity-relations-.hidden~16924190.csv");
        row("a\nb", "entity-relations-a_b.csv");
    }
    void names() {
        QFETCH(QByteArray, integration);
        QFETCH(QString, name);
        QCOMPARE(exportFileNames({{relations(integration.toStdString())}}).front(), name);
    }
    void resourcesKeepTheirNames() {
        const std::vector<ExportTarget> targets{{.resource = "apps"}, {.resource = "labels"}};
        QCOMPARE(exportFileNames(targets), (std::vector{QStringLiteral("apps.csv"), QStringLiteral("labels.csv")}));
    }
    void longNamesAreCut() {
        const auto name = [](std::size_t length) {
            return exportFileNames({{relations(std::string(length, 'a'))}}).front();
        };
        QCOMPARE(name(79), QStringLiteral("entity-relations-") + QString(79, u'a') + QStringLiteral(".csv"));
        for (const std::size_t length : {80U, 81U, 500U}) {
            QCOMPARE(name(length).size(), 100);
            QVERIFY(name(length).contains(u'~'));
        }
        QVERIFY(name(500) != name(501));
    }
    void collidingNamesDiffer() {
        std::vector<ExportTarget> targets{relations("a/b"), relations("a_b"), relations("a b"), relations("c")};
        auto names = exportFileNames(targets);
        QCOMPARE(names[3], QStringLiteral("entity-relations-c.csv"));
        for (int i = 0; i < 3; ++i)
            QVERIFY(names[static_cast<std::size_t>(i)].startsWith(QStringLiteral("entity-relations-a_b~")));
        std::ranges::reverse(targets);
        auto reversed = exportFileNames(targets);
        std::ranges::reverse(reversed);
        QCOMPARE(reversed, names);
        std::ranges::sort(names);
        QVERIFY(std::ranges::adjacent_find(names) == names.end());
    }
    void earlierFilesKeepTheirNames() {
        const auto file = [](const char* integration, const QString& name) {
            return ManifestEntry{.target = relations(integration), .file = name};
        };
        const auto plain = QStringLiteral("entity-relations-a_b.csv");
        const auto both = exportFileNames({{relations("a/b"), relations("a:b")}});
        const std::vector first{file("a/b", plain)};
        QCOMPARE(exportFileNames({{relations("a:b")}}, first), (std::vector{both[1]}));
        QCOMPARE(exportFileNames({{relations("a/b")}}, first), (std::vector{plain}));
        QCOMPARE(exportFileNames({{relations("a/b"), relations("a:b")}}, first), (std::vector{plain, both[1]}));
        const std::vector marked{file("a/b", both[0]), file("a:b", both[1])};
        QCOMPARE(exportFileNames({{relations("a/b")}}, marked), (std::vector{both[0]}));
        const std::vector doubtful{file("a/b", plain), file("a:b", plain)};
        QCOMPARE(exportFileNames({{relations("a/b")}}, doubtful), (std::vector{both[0]}));
    }
};

QTEST_GUILESS_MAIN(TestFetchPlan)
#include "test_fetchplan.moc"
