#include "models/items/conditionmodel.h"
#include "models/items/labelgallerymodel.h"
#include "models/items/suggestionmodel.h"
#include "tests/gui/rig.h"
#include "views/filter/filterfield.h"
#include "views/filter/suggestionpopup.h"
#include "views/insights/conditiondelegate.h"
#include "views/inspector/inspector.h"
#include "views/labels/labeldelegate.h"
#include "views/parts/labelchip.h"
#include "views/parts/strip.h"
#include "views/sidebar/sidebar.h"
#include "views/startpage/snapshotbutton.h"
#include "views/style/icons.h"
#include "views/style/tokens.h"
#include "views/table/tableview.h"

#include <QApplication>
#include <QImage>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTest>

#include <algorithm>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

/// Whether something is drawn on the ground between two x.
bool isInked(const QImage& image, int from, int to) {
    const QRgb ground = image.pixel(image.width() / 2, 2);
    for (int y = 2; y < image.height() - 2; ++y)
        for (int x = from; x < to; ++x)
            if (image.pixel(x, y) != ground) return true;
    return false;
}

/// Whether what is drawn in a line stands on the other side in the other, but for a few px of single letters.
bool isMirrored(const QImage& line, const QImage& turned) {
    constexpr int slack = 8;
    const int width = line.width();
    const auto isIn = [&](const QImage& one, const QImage& other) {
        for (int x = 0; x < width; ++x) {
            const int there = width - 1 - x;
            if (isInked(one, x, x + 1) &&
                !isInked(other, std::max(0, there - slack), std::min(width, there + slack + 1)))
                return false;
        }
        return true;
    };
    return isIn(line, turned) && isIn(turned, line);
}

QImage painted(const QAbstractItemDelegate& delegate, const QModelIndex& index, Qt::LayoutDirection direction) {
    QImage image(400, 36, QImage::Format_RGB32);
    image.fill(QApplication::palette().color(QPalette::Base));
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.direction = direction;
    option.palette = QApplication::palette();
    option.state = QStyle::State_Enabled;
    QPainter painter(&image);
    painter.setLayoutDirection(direction);
    delegate.paint(&painter, option, index);
    painter.end();
    return image;
}

bool turnsRound(const QAbstractItemDelegate& delegate, const QModelIndex& index) {
    return isMirrored(painted(delegate, index, Qt::LeftToRight), painted(delegate, index, Qt::RightToLeft));
}

} // namespace

/// The window from right to left, for languages that are written so.
class TestMirrored : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setLayoutDirection(Qt::RightToLeft); }
    void cleanupTestCase() { QApplication::setLayoutDirection(Qt::LeftToRight); }

    void panesChangeSides();
    void iconsLead();
    void keysFollowTheEye();
    void wideTablesBeginAtTheirFirstColumn();
    void buttonsTurnRound();
    void snapshotsTurnRound();
    void placeholdersTurnRound();
    void chipsTurnRound();
    void contrastsStandBesideTheirChips();
    void labelsTurnRound();
    void suggestionsTurnRound();
    void conditionsTurnRound();
};

void TestMirrored::panesChangeSides() {
    Rig rig;
    rig.desk->openFiles({rig.write(u"data.csv"_s, "id,name,note\n1,a,b\n2,c,d\n")});
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.waitForLoad(*rig.page()));
    MainWindow& window = rig.desk->window();
    const auto left = [&](const QWidget& widget) { return widget.mapTo(&window, QPoint(0, 0)).x(); };
    QVERIFY(left(window.sideBar()) > left(*rig.page()));
    QVERIFY(left(window.inspector()) < left(*rig.page()));
    const TableView& table = rig.page()->table();
    QVERIFY(table.columnViewportPosition(0) > table.columnViewportPosition(1));
    QVERIFY(!window.grab().isNull());
}

