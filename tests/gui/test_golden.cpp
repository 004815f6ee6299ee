#include "models/items/tablemodel.h"
#include "models/items/transfermodel.h"
#include "models/schema/resources.h"
#include "testpaths.h"
#include "tests/items/tables.h"
#include "tests/support/indexedpicture.h"
#include "views/sidebar/sidebar.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"
#include "views/style/theme.h"
#include "views/table/headers.h"
#include "views/table/tableview.h"
#include "views/transfers/transferrow.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFontInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTabBar>
#include <QTest>
#include <QVBoxLayout>

#include <cstdlib>
#include <memory>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int nearEnough = 32;      ///< of 255, in each of red, green and blue: edges of glyphs and curves
constexpr double mayDiffer = 0.002; ///< share of the pixels
const char* const updating = "IDSCOPE_GOLDEN_UPDATE";

/// The share of pixels that are not near enough; 1 when the sizes differ.
double difference(const QImage& a, const QImage& b) {
    if (a.size() != b.size()) return 1;
    qint64 differing = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            if (std::abs(qRed(p) - qRed(q)) > nearEnough || std::abs(qGreen(p) - qGreen(q)) > nearEnough ||
                std::abs(qBlue(p) - qBlue(q)) > nearEnough)
                ++differing;
        }
    return static_cast<double>(differing) / static_cast<double>(a.width()) / a.height();
}

/// Cells of every kind: the delegates of table, headers and row numbers.
class Cells {
public:
    Cells()
        : table_(tableOf("App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source System,Metadata "
                         "Version,Metadata\n"
                         "okta,2024-06-18 06:17:04 +0000 UTC,okta/1,brn:bid:balkanid:::T:identity:Ada,"
                         "brn:bid:balkanid:::T:connection:Admins,connection,okta,v1,"
                         "\"{\"\"name\"\":\"\"admin\"\",\"\"value\"\":true,\"\"n\"\":12}\"\n"
                         "okta,2024-06-18,okta/1,odd name,brn:bid:balkanid:::T:resource:prod,resource,okta,v1,"
                         "\"{\"\"type\"\":\"\"secret\"\",\"\"value\"\":\"\"s3cret\"\"}\"\n"
                         "evil\u202Etxt,never,okta/1,brn:bid:balkanid:::T:identity:Bo,brn:bid:balkanid:::T:zone:x,zone,"
                         "okta,v1,\"{\"\"name\"\":\"\"ad\n")) {
        model_.show(table_, ShownRows::all(3), RowsChange::Replaced);
        view_.setModel(&model_);
        view_.resize(760, 112);
        view_.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        view_.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        static_cast<ColumnHeader*>(view_.horizontalHeader())->setSortMarks({{1, true}, {3, false}});
        for (const int column : {2, 5, 6, 7})
            view_.setColumnHidden(column, true);
        const int widths[] = {110, 142, 0, 120, 120, 0, 0, 0, 200};
        for (int column = 0; column < 9; ++column)
            if (widths[column] > 0) view_.setColumnWidth(column, widths[column]);
        view_.setCurrentIndex(model_.index(1, 3));
    }
    QWidget& widget() { return view_; }

private:
    TablePtr table_;
    TableModel model_;
    TableView view_;
};

/// What the style draws.
class Controls {
public:
    Controls() : layout_(&box_) {
        auto* primary = new QPushButton(u"Connect…"_s);
        primary->setDefault(true);
        auto* pressed = new QPushButton(u"Tree"_s);
        pressed->setFlat(true);
        pressed->setCheckable(true);
        pressed->setChecked(true);
        auto* off = new QPushButton(u"Off"_s);
        off->setEnabled(false);
        auto* partly = new QCheckBox(u"Some"_s);
        partly->setTristate(true);
        partly->setCheckState(Qt::PartiallyChecked);
        auto* on = new QCheckBox(u"All"_s);
        on->setChecked(true);
        auto* radio = new QRadioButton(u"This"_s);
        radio->setChecked(true);
        auto* tabs = new QTabBar;
        tabs->setDocumentMode(true);
        tabs->setTabsClosable(true);
        tabs->addTab(bundledIcon(u"labels"_s), u"Labels"_s);
        tabs->addTab(bundledIcon(u"integrations"_s), u"Integrations"_s);
        int column = 0;
        for (QWidget* widget : std::initializer_list<QWidget*>{
                 primary, new QPushButton(bundledIcon(u"retry"_s, Ink::Text), u"Retry"_s), off, pressed})
            layout_.addWidget(widget, 0, column++);
        column = 0;
        for (QWidget* widget : std::initializer_list<QWidget*>{on, partly, new QCheckBox(u"None"_s), radio})
            layout_.addWidget(widget, 1, column++);
        layout_.addWidget(new QRadioButton(u"That"_s), 2, 0);
        layout_.addWidget(new QLineEdit(u"app.balkan.id"_s), 2, 1, 1, 3);
        layout_.addWidget(tabs, 3, 0, 1, 4);
        box_.resize(400, 160);
    }
    QWidget& widget() { return box_; }

private:
    QWidget box_;
    QGridLayout layout_;
};

