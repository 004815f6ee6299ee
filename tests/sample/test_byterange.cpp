#include "app/sample/byterange.h"

#include <QTest>

using namespace idscope;

class TestByteRange : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<QByteArray>("ifRange");
        QTest::addColumn<QString>("answer");
        const QByteArray none;
        QTest::newRow("none") << none << none << "whole";
        QTest::newRow("from the start") << QByteArray("bytes=0-9") << none << "0+10";
        QTest::newRow("middle") << QByteArray("bytes=10-19") << none << "10+10";
        QTest::newRow("open end") << QByteArray("bytes=90-") << none << "90+10";
        QTest::newRow("beyond the end") << QByteArray("bytes=90-500") << none << "90+10";
        QTest::newRow("suffix") << QByteArray("bytes=-7") << none << "93+7";
        QTest::newRow("suffix longer than all") << QByteArray("bytes=-700") << none << "0+100";
        QTest::newRow("after the end") << QByteArray("bytes=100-") << none << "416";
        QTest::newRow("suffix of nothing") << QByteArray("bytes=-0") << none << "416";
        QTest::newRow("other unit") << QByteArray("rows=1-2") << none << "whole";
        QTest::newRow("backwards") << QByteArray("bytes=9-3") << none << "whole";
        QTest::newRow("several") << QByteArray("bytes=0-1,5-6") << none << "whole";
        QTest::newRow("nonsense") << QByteArray("bytes=a-b") << none << "whole";
        QTest::newRow("sign") << QByteArray("bytes=+1-2") << none << "whole";
        QTest::newRow("dash alone") << QByteArray("bytes=-") << none << "whole";
        QTest::newRow("too large a number") << QByteArray("bytes=99999999999999999999-") << none << "whole";
        QTest::newRow("largest number") << QByteArray("bytes=0-9223372036854775807") << none << "0+100";
        QTest::newRow("same file") << QByteArray("bytes=50-") << QByteArray("\"e\"") << "50+50";
        QTest::newRow("other file") << QByteArray("bytes=50-") << QByteArray("\"f\"") << "whole";
    }
    void reads() {
        QFETCH(QByteArray, range);
        QFETCH(QByteArray, ifRange);
        const ByteRange found = requestedRange(range, ifRange, "\"e\"", 100);
        const QString answer = found.kind == ByteRange::Kind::Whole ? QStringLiteral("whole")
                               : found.kind == ByteRange::Kind::Unsatisfiable
                                   ? QStringLiteral("416")
                                   : QStringLiteral("%1+%2").arg(found.begin).arg(found.length);
        QTEST(answer, "answer");
    }

    void anEmptyFileHasNoParts() {
        QCOMPARE(requestedRange("bytes=0-", {}, "\"e\"", 0).kind, ByteRange::Kind::Unsatisfiable);
        QCOMPARE(requestedRange({}, {}, "\"e\"", 0).kind, ByteRange::Kind::Whole);
    }
};

QTEST_APPLESS_MAIN(TestByteRange)
#include "test_byterange.moc"
