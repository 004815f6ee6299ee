#include "app/commands/commandtable.h"
#include "app/commands/console.h"
#include "app/commands/corefiles.h"
#include "app/commands/help.h"
#include "app/commands/interruption.h"
#include "app/desktop.h"
#include "models/base/withinmemory.h"
#include "translations/install.h"

#include <QApplication>
#include <QFile>
#include <QLocale>

#include <atomic>
#include <csignal>
#include <exception>
#include <string>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace idscope {

namespace {

struct MainWords {
    Q_DECLARE_TR_FUNCTIONS(MainWords)
};

int refuse(const UsageError& error) {
    complain(sentence(error));
    return exitcode::usage;
}

int fail(const QString& sentence) {
    complain(sentence);
    return exitcode::failed;
}

/// Runs a command; whatever it throws is said in a sentence, as any other failure is.
int runCommand(const CommandLine& line) {
    const auto run = [&] {
        const CommandResult result = line.command->run(line);
        return result ? *result : refuse(result.error());
    };
    const auto noMemory = [] {
        return fail(
            MainWords::tr("There is not enough memory for this. Close other programs, or ask about fewer rows."));
    };
    try {
        return withinMemory(run, noMemory);
    } catch (const std::exception& problem) {
        return fail(MainWords::tr("This could not be done: %1.").arg(QString::fromLocal8Bit(problem.what())));
    }
}

/// Everything that needs no display. Nothing is returned for the window's own command line.
std::optional<int> runWithoutWindow(const std::expected<CommandLine, UsageError>& line) {
    if (!line) return refuse(line.error());
    if (line->has(Option::Help)) return print(helpText(*line->command)) ? exitcode::done : exitcode::failed;
    if (line->has(Option::Version)) return print(versionText()) ? exitcode::done : exitcode::failed;
    if (line->command->run == nullptr) return {};
    return runCommand(*line);
}

/// Qt aborts the process when it finds no display: better said first.
bool displayIsLikely() {
    return !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

bool wantsWindow(const std::expected<CommandLine, UsageError>& line) {
    return line && line->command->run == nullptr && !line->has(Option::Help) && !line->has(Option::Version);
}

int runWindow(int& argc, char** argv, const CommandLine& line) {
    QApplication application(argc, argv);
    installTranslations(application, QLocale::system());
    DesktopOptions options{.files = {}, .sample = line.has(Option::Sample)};
    for (const std::string& file : line.operands)
        options.files.push_back(QFile::decodeName(file.c_str()));
    // Closing as people do: what is half done is taken back, what is kept is flushed.
    std::atomic<int> signal = 0;
    const Interruption interruption([&](int number) {
        signal = number;
        QMetaObject::invokeMethod(&application, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    const int code = runDesktop(application, options);
    return signal == 0 ? code : Interruption::exitCode(signal);
}

} // namespace

} // namespace idscope

int main(int argc, char** argv) {
    using namespace idscope;
    forbidCoreFiles();
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is an answer of write(), not the end of the process
    std::signal(SIGXFSZ, SIG_IGN); // so is a limit to the size of files
    QCoreApplication::setApplicationName(u"idscope"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(IDSCOPE_VERSION));
    const auto line = parseCommandLine(std::vector<std::string>(argv + 1, argv + argc));
    if (wantsWindow(line) && displayIsLikely()) return runWindow(argc, argv, *line);
    QCoreApplication application(argc, argv);
    installTranslations(application, QLocale::system());
    if (const auto code = runWithoutWindow(line)) return *code;
    complain(
        MainWords::tr("There is no display to open the window on; “idscope --help” lists what works without one."));
    return exitcode::failed;
}
