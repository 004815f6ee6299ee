#include "app/network/urlpolicy.h"
#include "tests/network/hostileurls.h"

#include <QTest>

using namespace idscope;
using namespace idscope::test;

namespace {

QByteArray outcome(const std::expected<ExactUrl, UrlRule>& read) {
    return read ? read->target : "not " + QByteArray::fromStdString(std::string(word(read.error())));
}

} // namespace

class TestUrlPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryByte_data() {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("target");
        const auto row = [](const char* name, const char* url, const char* target) {
            QTest::newRow(name) << QByteArray(url) << QByteArray(target);
        };
        row("escapes", "https://s.example/a%2Fb%2fc/%7Ex?k=%20+%2B%7e~&s=a/b%3D%3d%41",
            "/a%2Fb%2fc/%7Ex?k=%20+%2B%7e~&s=a/b%3D%3d%41");
        row("no path", "https://s.example?x=1", "/?x=1");
        row("nothing", "https://s.example", "/");
        row("fragment", "https://s.example/a?b#c?d/e", "/a?b");
        row("fragment alone", "https://s.example#/a", "/");
        row("dots", "https://s.example/a/../b/./c//d", "/a/../b/./c//d");
        row("URL in the query", "https://s.example/a?next=https://other.example/?b",
            "/a?next=https://other.example/?b");
        row("port", "HTTPS://S.example:8443/a", "/a");
        row("delimiters", "https://s.example/a;b=c,d/(e)'*!$&@:?'()*!$;,:@/?", "/a;b=c,d/(e)'*!$&@:?'()*!$;,:@/?");
    }
    void keepsEveryByte() {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, target);
        QCOMPARE(outcome(readLink(url, HostScope::Public)), target);
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("rule");
        int count = 0;
        for (const auto& [url, rule] : hostileUrls())
            QTest::addRow("%d %s", ++count, url.toPercentEncoding("/:@[]?#").constData()) << url << rule;
        QVERIFY(count >= 200);
    }
    void refuses() {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, rule);
        QCOMPARE(outcome(readLink(url, HostScope::Public)), "not " + rule);
        const bool wellFormed = rule == "privateAddress";
        QCOMPARE(readLink(url, HostScope::Anywhere).has_value(), wellFormed);
    }

    void allows_data() {
        QTest::addColumn<QByteArray>("url");
        for (const char* url : {"https://s3.eu-west-1.amazonaws.com/b/k", "https://9.9.9.9/", "https://172.32.0.1/",
                                "https://100.128.0.1/", "https://[2620:fe::fe]/", "https://xn--bcher-kva.example/",
                                "https://h.example:1/", "https://[2002:909:909::]/", "https://notlocalhost/"})
            QTest::newRow(url) << QByteArray(url);
    }
    void allows() {
        QFETCH(QByteArray, url);
        QVERIFY(readLink(url, HostScope::Public).has_value());
    }

    void locations_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<QByteArray>("target");
        const auto row = [](const char* name, const char* from, const char* location, const char* origin,
                            const char* target) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(location) << QByteArray(origin) << QByteArray(target);
        };
        row("absolute", "https://a.example/x", "https://b.example/y?%7e", "https://b.example", "/y?%7e");
        row("other scheme's host", "https://a.example/x", "//b.example/y?%7e", "https://b.example", "/y?%7e");
        row("path", "https://a.example:8443/x?old", "/y%2fz?%7e", "https://a.example:8443", "/y%2fz?%7e");
        row("relative", "https://a.example/x/y?old", "z?q", "https://a.example", "/x/z?q");
        row("query", "https://a.example/x/y?old", "?q", "https://a.example", "/x/y?q");
        row("empty", "https://a.example/x", "", "", "not unreadable");
        row("to file", "https://a.example/x", "file:///etc/passwd", "", "not scheme");
        row("to http", "https://a.example/x", "http://b.example/", "", "not plainHttp");
        row("to loopback", "https://a.example/x", "http://127.0.0.1/", "", "not privateAddress");
        row("to private", "https://a.example/x", "https://192.168.1.1/", "", "not privateAddress");
        row("to user info", "https://a.example/x", "//u:p@b.example/", "", "not userInfo");
    }
    void locations() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, location);
        QFETCH(QByteArray, origin);
        QFETCH(QByteArray, target);
        const auto read = readLocation(location, readLink(from, HostScope::Public).value(), HostScope::Public);
        QCOMPARE(outcome(read), target);
        if (read) QCOMPARE(originOf(read->url).toLatin1(), origin);
    }

    void httpStaysBetweenLoopbackHosts() {
        const auto from = [](const char* url) { return readLink(url, HostScope::Anywhere).value(); };
        QVERIFY(readLocation("http://localhost:99/a", from("http://127.0.0.1:8080/"), HostScope::Anywhere));
        QVERIFY(readLocation("https://b.example/a", from("http://127.0.0.1:8080/"), HostScope::Anywhere));
        QCOMPARE(outcome(readLocation("http://127.0.0.1:99/", from("https://b.example/"), HostScope::Anywhere)),
                 "not plainHttp");
    }

    void bases_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("result");
        const auto row = [](const char* text, const char* result) {
            QTest::newRow(text) << QString::fromUtf8(text) << QByteArray(result);
        };
        row("https://app.balkan.id", "https://app.balkan.id");
        row("  https://app.balkan.id/ ", "https://app.balkan.id/");
        row("https://proxy.example/balkan", "https://proxy.example/balkan");
        row("https://b\u00fccher.example", "https://xn--bcher-kva.example");
        row("http://127.0.0.1:8080", "http://127.0.0.1:8080");
        row("http://[::1]:8080", "http://[::1]:8080");
        row("https://10.0.0.1", "https://10.0.0.1");
        row("http://app.balkan.id", "not plainHttp");
        row("app.balkan.id", "not unreadable");
        row("ftp://app.balkan.id", "not scheme");
        row("https://u:p@app.balkan.id", "not userInfo");
        row("https://app.balkan.id?x", "not unreadable");
        row("https://app.balkan.id#x", "not unreadable");
        row("https://", "not noHost");
        row("", "not unreadable");
    }
    void bases() {
        QFETCH(QString, text);
        QFETCH(QByteArray, result);
        const auto base = readBase(text);
        QCOMPARE(base ? base->toEncoded() : "not " + QByteArray::fromStdString(std::string(word(base.error()))),
                 result);
    }

    void namesHosts() {
        const QUrl url = QUrl::fromEncoded("https://u:p@b\xc3\xbc"
                                           "cher.example:8443/a?b#c");
        QCOMPARE(originOf(url), QStringLiteral("https://xn--bcher-kva.example:8443"));
        QCOMPARE(hostOf(url), std::string("xn--bcher-kva.example:8443"));
        QCOMPARE(hostOf(QUrl(QStringLiteral("https://h.example/a"))), std::string("h.example"));
        QCOMPARE(hostOf(QUrl(QStringLiteral("http://[::1]:80/a"))), std::string("[::1]:80"));
    }
};

QTEST_GUILESS_MAIN(TestUrlPolicy)
#include "test_urlpolicy.moc"
