#include "app/commands/servesample.h"

#include "app/commands/commandtable.h"
#include "app/commands/console.h"
#include "app/commands/interruption.h"
#include "app/sample/sampleservice.h"

#include <future>

using namespace Qt::Literals::StringLiterals;

namespace idscope {

CommandResult runServeSample(const CommandLine& line) {
    const auto port = line.number(Option::Port, 0, 0, 65535);
    if (!port) return std::unexpected(port.error());

    std::promise<int> signal;
    std::future<int> signalled = signal.get_future();
    bool first = true; // of the interruption's thread
    const Interruption interruption([&](int number) {
        if (std::exchange(first, false)) signal.set_value(number);
    });

    SampleService service({.port = std::uint16_t(*port)});
    if (!service.start()) {
        complain(service.error());
        return exitcode::failed;
    }
    const Connection connection = service.connection();
    const QString keys = connection.keySecret->use([&](const QByteArray& secret) {
        return u"IDSCOPE_API_KEY_ID=%1\nIDSCOPE_API_KEY_SECRET=%2\n"_s.arg(connection.keyId,
                                                                           QString::fromLatin1(secret));
    });
    if (!print(connection.base.toString() + u'\n' + keys)) return exitcode::failed;
    return Interruption::exitCode(signalled.get());
}

} // namespace idscope