void TestMirrored::iconsLead() {
    Strip strip(u"info"_s, Ink::Accent, &Tokens::accentSoft);
    strip.setWords(u"."_s, {});
    strip.resize(600, strip.height());
    const QImage image = strip.grab().toImage();
    QVERIFY(isInked(image, 600 - 30, 600 - 10));
    QVERIFY(!isInked(image, 10, 40));
}

void TestMirrored::keysFollowTheEye() {
    Rig rig;
    rig.desk->openFiles({rig.write(u"data.csv"_s, "id,name,note\n1,a,b\n2,c,d\n")});
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.waitForLoad(*rig.page()));
    TableView& table = rig.page()->table();
    table.setCurrentIndex(table.model()->index(0, 0));
    QTest::keyClick(&table, Qt::Key_Left);
    QCOMPARE(table.currentIndex().column(), 1);
}

void TestMirrored::wideTablesBeginAtTheirFirstColumn() {
    Rig rig;
    QByteArray wide = "id";
    for (int i = 0; i < 40; ++i)
        wide += ",column" + QByteArray::number(i);
    rig.desk->openFiles({rig.write(u"wide.csv"_s, wide + '\n' + QByteArray(40, ',') + '\n')});
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.waitForLoad(*rig.page()));
    const TableView& table = rig.page()->table();
    QCOMPARE(table.currentIndex().column(), 0);
    QCOMPARE(table.columnViewportPosition(0) + table.columnWidth(0), table.viewport()->width());
}

void TestMirrored::buttonsTurnRound() {
    QPushButton button(bundledIcon(u"warning"_s, Ink::Text), u"|"_s);
    QPushButton turned(bundledIcon(u"warning"_s, Ink::Text), u"|"_s);
    button.setLayoutDirection(Qt::LeftToRight);
    for (QPushButton* each : {&button, &turned})
        each->resize(100, 28);
    const QImage before = button.grab().toImage();
    const QImage after = turned.grab().toImage();
    // The icon is 16 px wide, the text two or three.
    QVERIFY(isInked(before, 40, 50) && !isInked(before, 62, 96));
    QVERIFY(isInked(after, 50, 60) && !isInked(after, 4, 38));
}

void TestMirrored::snapshotsTurnRound() {
    SnapshotLine line;
    line.id = u"a"_s;
    line.title = u"Labels"_s;
    line.origin = u"Acme"_s;
    line.fetched = QDateTime(QDate(2024, 6, 18), QTime(9, 41), Qt::UTC);
    line.rows = 5;
    line.bytes = 700;
    const auto drawn = [&](Qt::LayoutDirection direction) {
        QApplication::setLayoutDirection(direction);
        SnapshotButton button(line);
        button.resize(760, button.height());
        return button.grab().toImage();
    };
    const QImage button = drawn(Qt::LeftToRight);
    QVERIFY(isMirrored(button, drawn(Qt::RightToLeft)));
}

void TestMirrored::placeholdersTurnRound() {
    const auto drawn = [&](Qt::LayoutDirection direction) {
        QApplication::setLayoutDirection(direction);
        FilterField field;
        field.setExample(u"name = okta"_s);
        field.resize(700, field.sizeHint().height());
        return field.grab().toImage();
    };
    const QImage field = drawn(Qt::LeftToRight);
    const QImage turned = drawn(Qt::RightToLeft);
    QVERIFY(isInked(field, 2, 100) && !isInked(field, 500, 690));
    QVERIFY(isMirrored(field, turned));
}

void TestMirrored::chipsTurnRound() {
    const ChipLook look{.text = 0xff000000, .ground = 0xffffcc00, .contrast = u"3.8"_s, .low = true};
    const auto drawn = [&](Qt::LayoutDirection direction, bool contrast) {
        QImage image(300, 30, QImage::Format_RGB32);
        image.fill(lightTokens.base);
        QPainter painter(&image);
        painter.setLayoutDirection(direction);
        if (contrast)
            (void)paintContrast(painter, image.rect(), look, lightTokens);
        else
            paintLabelChip(painter, image.rect(), u"Owner"_s, look, lightTokens);
        painter.end();
        return image;
    };
    for (const bool contrast : {false, true})
        QVERIFY(isMirrored(drawn(Qt::LeftToRight, contrast), drawn(Qt::RightToLeft, contrast)));
}

