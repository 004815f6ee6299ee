#include "app/network/exactreply.h"
#include "app/network/exportaccess.h"
#include "tests/support/gapmeter.h"
#include "tests/support/scriptedservice.h"
#include "tests/support/wantofthreads.h"

#include <QMutex>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QThread>

using namespace idscope;
using namespace idscope::test;

namespace {

using Addresses = QList<QHostAddress>;

QList<QHostAddress> addresses(std::initializer_list<const char*> texts) {
    QList<QHostAddress> all;
    for (const char* text : texts)
        all += QHostAddress(QLatin1StringView(text));
    return all;
}

/// The way to the wire, with a resolver that knows one name alone.
class Wire {
public:
    QStringList asked; ///< of the resolver
    QString known = QStringLiteral("elsewhere.example");
    QList<QHostAddress> found = addresses({"127.0.0.1"});
    bool answers = true;
    ProxyUse proxy = ProxyUse::None;
    ProxyLookup lookUp = QNetworkProxyFactory::systemProxyForQuery;

    std::unique_ptr<QNetworkReply> get(const QByteArray& url, HostScope reach) {
        const auto resolve = [this](const QString& host, QObject* context,
                                    const std::function<void(const Addresses&)>& answer) {
            asked += host;
            if (!answers) return;
            const Addresses all = host == known ? found : Addresses();
            QMetaObject::invokeMethod(context, [answer, all] { answer(all); }, Qt::QueuedConnection);
        };
        access_ = std::make_unique<ExportAccess>(Connection{{}, {}, {}, {testAuthority()}, proxy}, resolve, lookUp);
        QNetworkRequest request = ExportAccess::plainRequest();
        request.setRawHeader("X-Api-Key-Secret", keySecret);
        return std::unique_ptr<QNetworkReply>(access_->send(QNetworkAccessManager::GetOperation, request,
                                                            readLink(url, HostScope::Anywhere).value(), reach));
    }
    QNetworkReply::NetworkError run(const QByteArray& url, HostScope reach) {
        const auto reply = get(url, reach);
        return waitFor([&] { return reply->isFinished(); }) ? reply->error() : QNetworkReply::TimeoutError;
    }

private:
    std::unique_ptr<ExportAccess> access_;
};

/// A certificate for elsewhere.example, on loopback.
class Elsewhere : public HttpScript {
public:
    Elsewhere() : HttpScript(Tls::WrongHost) { on("GET", "/a", {Answer{.body = "ID\n"}}); }
    [[nodiscard]] QByteArray url() const { return "https://elsewhere.example:" + QByteArray::number(port()) + "/a"; }
};

} // namespace

