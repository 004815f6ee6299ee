#include "app/credentials/keychainprobe.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace idscope {
namespace {

using Answer = std::function<void(KeychainState)>;

/// Nothing: the service is not on this bus, and can't be started.
std::optional<KeychainState> stateAfter(const QDBusError& error) {
    switch (error.type()) {
    case QDBusError::NoError:
        return KeychainState::Ready;
    case QDBusError::NoReply: // from QtDBus, when the limit is over
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return KeychainState::Silent;
    case QDBusError::UnknownObject:
    case QDBusError::UnknownMethod:
    case QDBusError::UnknownInterface:
    case QDBusError::UnknownProperty:
    case QDBusError::InvalidArgs:
        return KeychainState::Empty; // somebody answered, who has no such collection
    default:
        return std::nullopt;
    }
}

QDBusMessage isCollectionLocked() {
    auto message =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets/aliases/default"_s,
                                       u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    message << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    return message;
}

/// The older Plasma keychain. It asks for its password by itself, whenever it has to.
QDBusMessage isWalletThere() {
    return QDBusMessage::createMethodCall(u"org.kde.kwalletd5"_s, u"/modules/kwalletd5"_s,
                                          u"org.freedesktop.DBus.Peer"_s, u"Ping"_s);
}

/// Asks one service after the other until one is there.
void ask(QObject* context, int limitMs, QList<QDBusMessage> questions, Answer answer) {
    if (questions.isEmpty()) return answer(KeychainState::Absent);
    const QDBusMessage question = questions.takeFirst();
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question, limitMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [=, answer = std::move(answer)](QDBusPendingCallWatcher* call) {
                         call->deleteLater();
                         const QDBusMessage reply = call->reply();
                         const auto state = stateAfter(call->error());
                         if (!state) return ask(context, limitMs, questions, answer);
                         const bool locked = *state == KeychainState::Ready && !reply.arguments().isEmpty() &&
                                             reply.arguments().front().value<QDBusVariant>().variant().toBool();
                         answer(locked ? KeychainState::Locked : *state);
                     });
}

} // namespace

void probeKeychain(QObject* context, std::chrono::milliseconds limit, Answer answer) {
    if (!QDBusConnection::sessionBus().isConnected()) {
        const auto absent = [answer = std::move(answer)] { answer(KeychainState::Absent); };
        QMetaObject::invokeMethod(context, absent, Qt::QueuedConnection);
        return;
    }
    QList<QDBusMessage> questions{isCollectionLocked(), isWalletThere()};
    // The order in which QtKeychain looks for them.
    if (qgetenv("KDE_SESSION_VERSION") == "5") questions.swapItemsAt(0, 1);
    ask(context, static_cast<int>(limit.count()), std::move(questions), std::move(answer));
}

} // namespace idscope
