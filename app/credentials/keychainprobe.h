#pragma once

#include <QObject>

#include <chrono>
#include <functional>

namespace idscope {

/// What the session bus tells of the keychain without asking people anything.
enum class KeychainState {
    Ready,
    Empty,  ///< there, but no default collection is: the first secret makes one, and asks for its password
    Locked, ///< asks for its password
    Absent, ///< no bus, or no keychain on it
    Silent, ///< no answer within the limit
};

/// Asks the bus; `answer` comes later, once, from the event loop, unless `context` is gone by then.
void probeKeychain(QObject* context, std::chrono::milliseconds limit, std::function<void(KeychainState)> answer);

} // namespace idscope
