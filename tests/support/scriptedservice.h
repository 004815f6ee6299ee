#pragma once

#include "tests/support/httpscript.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>
#include <map>

namespace idscope::test {

inline const QByteArray keyId = "canary-key-id";
inline const QByteArray keySecret = "canary-key-secret";
inline const QByteArray signature = "X-Sig=canary%2Fsignature%7E%20+%2f%3d";

/// A service on two origins that speaks the contract, to be spoilt by tests: `api` answers POST, `store` HEAD and GET.
class ScriptedService {
public:
    HttpScript api, store;

    explicit ScriptedService(Tls apiTls = Tls::None, Tls storeTls = Tls::None) : api(apiTls), store(storeTls) {}

    /// The happy path of one resource.
    void serve(const QByteArray& resource, const QByteArray& file) {
        api.on("POST", postPath(resource), {links(resource)});
        serveFile(resource, file);
    }
    /// The happy path of relations, by integration.
    void serveRelations(const std::map<QByteArray, QByteArray>& files) {
        std::map<QByteArray, Answer> answers;
        for (const auto& [id, file] : files) {
            const QByteArray name = "relations-" + QByteArray::number(static_cast<int>(answers.size()));
            answers[id] = links(name);
            serveFile(name, file);
        }
        api.on("POST", postPath("entity-relations"), [answers](const Request& request) {
            const auto body = QJsonDocument::fromJson(request.body).object();
            const auto known = answers.find(body.value(QStringLiteral("integrationID")).toString().toUtf8());
            return known == answers.end() ? Answer{.status = 404} : known->second;
        });
    }
    static QByteArray postPath(const QByteArray& resource) { return "/api/rest/v0/" + resource + "/download-url"; }
    [[nodiscard]] Answer links(const QByteArray& name) const {
        return Answer::links(store.origin() + "/poll/" + name + "?" + signature,
                             store.origin() + "/file/" + name + "?" + signature);
    }

private:
    void serveFile(const QByteArray& name, const QByteArray& file) {
        store.on("HEAD", "/poll/" + name, {Answer{}});
        store.on("GET", "/file/" + name, {Answer{.body = file}});
    }
};

/// As QTest::qWaitFor(), without its sleeps between looks.
template <class Condition>
bool waitFor(Condition condition, int timeoutMs = 5000) {
    const QDeadlineTimer deadline(timeoutMs);
    QTimer wake;
    wake.start(std::min(timeoutMs, 100));
    while (!condition()) {
        if (deadline.hasExpired()) return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

} // namespace idscope::test
