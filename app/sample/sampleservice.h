#pragma once

#include "app/network/exporter.h"

#include <QString>

#include <memory>

namespace idscope {

/// The sample tenant behind a real HTTP service on loopback that speaks the contract: the API on one port, polling and
/// files on another; checks keys, methods, signatures and expiry, and makes each export wait a moment. Runs in a thread
/// of its own.
class SampleService {
public:
    struct Options {
        std::uint16_t port = 0;  ///< API port; 0: any free one
        int readyAfterMs = 600;  ///< until an export's file is ready, per resource a little different
        int expiresAfterS = 900; ///< life of a signed URL
    };
    explicit SampleService(Options options);
    ~SampleService();

    /// Starts listening. On failure: false, and `error()` is a plain sentence.
    bool start();
    [[nodiscard]] QString error() const;
    /// Base URL and keys made for this run.
    [[nodiscard]] Connection connection() const;

private:
    class Private;
    std::unique_ptr<Private> d_;
};

} // namespace idscope
