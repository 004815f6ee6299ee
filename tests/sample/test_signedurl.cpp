#include "app/sample/signedurl.h"

#include <QTest>

using namespace idscope;
using Verdict = UrlSigner::Verdict;

class TestSignedUrl : public QObject {
    Q_OBJECT

    const UrlSigner signer_{"key", std::chrono::seconds(900)};
    const QDateTime made_{QDate(2024, 6, 18), QTime(9, 39), Qt::UTC};

private Q_SLOTS:
    void holdsForItsMethodPathAndTime() {
        const QByteArray query = signer_.query("GET", "/a.csv", made_);
        QVERIFY(query.startsWith("X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20240618T093900Z&X-Amz-Expires=900&"));
        QCOMPARE(signer_.check("GET", "/a.csv", query, made_), Verdict::Valid);
        QCOMPARE(signer_.check("GET", "/a.csv", query, made_.addSecs(900)), Verdict::Valid);
        QCOMPARE(signer_.check("GET", "/a.csv", query, made_.addSecs(901)), Verdict::Expired);
        QCOMPARE(signer_.check("HEAD", "/a.csv", query, made_), Verdict::DoesNotMatch);
        QCOMPARE(signer_.check("GET", "/b.csv", query, made_), Verdict::DoesNotMatch);
    }

    void everyByteIsSigned() {
        const QByteArray query = signer_.query("GET", "/a.csv", made_);
        for (qsizetype i = 0; i < query.size(); ++i) {
            QByteArray changed = query;
            changed[i] = changed[i] == 'x' ? 'y' : 'x';
            QVERIFY2(signer_.check("GET", "/a.csv", changed, made_) != Verdict::Valid, changed.constData());
            QVERIFY2(signer_.check("GET", "/a.csv", query.left(i), made_) != Verdict::Valid, query.left(i).constData());
        }
        QCOMPARE(signer_.check("GET", "/a.csv", query + "&x=1", made_), Verdict::DoesNotMatch);
    }

    void refusesWhatIsNotSigned() {
        QCOMPARE(signer_.check("GET", "/a.csv", {}, made_), Verdict::NotSigned);
        const UrlSigner other("another key", std::chrono::seconds(900));
        QCOMPARE(other.check("GET", "/a.csv", signer_.query("GET", "/a.csv", made_), made_), Verdict::DoesNotMatch);
    }
};

QTEST_APPLESS_MAIN(TestSignedUrl)
#include "test_signedurl.moc"