void TestMirrored::contrastsStandBesideTheirChips() {
    QStandardItemModel model;
    auto* group = new QStandardItem(u"Entitlement"_s);
    const QList<QStandardItem*> label{new QStandardItem(u"Owner"_s), new QStandardItem};
    label[1]->setData(
        QVariant::fromValue(ChipLook{.text = 0xff000000, .ground = 0xffffcc00, .contrast = u"13.8"_s, .low = false}),
        ChipLookRole);
    group->appendRow(label);
    model.appendRow(group);
    const QImage image = painted(LabelDelegate(), label[1]->index(), Qt::RightToLeft);
    QVERIFY(isInked(image, 16, 60)); // the number, where the line ends
    QVERIFY(!isInked(image, 80, 250));
    QVERIFY(isInked(image, 340, 384)); // the chip
}

void TestMirrored::labelsTurnRound() {
    QStandardItemModel model;
    auto* group = new QStandardItem(u"Entitlement"_s);
    group->setData(3, LabelCountRole);
    QList<QStandardItem*> label;
    for (int column = 0; column < LabelGalleryModel::columns; ++column)
        label.append(new QStandardItem(u"Owner"_s));
    label[LabelGalleryModel::NameColumn]->setData(u"12"_s, LabelDetailRole);
    label[LabelGalleryModel::NameColumn]->setData(true, LabelFlaggedRole);
    for (const int column : {LabelGalleryModel::OnLightColumn, LabelGalleryModel::OnDarkColumn})
        label[column]->setData(
            QVariant::fromValue(ChipLook{.text = 0xff000000, .ground = 0xffffcc00, .contrast = u"3.8"_s, .low = true}),
            ChipLookRole);
    label[LabelGalleryModel::UsesColumn]->setData(4, LabelUsesRole);
    group->appendRow(label);
    model.appendRow(group);
    const LabelDelegate delegate;
    QVERIFY(turnsRound(delegate, group->index()));
    for (const QStandardItem* each : label)
        QVERIFY2(turnsRound(delegate, each->index()), qPrintable(QString::number(each->column())));
}

void TestMirrored::suggestionsTurnRound() {
    QWidget parent;
    SuggestionModel none;
    const SuggestionPopup popup(none, &parent);
    QStandardItemModel model;
    auto* item = new QStandardItem(u"metadata"_s);
    item->setData(QPoint(0, 3), SuggestionModel::MatchRole);
    item->setData(u"1,234,567"_s, SuggestionModel::CountRole);
    item->setData(u"path"_s, SuggestionModel::NoteRole);
    model.appendRow(item);
    QVERIFY(turnsRound(*popup.findChild<QListView*>()->itemDelegate(), item->index()));
}

void TestMirrored::conditionsTurnRound() {
    QStandardItemModel model;
    const ConditionDelegate delegate;
    using enum ConditionState;
    for (const ConditionState state : {Head, Carried, LeftOut, Reason}) {
        auto* item = new QStandardItem(u"Conditions"_s);
        item->setData(QVariant::fromValue(state), ConditionStateRole);
        item->setData(u"project"_s, ConditionFieldRole);
        item->setData(u"contains"_s, ConditionVerbRole);
        item->setData(QStringList{u"12"_s, u"34"_s}, ConditionValuesRole);
        model.appendRow(item);
        QVERIFY2(turnsRound(delegate, item->index()), qPrintable(QString::number(static_cast<int>(state))));
    }
}

QTEST_MAIN(TestMirrored)
#include "test_mirrored.moc"
