#include "tests/gui/rig.h"

#include "app/credentials/keychainstore.h"
#include "models/schema/recognise.h"
#include "models/schema/resources.h"
#include "views/connect/connectdialog.h"
#include "views/filter/filterbar.h"
#include "views/sidebar/sidebar.h"
#include "views/startpage/startpage.h"
#include "views/table/tableview.h"

#include <QAction>
#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QMenuBar>
#include <QTest>
#include <QTimer>

namespace idscope::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 90'000;

} // namespace

void ScriptedPicker::askSave(QWidget* parent, const QString&, const QString& name,
                             std::function<void(const QString&)> answer) {
    suggested = name;
    QTimer::singleShot(patienceMs, parent, [this, answer = std::move(answer)] {
        if (!saveTo.isEmpty()) answer(saveTo);
    });
}

void ScriptedPicker::askOpen(QWidget* parent, const QString&, std::function<void(const QStringList&)> answer) {
    QTimer::singleShot(0, parent, [this, answer = std::move(answer)] {
        if (!opened.isEmpty()) answer(opened);
    });
}

void ScriptedPicker::askCertificate(QWidget* parent, const QString&, std::function<void(const QString&)> answer) {
    QTimer::singleShot(0, parent, [this, answer = std::move(answer)] {
        if (!certificate.isEmpty()) answer(certificate);
    });
}

void ScriptedPicker::askSaveView(QWidget* parent, const QString&, const QString& name,
                                 std::function<void(const QString&)> answer) {
    suggested = name;
    askOpenView(parent, {}, std::move(answer));
}

void ScriptedPicker::askOpenView(QWidget* parent, const QString&, std::function<void(const QString&)> answer) {
    QTimer::singleShot(0, parent, [this, answer = std::move(answer)] {
        if (!viewFile.isEmpty()) answer(viewFile);
    });
}

Rig::Rig(Theme theme, SampleService::Options sample, ExportSettings exports) : themes(*qApp, theme) {
    setup = {.library = folder.filePath(u"snapshots"_s),
             .settings = folder.filePath(u"settings.conf"_s),
             .profiles = folder.filePath(u"profiles.conf"_s),
             .keychain = std::make_shared<KeychainStore>(),
             .sample = sample,
             .exports = exports};
    restart();
    desk->window().resize(1440, 900); // on whatever screen
}

void Rig::restart() {
    desk.reset();
    desk = std::make_unique<Desk>(setup, themes, picker);
    desk->window().show();
}

QStringList Rig::files() const {
    QStringList files;
    QDirIterator all(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext())
        files.append(all.next());
    return files;
}

bool Rig::fetchSample() {
    desk->openSample();
    const auto ended = [this] {
        const TransferModel::Counts counts = desk->transfers().counts();
        return counts.done > 5 && counts.running + counts.queued == 0;
    };
    return QTest::qWaitFor([&] { return ended() && page() != nullptr; }, patienceMs) && waitForLoad(*page());
}

bool Rig::waitForLoad(ResourcePage& page) const {
    return QTest::qWaitFor(
        [&] {
            const FilterStatus status = page.session().filterStatus();
            return !page.session().isLoading() && page.session().table() != nullptr && !status.evaluating &&
                   status.total == page.session().table()->rowCount();
        },
        patienceMs);
}

bool Rig::connectTo(const QString& name, const QUrl& base, const QByteArray& keyId, const QByteArray& secret) const {
    Q_EMIT desk->window().startPage().connectRequested();
    const auto dialog = [this] { return desk->window().findChild<ConnectDialog*>(); };
    if (!QTest::qWaitFor([&] { return dialog() != nullptr; })) return false;
    const auto fields = dialog()->findChildren<QLineEdit*>();
    fields[0]->setText(name);
    fields[1]->setText(base.toString());
    fields[2]->setText(QString::fromUtf8(keyId));
    fields[3]->setText(QString::fromUtf8(secret));
    QTest::keyClick(fields[3], Qt::Key_Return);
    return QTest::qWaitFor([&] { return dialog() == nullptr; }, patienceMs);
}

bool Rig::openTable(const QString& name, const QByteArray& csv) const {
    const ResourcePage* before = page();
    desk->openFiles({write(name, csv)});
    if (!QTest::qWaitFor([&] { return page() != nullptr && page() != before; }, patienceMs) || !waitForLoad(*page()))
        return false;
    desk->window().activateWindow(); // nobody else does without a window manager
    if (!QTest::qWaitForWindowActive(&desk->window())) return false;
    page()->table().setFocus();
    return true;
}

bool Rig::filter(ResourcePage& page, const QString& text) const {
    QWidget* field = page.filterBar().focusField();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
    return QTest::qWaitFor(
        [&] {
            const FilterStatus status = page.session().filterStatus();
            return status.text == text && !status.evaluating;
        },
        patienceMs);
}

QString Rig::write(const QString& name, const QByteArray& bytes) const {
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) return {};
    return file.fileName();
}

QAction& Rig::action(const QString& text) const {
    for (QAction* action : desk->window().menuBar()->findChildren<QAction*>())
        if (action->text().remove(u'&') == text) return *action;
    qFatal("there is no such action");
}

TransferStatus Rig::transferOf(std::string_view resource, std::string_view integration) const {
    const TransferModel& transfers = desk->transfers();
    for (int row = 0; row < transfers.rowCount(); ++row)
        if (const TransferStatus& status = transfers.at(transfers.index(row));
            status.target.resource == resource && status.target.integrationName == integration)
            return status;
    return {};
}

bool Rig::openResource(const std::string& resource, std::string_view integration) const {
    const ExportTarget all{.resource = resource, .integration = {}, .integrationName = {}};
    Q_EMIT desk->window().sideBar().resourceActivated(integration.empty() ? all
                                                                          : transferOf(resource, integration).target);
    const auto inFront = [&] {
        return page() != nullptr && page()->session().table() != nullptr &&
               page()->session().table()->schema() == schemaByKey(resource, resources());
    };
    return QTest::qWaitFor(inFront, patienceMs) && waitForLoad(*page());
}

void Rig::closePages() const {
    while (Page* page = desk->window().currentPage())
        desk->window().closePage(page);
}

} // namespace idscope::test
