#pragma once

#include <QByteArray>
#include <QFile>
#include <QLoggingCategory>
#include <QMutex>
#include <QTemporaryFile>

#include <unistd.h>

namespace idscope::test {

/// All that the process says while this lives: Qt's messages and ours, and what goes to standard error. One at a time.
class Outputs {
public:
    /// `rules`: which categories of Qt's log are on, besides those that are in any case.
    explicit Outputs(const QString& rules) {
        if (!file_.open()) qFatal("no temporary file");
        messages().clear();
        ::dup2(file_.handle(), STDERR_FILENO);
        QLoggingCategory::setFilterRules(rules);
        handler_ = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& text) {
            const QMutexLocker lock(&mutex());
            messages() += text.toUtf8() + '\n';
        });
    }
    ~Outputs() {
        qInstallMessageHandler(handler_);
        QLoggingCategory::setFilterRules({});
        ::dup2(before_, STDERR_FILENO);
        ::close(before_);
    }
    Outputs(const Outputs&) = delete;
    Outputs& operator=(const Outputs&) = delete;

    [[nodiscard]] QByteArray text() const {
        QFile errors(file_.fileName());
        if (!errors.open(QIODevice::ReadOnly)) qFatal("no standard error");
        const QMutexLocker lock(&mutex());
        return messages() + errors.readAll();
    }

private:
    static QByteArray& messages() {
        static QByteArray all;
        return all;
    }
    static QMutex& mutex() {
        static QMutex mutex;
        return mutex;
    }

    QTemporaryFile file_;
    int before_ = ::dup(STDERR_FILENO);
    QtMessageHandler handler_ = nullptr;
};

} // namespace idscope::test
