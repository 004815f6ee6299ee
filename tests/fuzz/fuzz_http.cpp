// What must hold for the bytes of any server, in whatever pieces they come.

#include "app/network/httpparser.h"
#include "app/network/urlpolicy.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace idscope;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

struct Answer {
    HttpParser::State state{};
    int status = 0;
    QByteArray body;
    friend bool operator==(const Answer&, const Answer&) = default;
};

Answer read(QByteArrayView bytes, qsizetype step, bool isHead) {
    HttpParser parser(isHead);
    Answer answer;
    for (; !bytes.isEmpty(); bytes = bytes.sliced(std::min(step, bytes.size())))
        parser.feed(bytes.first(std::min(step, bytes.size())), answer.body);
    answer.state = parser.close();
    if (answer.state == HttpParser::State::Complete) answer.status = parser.status();
    return answer;
}

/// A link that is let through leads where it says, in one request line.
void checkLink(const QByteArray& bytes) {
    const auto link = readLink(bytes, HostScope::Public);
    if (!link) return;
    require(link->url.scheme() == u"https" && !link->url.host().isEmpty() && link->url.userInfo().isEmpty());
    require(!isPrivate(link->url));
    require(link->target.startsWith('/') && !link->target.contains('#'));
    require(std::ranges::all_of(link->target, [](char byte) { return byte > 0x20 && byte < 0x7f; }));
    require((link->target.startsWith("/?") || bytes.contains(link->target)) || link->target == "/");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    for (const bool isHead : {false, true}) {
        const Answer whole = read(bytes, std::max<qsizetype>(1, bytes.size()), isHead);
        require(whole == read(bytes, 1, isHead));
        require(whole == read(bytes, 7, isHead));
        require(whole.body.size() <= bytes.size());
        require(!isHead || whole.body.isEmpty());
    }
    checkLink(bytes);
    return 0;
}
