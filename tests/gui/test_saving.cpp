#include "app/session/settings.h"
#include "models/items/displaytext.h"
#include "tests/gui/rig.h"
#include "views/dialogs/secretsdialog.h"
#include "views/parts/strip.h"
#include "views/resourcepage/savestrip.h"
#include "views/table/tableview.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

QPushButton& button(const QWidget& parent, const QString& text) {
    const auto buttons = parent.findChildren<QPushButton*>();
    return **std::ranges::find(buttons, text, &QPushButton::text);
}

/// Keeps the questions where to save, so that they are answered one right after the other.
class HeldPicker final : public FilePicker {
public:
    std::vector<std::function<void(const QString&)>> answers;

    void askSave(QWidget* /*parent*/, const QString& /*title*/, const QString& /*name*/,
                 std::function<void(const QString&)> answer) override {
        answers.push_back(std::move(answer));
    }
    void askOpen(QWidget*, const QString&, std::function<void(const QStringList&)>) override {}
    void askCertificate(QWidget*, const QString&, std::function<void(const QString&)>) override {}
    void askSaveView(QWidget*, const QString&, const QString&, std::function<void(const QString&)>) override {}
    void askOpenView(QWidget*, const QString&, std::function<void(const QString&)>) override {}
};

} // namespace

/// Saving a view, from the menu to the file.
class TestSaving : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { rig_.reset(); }

    void formulasAreSaidAndSavedAgain();
    void spreadsheetsByMenu();
    void harmlessFilesSayNothing();
    void progressCanBeCancelled();
    void errorsLeaveTheOldFile();
    void aCopyKeptMeanwhileIsNoHindrance();
    void onlySecretsToBeSavedAreAskedAbout();
    void numbersAreGrouped();
    void theFolderIsSaid();
    void dialogsBeginWherePeopleWereLast();
    void theSecondAtOnceIsRefused();

