#include "models/base/suggest.h"

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
};

QTEST_APPLESS_MAIN(TestSuggest)
#include "test_suggest.moc"
