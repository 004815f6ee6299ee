// Makes pictures of the real window on the sample tenant, light and dark: screenshots FOLDER [LANGUAGE].
// QT_SCALE_FACTOR=2 makes them at 200 %, the argument -reverse from right to left.
#include "app/sample/stories.h"
#include "models/items/cellroles.h"
#include "tests/gui/rig.h"
#include "tests/support/indexedpicture.h"
#include "translations/install.h"
#include "views/facets/facetspanel.h"
#include "views/facets/valuespopup.h"
#include "views/filter/filterbar.h"
#include "views/filter/filterrow.h"
#include "views/graph/graphpage.h"
#include "views/graph/graphview.h"
#include "views/labels/labelgallery.h"
#include "views/mainwindow/mainwindow.h"
#include "views/resourcepage/addingcolumns.h"
#include "views/sidebar/sidebar.h"
#include "views/table/columnarrangement.h"
#include "views/table/tableview.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
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
        if (!QTest::qWaitFor([this] { return rig_.transferOf("integrations").phase == TransferPhase::Done; }, 60'000) ||
            !rig_.openResource("integrations"))
            return false;
        const auto halfWay = [this] {
            const TransferStatus okta = rig_.transferOf("entity-relations", "Okta");
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
        Q_EMIT rig_.desk->window().sideBar().resourceActivated(rig_.transferOf("entity-relations", "Okta").target);
        if (!QTest::qWaitFor([&] { return rig_.page() != before; }, 60'000) || !rig_.waitForLoad(*rig_.page()))
            return false;
        ResourcePage* okta = rig_.page();
        if (!arrange(*okta)) return false;
        shoot(u"relations"_s);
        if (!shootGraphs()) return false;
        rig_.desk->window().showPage(okta);
        if (!rig_.filter(*okta, u"entity_typ = connection and metadata.privilegeName = adm"_s)) return false;
        shoot(u"filter-error"_s);
        if (!rig_.filter(*okta, u"metadata.privilegeName = emperor"_s)) return false;
        shoot(u"empty"_s);
        if (!rig_.openResource("labels")) return false;
        shoot(u"labels"_s);
        return shootLooking(*okta);
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
    /// Relations as somebody has them who has worked with them for a while.
    bool arrange(ResourcePage& page) {
        for (const auto& path : {u"metadata.privilegeName"_s, u"metadata.project"_s})
            addColumn(page, path);
        const Table& table = *page.session().table();
        for (const char* hidden :
             {"app", "integration", "entity type", "source system", "metadata version", "metadata"})
            page.table().arrangement().setShown(static_cast<int>(table.find(hidden)->value), false);
        if (!rig_.filter(page,
                         u"metadata.privilegeName in (admin, owner) and timestamp < 2024-03-20 and prod and sandbox"_s))
            return false;
        FilterState& filter = page.session().filter();
        filter.setParts(toggled(filter.parts(), 3));
        page.session().setSort({{*table.find("timestamp"), true}, {*table.find("parent entity brn"), false}});
        if (!rig_.waitForLoad(page)) return false;
        page.table().setFocus();
        const QModelIndex cell = page.table().model()->index(4, page.table().shownColumns()[3]);
        page.table().setCurrentIndex(cell);
        page.table().selectionModel()->select(cell.siblingAtRow(5),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
        page.table().scrollToTop();
        const QModelIndex brn = cell.siblingAtColumn(static_cast<int>(table.find("parent entity brn")->value));
        return QTest::qWaitFor([&brn] { return brn.data(BrnNameRole).isValid(); }, 20'000);
    }

    bool shootGraph(const QString& name, GraphPage& page, const std::function<void()>& ask,
                    std::string_view current = {}) {
        QSignalSpy drawn(&page.session(), &GraphSession::drawn);
        ask();
        if (!drawn.wait(60'000)) return false;
        const auto& nodes = page.view().drawing()->picture.nodes;
        for (std::uint32_t i = 0; i < nodes.size(); ++i)
            if (page.session().answer()->graph->name(nodes[i].node()) == current) page.view().setCurrent(i);
        QTest::qWait(300);
        shoot(name);
        return true;
    }

    bool shootGraphs() {
        Q_EMIT rig_.desk->window().graphRequested(GraphQuestionKind::ReachedFrom, {}, nullptr);
        GraphPage* page = nullptr;
        const auto inFront = [&] {
            page = qobject_cast<GraphPage*>(rig_.desk->window().currentPage());
            return page != nullptr && page->session().hasNames();
        };
        if (!QTest::qWaitFor(inFront, 60'000)) return false;
        const auto brn = [](const stories::Entity& entity) {
            return QString::fromUtf8(entity.brn.data(), static_cast<qsizetype>(entity.brn.size()));
        };
        const auto node = [&](const stories::Entity& entity) {
            return *page->session().answer()->graph->find(entity.brn);
        };
        using enum GraphQuestionKind;
        const auto shootReach = [&](const QString& name, GraphQuestionKind kind, const stories::Entity& about,
                                    const stories::Entity& current) {
            return shootGraph(name, *page, [&] { page->askAbout(kind, brn(about)); }, current.brn);
        };
        const auto shootPaths = [&](const QString& name, const stories::Entity& from, const stories::Entity& to) {
            return shootGraph(
                name, *page, [&] { page->ask({.kind = Paths, .from = {node(from)}, .to = {node(to)}, .only = {}}); },
                to.brn);
        };
        return shootReach(u"graph"_s, ReachedFrom, stories::tomaszWren, stories::paymentsProd) &&
               shootPaths(u"graph-path"_s, stories::tomaszWren, stories::paymentsProd) &&
               shootReach(u"graph-hub"_s, Reaching, stories::vpnGateway, stories::vpnUsers) &&
               shootGraph(u"graph-cycle"_s, *page,
                          [&] { page->ask({.kind = Cycles, .from = {}, .to = {}, .only = {}}); }) &&
               shootReach(u"graph-nobody"_s, Reaching, stories::coldStorageLedger, stories::coldStorageLedger) &&
               shootReach(u"graph-leaver"_s, ReachedFrom, stories::martaQuill, stories::prodSecrets) &&
               shootPaths(u"graph-two-ways"_s, stories::inesPark, stories::invoices) &&
               shootReach(u"graph-expired"_s, ReachedFrom, stories::aaronLindqvist, stories::transportProd);
    }

    /// What is found by looking and clicking: labels and who uses them, an insight, rows side by side, a checklist,
    /// and what is odd about a table.
    bool shootLooking(ResourcePage& okta) {
        if (!rig_.filter(*rig_.page(), u"contrast_dark < 4.5 and type = entitlement"_s)) return false;
        rig_.page()->findChild<LabelGallery*>()->setCurrentLabel(RowId{1}); // break-glass
        QTest::qWait(1500);                                                 // who uses it, and what that comes to
        shoot(u"labels-uses"_s);
        if (!rig_.openResource("entity-rules")) return false;
        rig_.page()->goTo(RowId{14}, std::nullopt);
        QTest::qWait(1500);
        shoot(u"insight"_s);
        rig_.desk->window().showPage(&okta);
        if (!rig_.filter(okta, u"metadata.privilegeName in (admin, owner) and timestamp < -90d and prod"_s))
            return false;
        okta.table().setFocus();
        okta.table().setCurrentIndex(okta.table().model()->index(2, okta.table().shownColumns().front()));
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(&okta.table(), Qt::Key_Down, Qt::ShiftModifier);
        shoot(u"compare"_s);
        okta.filterRow().openValues(static_cast<int>(okta.session().table()->find("parent entity brn")->value));
        QTest::qWait(500);
        shoot(u"checklist"_s);
        for (ValuesPopup* popup : okta.findChildren<ValuesPopup*>())
            popup->close();
        rig_.action(u"Transfers and notices"_s).setChecked(true);
        QTest::qWait(1500);
        shoot(u"quality"_s);
        rig_.action(u"Transfers and notices"_s).setChecked(false);
        return true;
    }

    /// With what has popped up before the window, as far as it lies over it.
    QImage pictureOfWindow() {
        QPixmap picture = rig_.desk->window().grab();
        QPainter painter(&picture);
        for (QWidget* popup : QApplication::topLevelWidgets())
            if (popup->isVisible() && popup->windowType() == Qt::Popup)
                painter.drawPixmap(rig_.desk->window().mapFromGlobal(popup->pos()), popup->grab());
        return picture.toImage();
    }

    /// Nothing is on its way any more that would be seen.
    void settle() {
        const auto settled = [this] {
            ResourcePage* page = rig_.page();
            if (page == nullptr) return true;
            const FacetBoard& board = page->facets().board();
            return !page->facets().isVisible() ||
                   (page->session().table()->isComplete() && !board.isCounting() && !board.facets().empty() &&
                    board.facets().front()->answer() != nullptr);
        };
        (void)QTest::qWaitFor(settled, 20'000);
        QTest::qWait(150);
    }

    void shoot(const QString& name) {
        settle();
        constexpr int smallest = 0;
        indexedPicture(pictureOfWindow()).save(folder_ + u'/' + name + suffix_, "PNG", smallest);
    }

    QString folder_;
    QString suffix_;
    Rig rig_;
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    if (argc < 2 || argc > 3 || !QDir().mkpath(QFile::decodeName(argv[1]))) {
        std::fputs("screenshots FOLDER [LANGUAGE]: makes pictures of the window in FOLDER\n", stderr);
        return 2;
    }
    const QLocale locale =
        argc == 3 ? QLocale(QString::fromLocal8Bit(argv[2])) : QLocale(QLocale::English, QLocale::UnitedStates);
    installTranslations(application, locale);
    QLocale::setDefault(locale);
    const QString folder = QFile::decodeName(argv[1]);
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        if (!Photographer(folder, theme).run()) return 1;
        if (!Photographer(folder, theme, {.deadline = std::chrono::milliseconds{300}}).runInVain()) return 1;
    }
    return 0;
}