/// Side bar and transfers.
class Panels {
public:
    Panels() : transfers_(resources()), layout_(&box_) {
        auto* side = new SideBar;
        side->showProfiles(
            {{.id = u"a"_s, .name = u"Halden Freight"_s, .address = u"app.balkan.id"_s, .current = true}}, false);
        const auto target = [](std::string name) {
            return ExportTarget{.resource = "entity-relations", .integration = name, .integrationName = name};
        };
        side->showResources(
            {{.target = {.resource = "apps"}, .title = u"Apps"_s, .icon = u"apps"_s, .fact = u"25"_s},
             {.target = {.resource = "entity-relations"},
              .title = u"Entity Relations"_s,
              .icon = u"relations"_s,
              .fact = {}},
             {.target = target("Okta"), .title = u"Okta"_s, .icon = {}, .fact = u"1,000,000"_s, .current = true},
             {.target = target("Workday"), .title = u"Workday"_s, .icon = {}, .fact = {}, .failed = true}});
        side->setFixedWidth(212);
        layout_.setContentsMargins(0, 0, 0, 0);
        layout_.setSpacing(0);
        layout_.addWidget(side);
        auto* rows = new QVBoxLayout;
        rows->setSpacing(0);
        layout_.addLayout(rows, 1);
        int row = 0;
        using Phase = TransferPhase;
        for (const Phase phase : {Phase::Queued, Phase::Waiting, Phase::Downloading, Phase::Done, Phase::Failed}) {
            TransferStatus status{.id = static_cast<std::uint64_t>(row), .target = target("Okta"), .phase = phase};
            status.received = 281'000'000;
            status.length = 461'000'000;
            status.bytesPerSecond = 48e6;
            status.polls = 4;
            status.rows = 12;
            if (phase == Phase::Failed)
                status.error = ExportError{.kind = ExportErrorKind::NotAllowed, .httpStatus = 403};
            transfers_.update(status);
            rows->addWidget(new TransferRow(transfers_.index(row++), &box_));
        }
        rows->addStretch();
        box_.resize(960, 280);
    }
    QWidget& widget() { return box_; }

private:
    TransferModel transfers_;
    QWidget box_;
    QHBoxLayout layout_;
};

} // namespace

/// Delegates and style as they were when somebody last looked at them: pictures of small scenes, light and dark, held
/// against those in golden/. Runs once at 100 % and once at 200 %. IDSCOPE_GOLDEN_UPDATE=1 takes the pictures anew.
class TestGolden : public QObject {
    Q_OBJECT
    std::unique_ptr<ThemeController> themes_;

    template <class Scene>
    QImage shoot(Theme theme) {
        themes_->setTheme(theme);
        Scene scene;
        scene.widget().setAttribute(Qt::WA_DontShowOnScreen);
        scene.widget().show();
        QCoreApplication::processEvents();
        QImage image = scene.widget().grab().toImage().convertToFormat(QImage::Format_RGB32);
        image.setDevicePixelRatio(1);
        return image;
    }
    QImage shoot(const QString& scene, Theme theme) {
        if (scene == u"cells") return shoot<Cells>(theme);
        if (scene == u"controls") return shoot<Controls>(theme);
        return shoot<Panels>(theme);
    }

private Q_SLOTS:
    void initTestCase() {
        themes_ = std::make_unique<ThemeController>(*qApp, Theme::Light);
        if (QFontInfo(fontFor(FontRole::Body)).family() != u"Noto Sans"_s ||
            QFontInfo(fontFor(FontRole::Mono)).family() != u"Hack"_s)
            QSKIP("the pictures were taken with the fonts that app/packages.sh names");
    }

    void looksAsItDid_data() {
        QTest::addColumn<QString>("scene");
        QTest::addColumn<Theme>("theme");
        for (const QString& scene : {u"cells"_s, u"controls"_s, u"panels"_s})
            for (const Theme theme : {Theme::Light, Theme::Dark})
                QTest::addRow("%s-%s-%d", qPrintable(scene), qPrintable(themeWord(theme)),
                              qRound(qApp->devicePixelRatio() * 100))
                    << scene << theme;
    }
    void looksAsItDid() {
        QFETCH(QString, scene);
        QFETCH(Theme, theme);
        const QString name = QString::fromLatin1(QTest::currentDataTag()) + u".png"_s;
        const QString file = QStringLiteral(IDSCOPE_SOURCE_DIR "/tests/gui/golden/") + name;
        const QImage now = shoot(scene, theme);
        if (qEnvironmentVariableIsSet(updating)) {
            QVERIFY(indexedPicture(now).save(file, "PNG", 0));
            return;
        }
        const double differs = difference(QImage(file).convertToFormat(QImage::Format_RGB32), now);
        if (differs > mayDiffer) {
            const QString seen = QDir::current().filePath(name);
            (void)now.save(seen);
            qInfo("%.2f %% of the pixels differ; what was seen: %s", differs * 100, qPrintable(seen));
        }
        QVERIFY(differs <= mayDiffer);
    }

    /// The comparison finds what people would: a text moved by a pixel, another ground, another mark.
    void findsSmallFaults() {
        const QImage good = shoot<Cells>(Theme::Light);
        QVERIFY(difference(good, good) == 0);
        QVERIFY(difference(good, shoot<Cells>(Theme::Dark)) > 0.5);
        QImage moved = good;
        moved.fill(Qt::white);
        for (int y = 1; y < good.height(); ++y)
            for (int x = 0; x < good.width(); ++x)
                moved.setPixel(x, y, good.pixel(x, y - 1));
        QVERIFY(difference(good, moved) > mayDiffer);
        QImage withoutMark = good;
        const int scale = qRound(qApp->devicePixelRatio());
        for (int y = 80 * scale; y < 96 * scale; ++y)
            for (int x = 64 * scale; x < 170 * scale; ++x)
                withoutMark.setPixel(x, y, good.pixel(64 * scale, 80 * scale));
        QVERIFY(difference(good, withoutMark) > mayDiffer);
        QVERIFY(difference(good, good.copy(0, 0, 10, 10)) == 1);
    }
};

QTEST_MAIN(TestGolden)
#include "test_golden.moc"