private:
    [[nodiscard]] bool open(const QByteArray& csv) {
        rig_->desk->openFiles({rig_->write(u"data.csv"_s, csv)});
        return QTest::qWaitFor([this] { return rig_->page() != nullptr; }) && rig_->waitForLoad(*rig_->page());
    }
    [[nodiscard]] bool save(const QString& action, const QString& name) {
        rig_->picker.saveTo = rig_->path(name);
        QSignalSpy ended(&rig_->page()->session(), &TableSession::saveEnded);
        rig_->action(action).trigger();
        return ended.wait(20'000);
    }
    [[nodiscard]] QByteArray contents(const QString& name) const {
        QFile file(rig_->path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QStringList said() const {
        QStringList all;
        for (const Strip* strip : rig_->page()->findChild<SaveStrip*>()->findChildren<Strip*>())
            if (strip->isVisible()) all << strip->words();
        return all;
    }

    /// The label whose text begins so, or null.
    [[nodiscard]] const QLabel* label(const QString& begin) const {
        const auto labels = rig_->desk->window().findChildren<QLabel*>();
        const auto found =
            std::ranges::find_if(labels, [&](const QLabel* each) { return each->text().startsWith(begin); });
        return found == labels.end() ? nullptr : *found;
    }

    std::unique_ptr<Rig> rig_;
};

void TestSaving::init() {
    rig_ = std::make_unique<Rig>();
}

void TestSaving::formulasAreSaidAndSavedAgain() {
    const QByteArray csv = "a,b\n=1+1,x\n=1+1,-5\n";
    QVERIFY(open(csv));
    QVERIFY(save(u"Save view as CSV…"_s, u"exact.csv"_s));
    QCOMPARE(contents(u"exact.csv"_s), csv);
    QCOMPARE(said().size(), 1);
    QVERIFY2(said().front().contains(u'2'), qPrintable(said().front()));

    rig_->picker.saveTo = rig_->path(u"safe.csv"_s);
    QSignalSpy ended(&rig_->page()->session(), &TableSession::saveEnded);
    QTest::mouseClick(&button(*rig_->page(), u"Save for spreadsheets…"_s), Qt::LeftButton);
    QVERIFY(ended.wait(20'000));
    QCOMPARE(contents(u"safe.csv"_s), QByteArray("\xEF\xBB\xBF"
                                                 "a,b\r\n'=1+1,x\r\n'=1+1,-5\r\n"));
    QCOMPARE(said(), QStringList());
}

void TestSaving::spreadsheetsByMenu() {
    QVERIFY(open("a\n@x\n"));
    QVERIFY(save(u"Save view for spreadsheets…"_s, u"safe.csv"_s));
    QCOMPARE(contents(u"safe.csv"_s), QByteArray("\xEF\xBB\xBF"
                                                 "a\r\n'@x\r\n"));
}

void TestSaving::harmlessFilesSayNothing() {
    QVERIFY(open("a,b\n-1.5,x=y\n"));
    QVERIFY(save(u"Save view as CSV…"_s, u"exact.csv"_s));
    QCOMPARE(said(), QStringList());
    QCOMPARE(contents(u"exact.csv"_s), QByteArray("a,b\n-1.5,x=y\n"));
}

void TestSaving::progressCanBeCancelled() {
    QVERIFY(open("a\n1\n"));
    TableSession& session = rig_->page()->session();
    Q_EMIT session.savingProgress(4096, 100'000);
    QCOMPARE(said().size(), 1);
    QVERIFY2(said().front().startsWith(u"Saving."_s), qPrintable(said().front()));
    QVERIFY(button(*rig_->page(), u"Cancel"_s).isVisible());
    QTest::mouseClick(&button(*rig_->page(), u"Cancel"_s), Qt::LeftButton);
    Q_EMIT session.saveEnded({.path = rig_->path(u"x.csv"_s), .error = {}, .cancelled = true, .written = {}});
    QCOMPARE(said(), QStringList());
}

void TestSaving::errorsLeaveTheOldFile() {
    QVERIFY(open("a\n1\n"));
    QVERIFY(save(u"Save view as CSV…"_s, u"no/such/folder.csv"_s));
    QCOMPARE(said(), QStringList());
    QVERIFY(!QFile::exists(rig_->path(u"no"_s)));
}

void TestSaving::aCopyKeptMeanwhileIsNoHindrance() {
    // The table moves over to its copy in the library while people still choose where to save.
    QVERIFY(open("a\n1\n"));
    rig_->picker.patienceMs = 1000;
    QVERIFY(save(u"Save view as CSV…"_s, u"exact.csv"_s));
    QCOMPARE(contents(u"exact.csv"_s), QByteArray("a\n1\n"));
}

void TestSaving::onlySecretsToBeSavedAreAskedAbout() {
    QVERIFY(open("ID,Name,Status,Metadata\n1,a,on,{}\n"
                 "2,b,on,\"{\"\"type\"\":\"\"secret\"\",\"\"value\"\":\"\"x\"\"}\"\n"));
    const auto asks = [this] { return rig_->desk->window().findChild<SecretsDialog*>() != nullptr; };
    QVERIFY(rig_->filter(*rig_->page(), u"name = a"_s));
    QVERIFY(save(u"Save view as CSV…"_s, u"exact.csv"_s));
    QVERIFY(!asks());
    QCOMPARE(contents(u"exact.csv"_s), QByteArray("ID,Name,Status,Metadata\n1,a,on,{}\n"));
    QVERIFY(rig_->filter(*rig_->page(), u"name = b"_s));
    rig_->action(u"Save view as CSV…"_s).trigger();
    QTRY_VERIFY(asks());
}

void TestSaving::numbersAreGrouped() {
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QByteArray csv = "a,b\n";
    for (int i = 0; i < 1'632; ++i)
        csv += QByteArray::number(i) + ",=x\n";
    QVERIFY(open(csv));
    rig_->page()->table().selectAll();
    QCOMPARE(rig_->page()->facts().selected, u"1,632 rows selected"_s);
    QVERIFY(save(u"Save view as CSV…"_s, u"exact.csv"_s));
    QVERIFY2(said().front().contains(u"1,632 cells"_s), qPrintable(said().front()));
    QVERIFY(label(u"Saved 1,632 rows as exact.csv in "_s) != nullptr);
    QLocale::setDefault(before);
}

/// Whatever its length: its middle is left out, and the tooltip has it all, as text.
void TestSaving::theFolderIsSaid() {
    const QString folder = rig_->path(u"<b>quarterly reviews of access rights and of who granted them/2026"_s);
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(open("a\n1\n2\n"));
    rig_->picker.saveTo = folder + u"/exact.csv"_s;
    QSignalSpy ended(&rig_->page()->session(), &TableSession::saveEnded);
    rig_->action(u"Save view as CSV…"_s).trigger();
    QVERIFY(ended.wait(20'000));
    const QLabel* said = label(u"Saved 2 rows as exact.csv in "_s);
    QVERIFY(said != nullptr);
    QVERIFY2(said->text().contains(u'…') && said->text().endsWith(u"/2026."_s), qPrintable(said->text()));
    QCOMPARE(said->toolTip(), toolTipMarkup(rig_->picker.saveTo));
}

void TestSaving::dialogsBeginWherePeopleWereLast() {
    PickedFolders kept;
    DialogFilePicker picker({.open = rig_->path(u"no longer there"_s), .save = {}},
                            [&kept](const PickedFolders& folders) { kept = folders; });
    QWidget& window = rig_->desk->window();
    const auto asking = [&window] { return window.findChild<QFileDialog*>(); };
    const auto end = [&](const QString& chosen) {
        QFileDialog* dialog = asking();
        if (!chosen.isEmpty()) Q_EMIT dialog->filesSelected({chosen});
        dialog->reject();
        return QTest::qWaitFor([&] { return asking() == nullptr; });
    };
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString first = QFileInfo(documents).isDir() ? documents : QDir::homePath();
    const QString folder = QFileInfo(rig_->path(u"."_s)).canonicalFilePath();
    picker.askSave(&window, u"Save"_s, u"a.csv"_s, [](const QString&) {});
    QCOMPARE(asking()->directory().path(), first);
    QVERIFY(end(folder + u"/a.csv"_s));
    picker.askSaveView(&window, u"Export"_s, u"a.json"_s, [](const QString&) {});
    QCOMPARE(asking()->directory().path(), folder);
    QVERIFY(end({}));
    picker.askOpen(&window, u"Open"_s, [](const QStringList&) {});
    QCOMPARE(asking()->directory().path(), first); // opening and saving are two places
    QVERIFY(end({}));
    QCOMPARE(kept, (PickedFolders{.open = rig_->path(u"no longer there"_s), .save = folder}));

    const SettingsFile settings(rig_->setup.settings);
    QVERIFY(settings.saveFolders(kept));
    QCOMPARE(settings.folders(), kept);
}

/// The first is not dropped for it.
void TestSaving::theSecondAtOnceIsRefused() {
    HeldPicker picker;
    rig_->desk.reset();
    rig_->desk = std::make_unique<Desk>(rig_->setup, rig_->themes, picker);
    rig_->desk->window().show();
    QVERIFY(open("a\n1\n"));
    rig_->action(u"Save view as CSV…"_s).trigger();
    rig_->action(u"Save view as CSV…"_s).trigger();
    QTRY_COMPARE(picker.answers.size(), std::size_t{2});
    picker.answers[0](rig_->path(u"first.csv"_s));
    picker.answers[1](rig_->path(u"second.csv"_s));
    QTRY_COMPARE(contents(u"first.csv"_s), QByteArray("a\n1\n"));
    QVERIFY(!QFile::exists(rig_->path(u"second.csv"_s)));
    rig_.reset(); // it looks at the picker
}

QTEST_MAIN(TestSaving)
#include "test_saving.moc"
