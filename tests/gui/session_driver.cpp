// A session that ends only by a signal, over the folders that the environment names, as the program has them: opens
// files, filters, arranges, saves, renames and removes views, sets preferences, saves rows. For test_kills.py.
//
//   session_driver SEED SAVE-TO FILE...

#include "app/credentials/keychainstore.h"
#include "tests/gui/rig.h"
#include "views/dialogs/preferencesdialog.h"
#include "views/facets/facetspanel.h"
#include "views/filter/filterbar.h"
#include "views/sidebar/sidebar.h"
#include "views/table/columnarrangement.h"
#include "views/table/tableview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QTest>

#include <cstdlib>
#include <random>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int viewNames = 12; ///< so few that views take each other's place

class Session {
public:
    Session(Desk& desk, QStringList files, unsigned seed) : desk_(desk), files_(std::move(files)), random_(seed) {
        pause_.setSingleShot(true);
        pause_.callOnTimeout([this] {
            act();
            pause_.start(below(30));
        });
        pause_.start(0);
    }

private:
    int below(int limit) { return std::uniform_int_distribution(0, limit - 1)(random_); }
    QString someName() { return u"view %1"_s.arg(below(viewNames)); }
    QString someView() {
        const QAbstractItemModel& views = *desk_.window().sideBar().views().model();
        if (views.rowCount() == 0) return {};
        return views.index(below(views.rowCount()), 0).data(Qt::UserRole + 100).toString();
    }

    void act() {
        if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) return answer(*dialog);
        ResourcePage* page = desk_.window().currentTable();
        if (page == nullptr || page->session().table() == nullptr || below(8) == 0)
            return desk_.openFiles({files_[below(static_cast<int>(files_.size()))]});
        actOn(*page);
    }
    void answer(QDialog& dialog) {
        if (auto* name = dialog.findChild<QLineEdit*>()) {
            name->setText(someName());
            return QTest::keyClick(name, Qt::Key_Return);
        }
        if (auto* box = qobject_cast<QMessageBox*>(&dialog))
            for (QAbstractButton* button : box->buttons())
                if (box->buttonRole(button) == QMessageBox::AcceptRole) return button->click();
        if (auto* preferences = qobject_cast<PreferencesDialog*>(&dialog))
            Q_EMIT preferences->chosen({.theme = below(2) == 0 ? Theme::Light : Theme::Dark,
                                        .reopenTabs = true,
                                        .pictureHosts = {u"host%1.example"_s.arg(below(1000))}});
        dialog.reject();
    }
    void actOn(ResourcePage& page) {
        SideBar& side = desk_.window().sideBar();
        switch (below(9)) {
        case 0:
            return page.filterBar().setText(u"entity_brn ~ %1"_s.arg(below(1000)));
        case 1:
        case 2:
            return Q_EMIT page.viewSaveRequested();
        case 3:
            return Q_EMIT side.views().actionRequested(someView(), ViewAction::Rename);
        case 4:
            if (below(4) > 0) return;
            return Q_EMIT side.views().actionRequested(someView(), ViewAction::Remove);
        case 5:
            if (const int columns = page.table().model()->columnCount(); columns > 0)
                page.table().arrangement().setShown(below(columns), below(3) > 0);
            return;
        case 6:
            return page.facets().board().setNames({*parseOperand(below(2) == 0 ? "app" : "entity_type")});
        case 7:
            return Q_EMIT desk_.window().preferencesRequested();
        default:
            return Q_EMIT desk_.window().saveViewRequested(&page, false);
        }
    }

    Desk& desk_;
    QStringList files_;
    std::mt19937 random_;
    QTimer pause_;
};

} // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"idscope"_s);
    QStringList files = QCoreApplication::arguments().sliced(1);
    if (files.size() < 3) return EXIT_FAILURE;
    const unsigned seed = files.takeFirst().toUInt();
    ScriptedPicker picker;
    picker.saveTo = files.takeFirst();
    ThemeController themes(*qApp, Theme::Light);
    Desk desk({.library = Library::defaultFolder(),
               .settings = SettingsFile::defaultPath(),
               .profiles = Profiles::defaultFile(),
               .keychain = std::make_shared<KeychainStore>()},
              themes, picker);
    desk.window().show();
    desk.openFiles(files);
    const Session session(desk, files, seed);
    return QApplication::exec();
}
