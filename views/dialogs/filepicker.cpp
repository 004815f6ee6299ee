#include "views/dialogs/filepicker.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

QString csvFiles() {
    return QCoreApplication::translate("FilePicker", "CSV files (*.csv)");
}

QString viewFiles() {
    return QCoreApplication::translate("FilePicker", "Saved views (*.json)");
}

/// Where people look first: where they were last, else among their documents, else at home.
QString firstFolder(const QString& last) {
    for (const QString& folder : {last, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)})
        if (!folder.isEmpty() && QFileInfo(folder).isDir()) return folder;
    return QDir::homePath();
}

} // namespace

QFileDialog* DialogFilePicker::newDialog(QWidget* parent, const QString& title, const QString& filter, Folder folder) {
    auto* dialog = new QFileDialog(parent, title, firstFolder(folders_.*folder));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({filter, QCoreApplication::translate("FilePicker", "All files (*)")});
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, [this, folder](const QStringList& files) {
        if (files.isEmpty()) return;
        folders_.*folder = QFileInfo(files.front()).absolutePath();
        keep_(folders_);
    });
    return dialog;
}

void DialogFilePicker::askOne(QWidget* parent, const QString& title, const QString& filter,
                              std::function<void(const QString&)> answer) {
    QFileDialog* asking = newDialog(parent, title, filter, &PickedFolders::open);
    asking->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(asking, &QFileDialog::fileSelected, parent, std::move(answer));
    asking->open();
}

void DialogFilePicker::askNew(QWidget* parent, const QString& title, const QString& filter, const QString& suffix,
                              const QString& suggested, std::function<void(const QString&)> answer) {
    QFileDialog* asking = newDialog(parent, title, filter, &PickedFolders::save);
    asking->setAcceptMode(QFileDialog::AcceptSave);
    asking->setDefaultSuffix(suffix);
    asking->selectFile(suggested);
    QObject::connect(asking, &QFileDialog::fileSelected, parent, std::move(answer));
    asking->open();
}

void DialogFilePicker::askSave(QWidget* parent, const QString& title, const QString& suggested,
                               std::function<void(const QString&)> answer) {
    askNew(parent, title, csvFiles(), u"csv"_s, suggested, std::move(answer));
}

void DialogFilePicker::askOpen(QWidget* parent, const QString& title, std::function<void(const QStringList&)> answer) {
    QFileDialog* asking = newDialog(parent, title, csvFiles(), &PickedFolders::open);
    asking->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(asking, &QFileDialog::filesSelected, parent, std::move(answer));
    asking->open();
}

void DialogFilePicker::askCertificate(QWidget* parent, const QString& title,
                                      std::function<void(const QString&)> answer) {
    askOne(parent, title, QCoreApplication::translate("FilePicker", "Certificates (*.pem *.crt *.cer)"),
           std::move(answer));
}

void DialogFilePicker::askSaveView(QWidget* parent, const QString& title, const QString& suggested,
                                   std::function<void(const QString&)> answer) {
    askNew(parent, title, viewFiles(), u"json"_s, suggested, std::move(answer));
}

void DialogFilePicker::askOpenView(QWidget* parent, const QString& title, std::function<void(const QString&)> answer) {
    askOne(parent, title, viewFiles(), std::move(answer));
}

} // namespace idscope
