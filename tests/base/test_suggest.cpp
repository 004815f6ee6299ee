#include "models/base/suggest.h"
#include "models/base/wordstart.h"

#include <QTest>

#include <array>

using namespace idscope;

class TestSuggest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsTheLikeliest_data() {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("closest");
        QTest::newRow("swapped") << "qurey" << "query";
        QTest::newRow("left out") << "stat" << "stats";
        QTest::newRow("inserted") << "tiimestamp" << "timestamp";
        QTest::newRow("changed") << "timestomp" << "timestamp";
        QTest::newRow("the nearer of two") << "statu" << "stats";
        QTest::newRow("too far") << "color" << "";
        QTest::newRow("empty") << "" << "";
        QTest::newRow("endless") << QString(1'000'000, u'q') << "";
    }
    void findsTheLikeliest() {
        constexpr auto names = std::to_array<std::string_view>({"", "query", "timestamp", "stats", "status_of"});
        QFETCH(QString, word);
        QTEST(QString::fromStdString(closest(word.toStdString(), names)), "closest");
    }

    void findsWordsOfNames_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("at"); ///< -1: nowhere
        const auto row = [](const char* typed, const char* name, int at) {
            QTest::addRow("%s in %s", typed, name) << typed << name << at;
        };
        row("priv", "privilegeName", 0);
        row("name", "privilegeName", 9);
        row("ame", "privilegeName", -1);
        row("run", "last_run", 5);
        row("name", "odd name", 4);
        row("256", "sha256", 3);
        row("56", "sha256", -1);
        row("server", "HTTPServer", 4);
        row("ttp", "HTTPServer", -1);
        row("n", "nameN", 0);
        row("ü", "über", 0);
        row("ber", "über", -1);
        row("x", "", -1);
    }
    void findsWordsOfNames() {
        QFETCH(QString, typed);
        QFETCH(QString, name);
        const auto at = wordStart(typed.toStdString(), name.toStdString());
        QTEST(at ? static_cast<int>(*at) : -1, "at");
    }
};

QTEST_APPLESS_MAIN(TestSuggest)
#include "test_suggest.moc"
