#include "views/dialogs/filepicker.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

QFileDialog* fileDialog(QWidget* parent, const QString& title, const QString& filter) {
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({filter, QCoreApplication::translate("FilePicker", "All files (*)")});
    return dialog;
}

QFileDialog* csvDialog(QWidget* parent, const QString& title) {
    return fileDialog(parent, title, QCoreApplication::translate("FilePicker", "CSV files (*.csv)"));
}

QFileDialog* viewDialog(QWidget* parent, const QString& title) {
    return fileDialog(parent, title, QCoreApplication::translate("FilePicker", "Saved views (*.json)"));
}

} // namespace

void DialogFilePicker::askSave(QWidget* parent, const QString& title, const QString& suggested,
                               std::function<void(const QString&)> answer) {
    QFileDialog* dialog = csvDialog(parent, title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(suggested);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(answer));
    dialog->open();
}

void DialogFilePicker::askOpen(QWidget* parent, const QString& title, std::function<void(const QStringList&)> answer) {
    QFileDialog* dialog = csvDialog(parent, title);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, std::move(answer));
    dialog->open();
}

void DialogFilePicker::askCertificate(QWidget* parent, const QString& title,
                                      std::function<void(const QString&)> answer) {
    QFileDialog* dialog =
        fileDialog(parent, title, QCoreApplication::translate("FilePicker", "Certificates (*.pem *.crt *.cer)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(answer));
    dialog->open();
}

void DialogFilePicker::askSaveView(QWidget* parent, const QString& title, const QString& suggested,
                                   std::function<void(const QString&)> answer) {
    QFileDialog* dialog = viewDialog(parent, title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(suggested);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(answer));
    dialog->open();
}

void DialogFilePicker::askOpenView(QWidget* parent, const QString& title, std::function<void(const QString&)> answer) {
    QFileDialog* dialog = viewDialog(parent, title);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(answer));
    dialog->open();
}

} // namespace idscope
