#include "models/items/labelgallerymodel.h"
#include "tests/gui/rig.h"
#include "views/filter/filterbar.h"
#include "views/insights/insightpanel.h"
#include "views/inspector/inspector.h"
#include "views/inspector/recordpane.h"
#include "views/inspector/recordview.h"
#include "views/labels/chipbutton.h"
#include "views/labels/labeldock.h"
#include "views/labels/labelgallery.h"
#include "views/labels/labelstrip.h"
#include "views/parts/iconnote.h"
#include "views/style/palette.h"
#include "views/style/tokens.h"
#include "views/table/tableview.h"

#include <QAction>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QTreeView>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

template <class Widget>
Widget* only(QWidget& parent) {
    const auto all = parent.findChildren<Widget*>();
    return all.size() == 1 ? all.front() : nullptr;
}

QPushButton* buttonCalled(QWidget& parent, const QString& text) {
    for (auto* button : parent.findChildren<QPushButton*>())
        if (button->text() == text) return button;
    return nullptr;
}

QPushButton* buttonAbout(QWidget& parent, const QString& words) {
    for (auto* button : parent.findChildren<QPushButton*>())
        if (button->accessibleName().endsWith(words)) return button;
    return nullptr;
}

/// The sample tenant with its labels in front and their uses known.
struct Labels {
    Rig& rig;
    ResourcePage* page = nullptr;
    LabelGallery* gallery = nullptr;
    LabelDock* dock = nullptr;

    [[nodiscard]] bool open() {
        if (!rig.openResource("labels")) return false;
        page = rig.page();
        if (!rig.waitForLoad(*page)) return false;
        if (!QTest::qWaitFor([this] { return (gallery = only<LabelGallery>(*page)) != nullptr; }, 10'000)) return false;
        dock = static_cast<LabelDock*>(page->dock());
        return dock != nullptr && QTest::qWaitFor(
                                      [this] {
                                          return gallery->model()
                                              ->index(0, LabelGalleryModel::UsesColumn, gallery->model()->index(0, 0))
                                              .data(LabelUsesRole)
                                              .isValid();
                                      },
                                      10'000);
    }
    [[nodiscard]] QString filterText() const { return page->session().filterStatus().text; }
    [[nodiscard]] QString insightFilter() const { return dock->insight().findChild<QPlainTextEdit*>()->toPlainText(); }
};

} // namespace

/// Labels as a gallery, and what leads from them to insights and on to relations.
class TestLabels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        rig_ = std::make_unique<Rig>();
        QVERIFY(rig_->fetchSample()); // once for all
    }
    void init() { rig_->closePages(); }
    void cleanupTestCase() { rig_.reset(); }

    void lowContrastOnDarkAndWhoUsesItInThreeClicks();
    void tabComesFromTheFactsToGalleryAndTable();
    void whatIsShownOnlyIsPressed();
    void galleryAndTableShowTheSameLabel();
    void insightsAreAppliedToRelations();
    void anInsightLeadsToItsLabel();
    void ofManyLabelsFewAreShown();
    void filtersAreColoured();
    void aLowDockScrolls();
    void cellsLeadToWhatTheyName();

private:
    std::unique_ptr<Rig> rig_;
};

void TestLabels::lowContrastOnDarkAndWhoUsesItInThreeClicks() {
    Labels labels{*rig_};
    QVERIFY(labels.open());
    QPushButton* low = buttonAbout(*labels.page, u" below 4.5 on dark"_s);
    QVERIFY(low != nullptr);
    QTRY_VERIFY(low->isVisible());
    QTest::mouseClick(low, Qt::LeftButton);
    QTRY_COMPARE(labels.filterText(), u"contrast_dark < 4.5"_s);
    QTRY_COMPARE(labels.page->session().filterStatus().shown, 5U);
    QAbstractItemModel& model = *labels.gallery->model();
    int drawn = 0;
    for (int group = 0; group < model.rowCount(); ++group)
        for (int row = 0; row < model.rowCount(model.index(group, 0)); ++row, ++drawn)
            QVERIFY(model.index(row, LabelGalleryModel::OnDarkColumn, model.index(group, 0))
                        .data(ChipLookRole)
                        .value<ChipLook>()
                        .low);
    QCOMPARE(drawn, 5);
    const QModelIndex first = model.index(0, 0, model.index(0, 0));
    QCOMPARE(first.data().toString(), u"Break-glass"_s);
    QTest::mouseClick(labels.gallery->viewport(), Qt::LeftButton, {}, labels.gallery->visualRect(first).center());
    auto* uses = only<QListWidget>(*labels.dock);
    QVERIFY(uses != nullptr);
    QCOMPARE(uses->count(), 2);
    QCOMPARE(uses->item(0)->text(), u"Break-glass grants nobody reviewed"_s);
    QVERIFY(!uses->item(0)->icon().isNull());
}

