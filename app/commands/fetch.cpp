#include "app/commands/fetch.h"

#include "app/commands/commandtable.h"
#include "app/commands/console.h"
#include "app/commands/fetchrun.h"
#include "app/commands/fetchsource.h"
#include "app/commands/interruption.h"
#include "app/credentials/keychainstore.h"
#include "app/sample/sampleservice.h"

#include <QCoreApplication>

#include <atomic>
#include <memory>

namespace idscope {

CommandResult runFetch(const CommandLine& line) {
    for (const auto& [one, other] : {std::pair{Option::Sample, Option::BaseUrl},
                                     {Option::Sample, Option::Profile},
                                     {Option::BaseUrl, Option::Profile}})
        if (auto conflict = line.conflict(one, other)) return std::unexpected(*std::move(conflict));
    auto plan = readFetchPlan(line);
    if (!plan) return std::unexpected(plan.error());

    std::atomic<int> signal = 0;
    const Interruption interruption([&](int number) {
        signal = number;
        QMetaObject::invokeMethod(QCoreApplication::instance(), &QCoreApplication::quit, Qt::QueuedConnection);
    });

    std::unique_ptr<SampleService> sample;
    FetchSource source;
    if (line.has(Option::Sample)) {
        sample = std::make_unique<SampleService>(SampleService::Options{});
        if (!sample->start()) {
            complain(sample->error());
            return exitcode::failed;
        }
        source.connection = sample->connection();
    } else {
        auto real = readFetchSource(line);
        if (!real) return real.error();
        source = *std::move(real);
    }

    std::unique_ptr<FetchRun> run;
    const auto begin = [&] {
        run = std::make_unique<FetchRun>(source.connection, *std::move(plan), source.profile);
        if (const auto prepared = run->prepare(); !prepared) {
            complain(sentence(prepared.error()));
            return QCoreApplication::exit(exitcode::failed);
        }
        QObject::connect(run.get(), &FetchRun::finished, QCoreApplication::instance(),
                         [](bool allWell) { QCoreApplication::exit(allWell ? exitcode::done : exitcode::failed); });
        run->start();
    };
    CommandResult withoutKey = exitcode::done;
    KeychainStore keychain({.people = std::chrono::seconds(30)});
    if (source.connection.keySecret)
        QMetaObject::invokeMethod(QCoreApplication::instance(), begin, Qt::QueuedConnection);
    else
        keychain.read(source.secretName, [&](std::expected<Secret, KeychainFault> secret) {
            if (!secret) {
                withoutKey = endWithoutKey(line, secret.error());
                return QCoreApplication::exit(exitcode::failed);
            }
            source.connection.keySecret = std::make_shared<const Secret>(*std::move(secret));
            begin();
        });
    const int code = QCoreApplication::exec();
    if (signal != 0) return Interruption::exitCode(signal);
    return run ? code : withoutKey;
}

} // namespace idscope
