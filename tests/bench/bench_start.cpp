// Times processes from their start until their empty window is painted: Idscope without settings or snapshots, beside a
// program with nothing but a Qt window of that size.
//
//     bench_start [RUNS (default 20)]
//
// Prints lines as bench_store does. Needs a display, and the programs beside its own.

#include "tests/bench/line.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdlib>
#include <string>

using namespace idscope::bench;
using namespace Qt::StringLiterals;

namespace {

struct Start {
    double milliseconds = 0;
    std::string window; ///< its size
};

QString programOf(const QString& name) {
    return QCoreApplication::applicationDirPath() + u"/bench_start_"_s + name;
}

Start timeStart(const QString& program) {
    const QTemporaryDir folder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& place : {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s})
        environment.insert(place, folder.filePath(place));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const auto begin = Clock::now();
    process.start(program, QStringList());
    if (!process.waitForReadyRead(30'000)) qFatal("%s shows no window.", qPrintable(program));
    const double milliseconds = millisecondsSince(begin);
    process.waitForFinished();
    return {.milliseconds = milliseconds, .window = process.readAll().trimmed().toStdString()};
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QString minimal = programOf(u"minimal"_s);
    const QString idscope = programOf(u"idscope"_s);
    timeStart(minimal); // what is on the disk is in memory from now on
    timeStart(idscope);
    for (int runs = argc > 1 ? std::atoi(argv[1]) : 20; runs > 0; --runs) {
        const Start least = timeStart(minimal);
        const Start ours = timeStart(idscope);
        printLine("start: a minimal window", least.milliseconds, least.window);
        printLine("start: an empty window", ours.milliseconds, ours.window);
        printLine("start: beyond a minimal window", ours.milliseconds - least.milliseconds);
    }
    printLine("start: size of the program, MiB", static_cast<double>(QFileInfo(idscope).size()) / (1 << 20));
    return 0;
}