/// Whenever they were made.
void TestLabels::tabComesFromTheFactsToGalleryAndTable() {
    Labels labels{*rig_};
    QVERIFY(labels.open());
    QTRY_VERIFY(buttonAbout(*labels.page, u" no insight uses"_s) != nullptr); // the strip was filled anew
    const auto* strip = only<LabelStrip>(*labels.page);
    QWidget* stop = buttonAbout(*labels.page, u" below 4.5 on dark"_s);
    const QWidget* gallery = buttonCalled(*labels.page, u"Gallery"_s);
    QVERIFY(strip != nullptr && stop != nullptr && gallery != nullptr);
    for (; stop != gallery; stop = stop->nextInFocusChain())
        QVERIFY2((stop->focusPolicy() & Qt::TabFocus) == 0 || strip->isAncestorOf(stop),
                 stop->metaObject()->className());
}

/// What the filter demands is pressed, however it came there; pressed once more, it is demanded no longer.
void TestLabels::whatIsShownOnlyIsPressed() {
    Labels labels{*rig_};
    QVERIFY(labels.open());
    QPushButton* low = buttonAbout(*labels.page, u" below 4.5 on dark"_s);
    QVERIFY(low != nullptr);
    QPushButton* unused = nullptr;
    QTRY_VERIFY((unused = buttonAbout(*labels.page, u" no insight uses"_s)) != nullptr);
    low = buttonAbout(*labels.page, u" below 4.5 on dark"_s); // the strip was filled anew when uses were known
    QVERIFY(!low->isChecked());
    QTest::mouseClick(low, Qt::LeftButton);
    QVERIFY(low->isChecked() && !unused->isChecked());
    QTest::mouseClick(unused, Qt::LeftButton);
    QVERIFY(low->isChecked() && unused->isChecked());
    QTest::mouseClick(low, Qt::LeftButton);
    QVERIFY(!low->isChecked() && unused->isChecked());
    QVERIFY2(!labels.filterText().contains(u"contrast_dark"_s), qPrintable(labels.filterText()));
    labels.page->filterBar().setText(u"contrast_dark < 4.5"_s);
    QVERIFY(low->isChecked() && !unused->isChecked());
    labels.page->filterBar().setText({});
    QVERIFY(!low->isChecked());
}

void TestLabels::galleryAndTableShowTheSameLabel() {
    Labels labels{*rig_};
    QVERIFY(labels.open());
    labels.gallery->setFocus();
    QTest::keyClick(labels.gallery, Qt::Key_Down);
    QTest::keyClick(labels.gallery, Qt::Key_Down);
    const auto label = labels.gallery->currentLabel();
    QVERIFY(label.has_value());
    QTest::mouseClick(buttonCalled(*labels.page, u"Table"_s), Qt::LeftButton);
    QVERIFY(labels.page->table().isVisible() && labels.gallery->isHidden());
    labels.page->goTo(RowId{7}, std::nullopt);
    QTest::mouseClick(buttonCalled(*labels.page, u"Gallery"_s), Qt::LeftButton);
    QVERIFY(labels.gallery->isVisible());
    QCOMPARE(labels.gallery->currentLabel(), RowId{7});
    // Where nothing is shown there is one place that says so.
    QVERIFY(labels.rig.filter(*labels.page, u"name = nobody"_s));
    QVERIFY(labels.gallery->isHidden() && labels.page->table().isVisible());
    labels.page->filterBar().setText({});
    QTRY_VERIFY(labels.gallery->isVisible());
}

