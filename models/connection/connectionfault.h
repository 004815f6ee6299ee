#pragma once

#include <cstdint>

namespace idscope {

/// Why the keychain did not do what it was asked.
enum class KeychainFault : std::uint8_t {
    Absent,   ///< no session bus, or no keychain on it
    Locked,   ///< and it was not unlocked when it asked for that
    Denied,   ///< access refused
    NoAnswer, ///< within the time limit
    NoSecret, ///< it works, but holds none for this profile
    Failed,
};

/// Why a file of certificate authorities is of no use.
struct AuthorityFault {
    int systemError = 0; ///< of opening or reading; 0: it was read, and holds no certificate
};

} // namespace idscope
