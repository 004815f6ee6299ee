#include "app/network/linkexpiry.h"

#include <QTest>

using namespace idscope;
using namespace std::chrono_literals;
using Lifetime = std::optional<std::chrono::milliseconds>;

class TestLinkExpiry : public QObject {
    Q_OBJECT

    const QDateTime now_{QDate(2024, 6, 18), QTime(9, 39), Qt::UTC};

private Q_SLOTS:
    void lifetimes_data() {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<Lifetime>("lifetime");
        const auto row = [](const char* target, Lifetime lifetime) {
            QTest::newRow(target) << QByteArray(target) << lifetime;
        };
        row("/k?X-Amz-Algorithm=A&X-Amz-Date=20240618T093900Z&X-Amz-Expires=900&X-Amz-Signature=s", 900s);
        row("/k?X-Amz-Expires=900&X-Amz-Date=20240618T093000Z", 360s);
        row("/k?X-Amz-Expires=900&X-Amz-Date=20240618T090000Z", -1440s);
        row("/k?X-Goog-Date=20240618T093900Z&X-Goog-Expires=60", 60s);
        row("/k?AWSAccessKeyId=a&Expires=1718703600&Signature=s", 60s);
        row("/k?se=2024-06-18T09%3A40%3A00Z&sig=s", 60s);
        row("/k?se=2024-06-18T11:40:00%2B02:00&sig=s", 60s);
        for (const char* target :
             {"/k", "/k?", "/k?X-Amz-Date=20240618T093900Z", "/k?X-Amz-Expires=900",
              "/k?X-Amz-Date=20240618T093900Z&X-Amz-Expires=-1", "/k?X-Amz-Date=20240618T093900Z&X-Amz-Expires=9e9",
              "/k?X-Amz-Date=20240618T093900Z&X-Amz-Expires=99999999999999999999",
              "/k?X-Amz-Date=2024-06-18&X-Amz-Expires=900", "/k?Expires=", "/k?Expires=soon", "/k?se=later",
              "/Expires=1718703600"})
            row(target, std::nullopt);
    }
    void lifetimes() {
        QFETCH(QByteArray, target);
        QFETCH(Lifetime, lifetime);
        QVERIFY(lifetimeOf(target, now_) == lifetime);
        QVERIFY(!lifetimeOf(target, {}));
    }
};

QTEST_GUILESS_MAIN(TestLinkExpiry)
#include "test_linkexpiry.moc"
