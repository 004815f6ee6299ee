#include "models/items/shownrows.h"

#include <QTest>

using namespace idscope;

namespace {

RowList rowList(std::initializer_list<std::uint32_t> values) {
    RowList rows;
    for (const auto value : values)
        rows.push_back(RowId{value});
    return rows;
}

/// "row 4 at 0, row 7 at 1": what is shown, and that each is found where it is shown.
QString text(const ShownRows& shown, std::uint32_t tableRows) {
    QStringList parts;
    for (std::uint32_t row = 0; row < tableRows; ++row)
        if (const auto position = shown.find(RowId{row})) parts << QStringLiteral("%1@%2").arg(row).arg(*position);
    for (std::uint32_t position = 0; position < shown.size(); ++position)
        if (shown.find(shown.at(position)) != position) parts << QStringLiteral("not found: %1").arg(position);
    return parts.join(u' ');
}

} // namespace

class TestShownRows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsWhatItShows() {
        QCOMPARE(text(ShownRows::all(0), 3), QString());
        QCOMPARE(text(ShownRows::all(2), 3), QStringLiteral("0@0 1@1"));
        QCOMPARE(text(ShownRows::ascending({}), 3), QString());
        QCOMPARE(text(ShownRows::ascending(rowList({1, 4, 5})), 8), QStringLiteral("1@0 4@1 5@2"));
        QCOMPARE(text(ShownRows::ordered(rowList({5, 0, 3}), 6), 8), QStringLiteral("0@1 3@2 5@0"));
        QCOMPARE(text(ShownRows::ordered({}, 6), 8), QString());
    }
    void tellsAllFromLists() {
        QVERIFY(ShownRows::all(3).isAll());
        QVERIFY(!ShownRows::ascending(rowList({0, 1, 2})).isAll());
        QCOMPARE(ShownRows::ordered(rowList({2, 1}), 3).list(), rowList({2, 1}));
    }
};

QTEST_APPLESS_MAIN(TestShownRows)
#include "test_shownrows.moc"
