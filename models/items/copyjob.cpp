#include "models/items/copyjob.h"

#include <chrono>
#include <utility>

namespace idscope {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds progressPace{100};

} // namespace

void CopyJob::start(CopyRequest request) {
    job_.start([this, request = std::move(request)](const std::stop_token& stop,
                                                    const BackgroundJob::Deliver& deliver) -> BackgroundJob::Call {
        auto told = Clock::now();
        const quint64 inAll = request.rowCount();
        auto text = copyText(request, stop, [&](std::uint64_t rows) {
            if (Clock::now() - told < progressPace) return;
            told = Clock::now();
            deliver([this, rows, inAll] { Q_EMIT progress(rows, inAll); });
        });
        return [this, text = std::move(text), inAll] {
            if (text)
                Q_EMIT copied(*text, inAll);
            else
                Q_EMIT failed(text.error());
        };
    });
}

} // namespace idscope
