// Makes pictures of the real window on the sample tenant, light and dark: screenshots FOLDER. QT_SCALE_FACTOR=2 makes
// them at 200 %, the argument -reverse from right to left.
#include "tests/gui/rig.h"
#include "tests/support/indexedpicture.h"
#include "translations/install.h"
#include "views/filter/filterbar.h"
#include "views/sidebar/sidebar.h"
#include "views/table/tableview.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QTest>

#include <cstdio>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

class Photographer {
public:
    Photographer(QString folder, Theme theme, ExportSettings exports = {})
        : folder_(std::move(folder)), rig_(theme, {.readyAfterMs = 1200}, exports) {
        suffix_ = u'-' + themeWord(theme) + u".png"_s;
        rig_.desk->window().activateWindow();
        (void)QTest::qWaitForWindowActive(&rig_.desk->window());
    }

    bool run() {
        shoot(u"start"_s);
        rig_.desk->openSample();
        // A table to look at while the rest is on its way.
        if (!QTest::qWaitFor([this] { return statusOf("integrations").phase == TransferPhase::Done; }, 60'000) ||
            !rig_.openResource("integrations"))
            return false;
        const auto halfWay = [this] {
            const TransferStatus okta = statusOf("entity-relations", "Okta");
            return okta.phase > TransferPhase::Downloading ||
                   (okta.length && *okta.length > 0 && okta.received * 2 > *okta.length);
        };
        if (!QTest::qWaitFor(halfWay, 60'000)) return false;
        shoot(u"transfers"_s);
        const auto ended = [this] {
            const TransferModel::Counts counts = rig_.desk->transfers().counts();
            return counts.running + counts.queued == 0;
        };
        if (!QTest::qWaitFor(ended, 60'000)) return false;
        shoot(u"integrations"_s);
        ResourcePage* before = rig_.page();
        Q_EMIT rig_.desk->window().sideBar().resourceActivated(statusOf("entity-relations", "Okta").target);
        if (!QTest::qWaitFor([&] { return rig_.page() != before; }, 60'000) || !rig_.waitForLoad(*rig_.page()))
            return false;
        ResourcePage* okta = rig_.page();
        if (!rig_.filter(*okta, u"metadata.privilegeName in (admin, owner) and timestamp < -90d and prod"_s))
            return false;
        okta->session().setSort({{*okta->session().table()->find("timestamp"), true},
                                 {*okta->session().table()->find("parent entity brn"), false}});
        if (!rig_.waitForLoad(*okta)) return false;
        okta->table().setFocus();
        okta->table().selectRow(4);
        okta->table().setCurrentIndex(okta->table().model()->index(4, 3));
        shoot(u"relations"_s);
        if (!rig_.filter(*okta, u"entity_typ = connection and metadata.privilegeName = adm"_s)) return false;
        shoot(u"filter-error"_s);
        if (!rig_.filter(*okta, u"metadata.privilegeName = emperor"_s)) return false;
        shoot(u"empty"_s);
        if (!rig_.openResource("labels")) return false;
        shoot(u"labels"_s);
        return true;
    }

    /// No export is ready in time.
    bool runInVain() {
        rig_.desk->openSample();
        const auto failed = [this] { return rig_.desk->transfers().counts().failed >= 4; };
        if (!QTest::qWaitFor(failed, 60'000)) return false;
        rig_.desk->window().setTransfersShown(true);
        shoot(u"failure"_s);
        return true;
    }

private:
    /// The transfer of a resource, or of an integration's.
    TransferStatus statusOf(std::string_view resource, std::string_view integration = {}) {
        const TransferModel& transfers = rig_.desk->transfers();
        for (int row = 0; row < transfers.rowCount(); ++row)
            if (const TransferStatus& status = transfers.at(transfers.index(row));
                status.target.resource == resource && status.target.integrationName == integration)
                return status;
        return {};
    }
    void shoot(const QString& name) {
        QTest::qWait(150);
        constexpr int smallest = 0;
        indexedPicture(rig_.desk->window().grab().toImage()).save(folder_ + u'/' + name + suffix_, "PNG", smallest);
    }

    QString folder_;
    QString suffix_;
    Rig rig_;
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    installTranslations(application, QLocale(QLocale::English, QLocale::UnitedStates));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    if (argc != 2 || !QDir().mkpath(QFile::decodeName(argv[1]))) {
        std::fputs("screenshots FOLDER: makes pictures of the window in FOLDER\n", stderr);
        return 2;
    }
    const QString folder = QFile::decodeName(argv[1]);
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        if (!Photographer(folder, theme).run()) return 1;
        if (!Photographer(folder, theme, {.deadline = std::chrono::milliseconds{300}}).runInVain()) return 1;
    }
    return 0;
}
