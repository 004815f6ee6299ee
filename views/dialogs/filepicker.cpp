#include "views/dialogs/filepicker.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

QFileDialog* csvDialog(QWidget* parent, const QString& title) {
    auto* dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({QCoreApplication::translate("FilePicker", "CSV files (*.csv)"),
                            QCoreApplication::translate("FilePicker", "All files (*)")});
    return dialog;
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

} // namespace idscope