/// One request on the wire, and where it may go.
class TestExactReply : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void connectsToWhatWasResolved() {
        Elsewhere server;
        Wire wire;
        const auto reply = wire.get(server.url(), HostScope::Anywhere);
        QVERIFY(waitFor([&] { return reply->isFinished(); }));
        QCOMPARE(reply->error(), QNetworkReply::NoError); // the certificate was held against the name
        QCOMPARE(reply->readAll(), "ID\n");
        QCOMPARE(wire.asked, QStringList{QStringLiteral("elsewhere.example")});
        QCOMPARE(qobject_cast<ExactReply*>(reply.get())->peer(), QHostAddress(QHostAddress::LocalHost));
        QVERIFY(server.requests()[0].header("Host").startsWith("elsewhere.example:"));
    }
    /// R2: a public name that leads into a private network.
    void refusesPrivateAddresses_data() {
        QTest::addColumn<Addresses>("found");
        const auto row = [](const char* address) { QTest::newRow(address) << addresses({address}); };
        for (const char* address :
             {"127.0.0.1", "::1", "::ffff:127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254",
              "100.64.0.1", "fe80::1", "fd00::1", "64:ff9b::7f00:1", "0.0.0.0"})
            row(address);
        QTest::newRow("several") << addresses({"127.0.0.1", "10.0.0.1", "::1"});
    }
    void refusesPrivateAddresses() {
        QFETCH(Addresses, found);
        Elsewhere server;
        Wire wire;
        wire.found = found;
        QCOMPARE(wire.run(server.url(), HostScope::Public), QNetworkReply::ContentOperationNotPermittedError);
        QCOMPARE(server.connections(), 0);
        QCOMPARE(wire.run("https://127.0.0.1:" + QByteArray::number(server.port()) + "/a", HostScope::Public),
                 QNetworkReply::ContentOperationNotPermittedError);
        QCOMPARE(server.connections(), 0);
    }
    /// Whatever the resolver makes of the name, keys never go out in the open.
    void plainHttpStaysOnThisMachine() {
        HttpScript server;
        server.on("GET", "/a", {Answer{}});
        const QByteArray url = "http://localhost:" + QByteArray::number(server.port()) + "/a";
        Wire wire;
        wire.known = QStringLiteral("localhost");
        for (const char* address : {"192.0.2.1", "10.0.0.1", "2001:db8::1", "0.0.0.0"}) {
            wire.found = addresses({address});
            QCOMPARE(wire.run(url, HostScope::Anywhere), QNetworkReply::ContentOperationNotPermittedError);
        }
        QCOMPARE(server.connections(), 0);
        wire.found = addresses({"127.0.0.1"});
        QCOMPARE(wire.run(url, HostScope::Anywhere), QNetworkReply::NoError);
    }
    void triesTheNextAddress() {
        Elsewhere server;
        Wire wire;
        wire.found = addresses({"127.0.0.2", "127.0.0.3", "127.0.0.1"}); // nobody listens at the others
        QCOMPARE(wire.run(server.url(), HostScope::Anywhere), QNetworkReply::NoError);
        QCOMPARE(server.requests().size(), std::size_t{1});
        wire.found = addresses({"127.0.0.2", "127.0.0.3"});
        QCOMPARE(wire.run(server.url(), HostScope::Anywhere), QNetworkReply::ConnectionRefusedError);
    }
    void unknownHost() {
        Wire wire;
        QCOMPARE(wire.run("https://nowhere.example/", HostScope::Anywhere), QNetworkReply::HostNotFoundError);
        wire.found.clear();
        QCOMPARE(wire.run("https://elsewhere.example/", HostScope::Public), QNetworkReply::HostNotFoundError);
    }
    void abortWhileResolving() {
        Wire wire;
        wire.answers = false;
        const auto reply = wire.get("https://elsewhere.example/", HostScope::Public);
        QVERIFY(!waitFor([&] { return reply->isFinished(); }, 20));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        reply->abort();
        reply->abort();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
    }
    void systemResolverKnowsLocalhost() {
        std::optional<Addresses> found;
        systemResolver()(QStringLiteral("localhost"), this, [&](const Addresses& answer) { found = answer; });
        QVERIFY(waitFor([&] { return found.has_value(); }));
        QVERIFY(!found->isEmpty());
        QVERIFY(std::ranges::all_of(*found, [](const QHostAddress& address) { return isPrivate(address); }));
    }

    /// R21: the system's proxy gets the host's name and nothing else; loopback does without.
    void systemProxy() {
        HttpScript proxy;
        Elsewhere server;
        qputenv("https_proxy", proxy.origin());
        qputenv("http_proxy", proxy.origin());
        Wire wire;
        wire.proxy = ProxyUse::System;
        const auto throughProxy = wire.run(server.url(), HostScope::Public);
        wire.proxy = ProxyUse::None;
        const auto direct = wire.run(server.url(), HostScope::Anywhere);
        wire.proxy = ProxyUse::System;
        HttpScript local;
        local.on("GET", "/a", {Answer{}});
        const auto toLoopback = wire.run(local.origin() + "/a", HostScope::Anywhere);
        qunsetenv("https_proxy");
        qunsetenv("http_proxy");

        QCOMPARE(throughProxy, QNetworkReply::UnknownProxyError); // this one answers 599
        QCOMPARE(proxy.requests().size(), std::size_t{1});
        QCOMPARE(proxy.requests()[0].method, "CONNECT");
        QCOMPARE(proxy.requests()[0].target, server.url().mid(8).chopped(2));
        QVERIFY(!proxy.received().contains(keySecret));
        QCOMPARE(wire.asked.size(), 0 + 1); // for the direct one alone
        QCOMPARE(direct, QNetworkReply::NoError);
        QCOMPARE(toLoopback, QNetworkReply::NoError);
        QCOMPARE(proxy.connections(), 1);
    }
    /// The system may take its time over proxies: nothing waits for it, and it hears of the origin alone.
    void slowProxyLookup() {
        Elsewhere server;
        QMutex mutex;
        QList<QUrl> asked;
        Wire wire;
        wire.proxy = ProxyUse::System;
        wire.lookUp = [&](const QNetworkProxyQuery& query) {
            QThread::msleep(300);
            const QMutexLocker lock(&mutex);
            asked += query.url();
            return QList{QNetworkProxy(QNetworkProxy::NoProxy)};
        };
        GapMeter gaps;
        QCOMPARE(wire.run(server.url() + "?X-Sig=canary", HostScope::Anywhere), QNetworkReply::NoError);
        const double longest = gaps.restart();
        QVERIFY2(longest < 200, QByteArray::number(longest).constData());
        QCOMPARE(asked, QList<QUrl>{QUrl::fromEncoded(server.url().chopped(1))});

        auto cancelled = wire.get(server.url(), HostScope::Anywhere);
        QVERIFY(!waitFor([&] { return cancelled->isFinished(); }, 20));
        cancelled->abort();
        QCOMPARE(cancelled->error(), QNetworkReply::OperationCanceledError);
        cancelled.reset(); // before the access that it belongs to
        auto deleted = wire.get(server.url(), HostScope::Anywhere);
        deleted.reset();
        QVERIFY(waitFor([&] {
            const QMutexLocker lock(&mutex);
            return asked.size() == 3;
        }));
        waitFor([] { return false; }, 20);
        QCOMPARE(server.connections(), 1);

        HttpScript local;
        local.on("GET", "/a", {Answer{}});
        QCOMPARE(wire.run(local.origin() + "/a", HostScope::Anywhere), QNetworkReply::NoError);
        QCOMPARE(asked.size(), 3);
    }
    /// Whether there is a proxy can't be found out: nothing is sent around it.
    void wantOfThreadsIsNoWayAroundAProxy() {
        Elsewhere server;
        Wire wire;
        wire.proxy = ProxyUse::System;
        std::unique_ptr<QNetworkReply> reply;
        {
            const WantOfThreads none;
            reply = wire.get(server.url(), HostScope::Anywhere);
        }
        QVERIFY(waitFor([&] { return reply->isFinished(); }));
        QCOMPARE(reply->error(), QNetworkReply::ProxyNotFoundError);
        QCOMPARE(server.connections(), 0);
    }
    /// R21: what a server wants remembered is forgotten.
    void noCookies() {
        HttpScript server;
        server.on("GET", "/a", {Answer{}.with("Set-Cookie", "id=canary; Path=/")});
        ExportAccess access(Connection{{}, {}, {}, {}, ProxyUse::None});
        for (int i = 0; i < 2; ++i) {
            const std::unique_ptr<QNetworkReply> reply(
                access.send(QNetworkAccessManager::GetOperation, ExportAccess::plainRequest(),
                            readLink(server.origin() + "/a", HostScope::Anywhere).value(), HostScope::Anywhere));
            QVERIFY(waitFor([&] { return reply->isFinished(); }));
        }
        QCOMPARE(server.requests().size(), std::size_t{2});
        QVERIFY(!server.received().contains("Cookie") && !server.received().contains("canary"));
    }
};

QTEST_GUILESS_MAIN(TestExactReply)
#include "test_exactreply.moc"
