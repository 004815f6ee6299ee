#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

namespace idscope::test {

struct Outcome {
    int code = -1; ///< -1: it crashed or did not end within a minute
    QByteArray out;
    QByteArray err;
};

/// Runs the built idscope without a display. `input` goes to its standard input.
inline Outcome run(const QStringList& arguments, const QByteArray& input = {},
                   QProcessEnvironment environment = QProcessEnvironment::systemEnvironment()) {
    for (const char* display : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
        environment.remove(QString::fromLatin1(display));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(IDSCOPE_BINARY), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {.code = -1, .out = process.readAllStandardOutput(), .err = process.readAllStandardError()};
    return {.code = process.exitCode(), .out = process.readAllStandardOutput(), .err = process.readAllStandardError()};
}

} // namespace idscope::test
