#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace idscope {

/// Asks people for files. An interface, so that tests can answer in their place. Answers arrive through the event loop;
/// a dialog that is dismissed answers nothing.
class FilePicker {
public:
    virtual ~FilePicker() = default;
    FilePicker() = default;
    FilePicker(const FilePicker&) = delete;
    FilePicker& operator=(const FilePicker&) = delete;

    virtual void askSave(QWidget* parent, const QString& title, const QString& suggested,
                         std::function<void(const QString& path)> answer) = 0;
    virtual void askOpen(QWidget* parent, const QString& title,
                         std::function<void(const QStringList& paths)> answer) = 0;
    virtual void askCertificate(QWidget* parent, const QString& title,
                                std::function<void(const QString& path)> answer) = 0;
    virtual void askSaveView(QWidget* parent, const QString& title, const QString& suggested,
                             std::function<void(const QString& path)> answer) = 0;
    virtual void askOpenView(QWidget* parent, const QString& title,
                             std::function<void(const QString& path)> answer) = 0;
};

/// The desktop's file dialogs.
class DialogFilePicker final : public FilePicker {
public:
    void askSave(QWidget* parent, const QString& title, const QString& suggested,
                 std::function<void(const QString& path)> answer) override;
    void askOpen(QWidget* parent, const QString& title, std::function<void(const QStringList& paths)> answer) override;
    void askCertificate(QWidget* parent, const QString& title,
                        std::function<void(const QString& path)> answer) override;
    void askSaveView(QWidget* parent, const QString& title, const QString& suggested,
                     std::function<void(const QString& path)> answer) override;
    void askOpenView(QWidget* parent, const QString& title, std::function<void(const QString& path)> answer) override;
};

} // namespace idscope
