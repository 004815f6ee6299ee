#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <utility>

class QFileDialog;
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

/// Where people took files from last, and where they put them; empty: nowhere yet.
struct PickedFolders {
    QString open;
    QString save;
    friend bool operator==(const PickedFolders&, const PickedFolders&) = default;
};

/// The desktop's file dialogs, each beginning in the folder that people chose last.
class DialogFilePicker final : public FilePicker {
public:
    /// `keep` is told every choice.
    DialogFilePicker(PickedFolders folders, std::function<void(const PickedFolders& folders)> keep)
        : folders_(std::move(folders)), keep_(std::move(keep)) {}

    void askSave(QWidget* parent, const QString& title, const QString& suggested,
                 std::function<void(const QString& path)> answer) override;
    void askOpen(QWidget* parent, const QString& title, std::function<void(const QStringList& paths)> answer) override;
    void askCertificate(QWidget* parent, const QString& title,
                        std::function<void(const QString& path)> answer) override;
    void askSaveView(QWidget* parent, const QString& title, const QString& suggested,
                     std::function<void(const QString& path)> answer) override;
    void askOpenView(QWidget* parent, const QString& title, std::function<void(const QString& path)> answer) override;

private:
    using Folder = QString PickedFolders::*;
    QFileDialog* newDialog(QWidget* parent, const QString& title, const QString& filter, Folder folder);
    void askOne(QWidget* parent, const QString& title, const QString& filter,
                std::function<void(const QString& path)> answer);
    void askNew(QWidget* parent, const QString& title, const QString& filter, const QString& suffix,
                const QString& suggested, std::function<void(const QString& path)> answer);

    PickedFolders folders_;
    std::function<void(const PickedFolders&)> keep_;
};

} // namespace idscope