void TestLabels::insightsAreAppliedToRelations() {
    Labels labels{*rig_};
    QVERIFY(labels.open());
    labels.gallery->setCurrentLabel(RowId{1}); // entitlement/break-glass
    QTRY_VERIFY_WITH_TIMEOUT(!labels.insightFilter().isEmpty(), 20'000);
    QCOMPARE(labels.insightFilter(), u"entity_type = connection and metadata.privilegeName in (admin, owner) and not "
                                     "metadata.project in (halden-sandbox, halden-dev)"_s);
    const QString filter = labels.insightFilter();
    QTest::mouseClick(buttonCalled(labels.dock->insight(), u"Apply to relations"_s), Qt::LeftButton);
    QVERIFY(labels.rig.page() != labels.page);
    QTRY_COMPARE_WITH_TIMEOUT(labels.rig.page()->session().filterStatus().appliedText, filter, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(labels.rig.page()->session().filterStatus().shown > 0, 20'000);
    // And back, as in a browser.
    labels.rig.action(u"Back"_s).trigger();
    QCOMPARE(labels.rig.page(), labels.page);
}

void TestLabels::anInsightLeadsToItsLabel() {
    const Rig& rig = *rig_;
    QVERIFY(rig.openResource("entity-rules"));
    ResourcePage* page = rig.page();
    QVERIFY(rig.waitForLoad(*page));
    QTRY_VERIFY(page->dock() != nullptr);
    page->goTo(RowId{14}, std::nullopt); // its label is entitlement/break-glass
    QTRY_VERIFY_WITH_TIMEOUT(page->dock()->findChild<ChipButton*>() != nullptr, 10'000);
    auto* tree = page->dock()->findChild<QTreeView*>();
    QTRY_VERIFY_WITH_TIMEOUT(tree->model()->rowCount() == 1, 20'000);
    QCOMPARE(tree->model()->rowCount(tree->model()->index(0, 0)), 7); // five conditions, two reasons
    QTest::mouseClick(page->dock()->findChild<ChipButton*>(), Qt::LeftButton);
    QVERIFY(rig.page() != page);
    QTRY_COMPARE_WITH_TIMEOUT(rig.page()->table().currentIndex().row(), 1, 10'000);
    // One that names two labels says so, and one that names none.
    rig.desk->window().showPage(page);
    page->goTo(RowId{16}, std::nullopt);
    QTRY_COMPARE(page->dock()->findChildren<ChipButton*>().size(), 2);
    page->goTo(RowId{19}, std::nullopt);
    QTRY_COMPARE(page->dock()->findChildren<ChipButton*>().size(), 0);
}

/// In the colours of the theme, from the start and when it changes.
void TestLabels::filtersAreColoured() {
    InsightPanel panel;
    panel.setTranslation({.conditions = {}, .expression = *parseExpression("app = okta"), .coverage = Coverage::Same});
    for (const Tokens* tokens : {&darkTokens, &lightTokens}) {
        panel.setPalette(makePalette(*tokens));
        const auto* filter = panel.findChild<QPlainTextEdit*>();
        QCOMPARE(filter->toPlainText(), u"app = okta"_s);
        const auto formats = filter->document()->firstBlock().layout()->formats();
        QVERIFY(!formats.isEmpty());
        QCOMPARE(formats.front().format.foreground().color(), tokens->text);
    }
}

/// Where there is no room for all that a label has to show, nothing is drawn over something else.
void TestLabels::aLowDockScrolls() {
    Labels labels{*rig_};
    QVERIFY(labels.open());
    labels.gallery->setCurrentLabel(RowId{1}); // entitlement/break-glass
    QTRY_VERIFY_WITH_TIMEOUT(!labels.insightFilter().isEmpty(), 20'000);
    rig_->desk->window().resize(1100, 700);
    const auto* filter = labels.dock->insight().findChild<QPlainTextEdit*>();
    const auto* note = only<IconNote>(*labels.dock);
    const QPushButton* apply = buttonCalled(*labels.dock, u"Apply to relations"_s);
    QVERIFY(note != nullptr && apply != nullptr);
    QTRY_VERIFY(labels.dock->height() < 700);
    QTRY_COMPARE(apply->height(), apply->sizeHint().height());
    QVERIFY(note->y() > filter->geometry().bottom());
    QVERIFY(apply->y() > note->geometry().bottom());
    const QPushButton* low = buttonAbout(*labels.page, u" below 4.5 on dark"_s);
    QVERIFY(low != nullptr);
    QTRY_VERIFY(low->width() >= low->minimumSizeHint().width());
    rig_->desk->window().resize(1440, 900);
}

void TestLabels::ofManyLabelsFewAreShown() {
    InsightPanel panel;
    const InsightPanel::NamedLabel label{u"X"_s, {}, {}};
    panel.setLabels(std::vector<InsightPanel::NamedLabel>(50, label), {});
    QCOMPARE(panel.findChildren<ChipButton*>().size(), 20);
}

void TestLabels::cellsLeadToWhatTheyName() {
    const Rig& rig = *rig_;
    QVERIFY(rig.openResource("entity-relations", "Okta"));
    ResourcePage* relations = rig.page();
    const auto integration = relations->session().table()->find("integration");
    relations->goTo(RowId{0}, integration);
    QVERIFY(relations->refersToOthers());
    rig.action(u"What the cell names"_s).trigger();
    QTRY_VERIFY_WITH_TIMEOUT(rig.page() != relations, 10'000);
    ResourcePage* integrations = rig.page();
    QTRY_VERIFY(integrations->listsIntegrations());
    QTRY_VERIFY(integrations->table().currentIndex().isValid());
    const TableModel& model = *integrations->session().model();
    const auto name = model.table()->find("name");
    QTRY_COMPARE(QString::fromStdString(
                     std::string(model.table()->cell(model.row(integrations->table().currentIndex()), *name))),
                 u"Okta"_s);
    rig.action(u"Back"_s).trigger(); // one step
    QCOMPARE(rig.page(), relations);
    // The record's value is a link that does the same.
    RecordView& record = rig.desk->window().inspector().record().view();
    relations->goTo(RowId{0}, relations->session().table()->find("timestamp"));
    for (int row = 0; row < record.model()->rowCount(); ++row)
        if (const QModelIndex label = record.model()->index(row, 0); label.data().toString() == u"Integration"_s)
            QTest::mouseClick(record.viewport(), Qt::LeftButton, {},
                              record.visualRect(label.siblingAtColumn(1)).center());
    QTRY_COMPARE_WITH_TIMEOUT(rig.page(), integrations, 10'000);
    // A cell that names nothing says so and goes nowhere.
    rig.desk->window().showPage(relations);
    relations->goTo(RowId{0}, relations->session().table()->find("timestamp"));
    rig.action(u"What the cell names"_s).trigger();
    QCOMPARE(rig.page(), relations);
}

QTEST_MAIN(TestLabels)
#include "test_labels.moc"
