#include "models/items/facetboard.h"
#include "models/items/facetchoices.h"
#include "models/items/facetwords.h"
#include "models/items/tablesession.h"
#include "models/words/words.h"
#include "tests/query/naive.h"
#include "tests/query/randomtables.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto relationsText =
    "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source System,Metadata Version,Metadata\n"
    "okta,2024-01-01,i,brn:bid:balkanid:::T:identity:a,b,connection,s,1,\"{\"\"privilegeName\"\":\"\"admin\"\"}\"\n"
    "okta,2024-02-01,i,brn:bid:balkanid:::T:identity:a,b,connection,s,1,\"{\"\"privilegeName\"\":\"\"owner\"\"}\"\n"
    "okta,2024-03-01,i,brn:bid:balkanid:::T:identity:b,b,resource,s,1,\"{\"\"privilegeName\"\":\"\"admin\"\"}\"\n"
    "aws,2024-03-09,i,odd,b,resource,s,1,\"{\"\"privilegeName\"\":[1]}\"\n"
    "aws,soon,i,odd,b,,s,1,{broken\n";

/// "value within/all", marked + when included and - when excluded.
QString textOf(const FacetModel& model) {
    QStringList values;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        const auto state = static_cast<FacetState>(index.data(FacetStateRole).toInt());
        values << (state == FacetState::Included   ? u"+"_s
                   : state == FacetState::Excluded ? u"-"_s
                                                   : QString()) +
                      u"%1 %2/%3"_s.arg(index.data().toString(), index.data(FacetCountRole).toString(),
                                        index.data(FacetAllRole).toString());
    }
    return values.join(u", "_s);
}

OperandName named(const char* text) {
    return *parseOperand(text);
}

} // namespace

class TestFacetBoard : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        session_ = std::make_unique<TableSession>(resources());
        board_ = std::make_unique<FacetBoard>(*session_);
    }
    void cleanup() {
        board_.reset();
        session_.reset();
    }

    /// What empty columns of the schema leave out is nobody's choice.
    void tellsWhatPeopleChoose() {
        const QSignalSpy chosen(board_.get(), &FacetBoard::namesChosen);
        open(relationsText);
        QCOMPARE(chosen.count(), 0);
        board_->add(named("app"));
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(board_->names().back(), u"app"_s);
        board_->remove(*board_->facets().front());
        QCOMPARE(chosen.count(), 2);
        board_->setNames({});
        QCOMPARE(chosen.count(), 3);
        QVERIFY(board_->names().isEmpty());
    }

    /// What shows a facet may look at it for as long as it is there itself.
    void aRemovedFacetOutlivesWhatShowsIt() {
        open(relationsText);
        const QPointer<Facet> facet(board_->facets().front().get());
        auto* view = new QObject;
        connect(board_.get(), &FacetBoard::removing, view, &QObject::deleteLater);
        bool lived = false;
        connect(view, &QObject::destroyed, this, [&] { lived = !facet.isNull(); });
        board_->remove(*facet);
        QTRY_VERIFY(facet.isNull());
        QVERIFY(lived);
    }

    void beginsWithWhatTheSchemaNames() {
        open(relationsText);
        QStringList titles;
        for (const auto& facet : board_->facets())
            titles << facet->title() + (facet->isPath() ? u"{}"_s : QString());
        // No row has a connection type.
        QCOMPARE(titles.join(u", "_s), u"Timestamp, privilegeName{}, Entity Type, parent_type"_s);
        QVERIFY(board_->facets()[0]->answer()->bars);
        QCOMPARE(textOf(board_->facets()[1]->model()),
                 u"admin 2/2, [1] 1/1, owner 1/1, no value 1/1, of these not JSON 1/1"_s);
    }

    void keepsItsOwnCountsWhenChosen() {
        open(relationsText);
        Facet& type = *board_->find(named("entity_type"));
        Facet& privilege = *board_->find(named("metadata.privilegeName"));
        QCOMPARE(textOf(type.model()), u"connection 2/2, resource 2/2, no value 1/1"_s);
        choose(privilege, u"admin"_s, FacetBoard::Use::Include);
        QCOMPARE(session_->filter().text(), u"metadata.privilegeName = admin"_s);
        QCOMPARE(textOf(privilege.model()), u"+admin 2/2, [1] 1/1, owner 1/1, no value 1/1, of these not JSON 1/1"_s);
        QCOMPARE(textOf(type.model()), u"connection 1/2, resource 1/2, no value 0/1"_s);
        choose(type, u"resource"_s, FacetBoard::Use::Exclude);
        QCOMPARE(session_->filter().text(), u"metadata.privilegeName = admin and entity_type != resource"_s);
        QCOMPARE(textOf(privilege.model()), u"+admin 1/2, owner 1/1, [1] 0/1, no value 1/1, of these not JSON 1/1"_s);
        QCOMPARE(textOf(type.model()), u"connection 1/2, -resource 1/2, no value 0/1"_s);
        choose(privilege, u"owner"_s, FacetBoard::Use::Include);
        QCOMPARE(session_->filter().text(), u"metadata.privilegeName in (admin, owner) and entity_type != resource"_s);
        choose(privilege, u"no value"_s, FacetBoard::Use::Only);
        QCOMPARE(session_->filter().text(), u"metadata.privilegeName is empty and entity_type != resource"_s);
        choose(type, u"resource"_s, FacetBoard::Use::Include); // takes the exclusion back
        QCOMPARE(session_->filter().text(), u"metadata.privilegeName is empty"_s);
        board_->clear(privilege);
        QCOMPARE(session_->filter().text(), QString());
    }

    /// To the language, what is no JSON is empty under every path: it is told as a part of that, and chosen instead of
    /// it.
    void whatIsNoJsonIsPartOfWhatIsEmpty() {
        open(relationsText + "okta,2024-04-01,i,b,b,,s,1,{}\n"_ba);
        Facet& privilege = *board_->find(named("metadata.privilegeName"));
        const FacetModel& model = privilege.model();
        QCOMPARE(textOf(model), u"admin 2/2, [1] 1/1, owner 1/1, no value 2/2, of these not JSON 1/1"_s);
        quint64 rows = 0;
        for (int row = 0; row < model.rowCount(); ++row)
            if (const QModelIndex index = model.index(row); !index.data(FacetIsPartRole).toBool())
                rows += index.data(FacetCountRole).toULongLong();
        QCOMPARE(rows, 6U);
        const QModelIndex part = model.index(4);
        QCOMPARE(part.data(FacetShareTextRole).toString(), QString());
        QCOMPARE(part.data(Qt::AccessibleTextRole).toString(), u"of these not JSON, 1 rows"_s);
        choose(privilege, u"no value"_s, FacetBoard::Use::Include);
        QCOMPARE(session_->filter().text(), u"metadata.privilegeName is empty"_s);
        QCOMPARE(session_->model()->rowCount(), 2);
        choose(privilege, u"of these not JSON"_s, FacetBoard::Use::Include);
        QCOMPARE(session_->filter().text(), u"metadata is invalid"_s);
        QCOMPARE(session_->model()->rowCount(), 1);
        choose(privilege, u"admin"_s, FacetBoard::Use::Include);
        choose(privilege, u"no value"_s, FacetBoard::Use::Include);
        QCOMPARE(session_->filter().text(), u"metadata.privilegeName = admin or metadata.privilegeName is empty"_s);
        QCOMPARE(session_->model()->rowCount(), 4);
    }

    void brushesInstants() {
        open(relationsText);
        Facet& time = *board_->find(named("timestamp"));
        const FacetBars& bars = *time.answer()->bars;
        QCOMPARE(bars.all.back(), 1U); // "soon"
        QCOMPARE(textOf(time.model()), u"not an instant 1/1"_s);
        QCOMPARE(words::fromUtf8(bars.bins->smallest), u"2024-01-01"_s);
        QCOMPARE(words::fromUtf8(bars.bins->largest), u"2024-03-09"_s);
        board_->setRange(time, {.low = {}, .high = {{.value = {.text = "2024-03-01", .quoted = false, .span = {}}}}});
        settle();
        QCOMPARE(session_->filter().text(), u"timestamp < 2024-03-01"_s);
        QCOMPARE(session_->model()->rowCount(), 2);
        QCOMPARE(time.answer()->bars->within, time.answer()->bars->all); // without its own part
        QCOMPARE(textOf(board_->find(named("entity_type"))->model()), u"connection 2/2, resource 0/2, no value 0/1"_s);
        QVERIFY(time.isActive());
        board_->clear(time);
        QCOMPARE(session_->filter().text(), QString());
        settle();
        choose(time, u"not an instant"_s, FacetBoard::Use::Include);
        QCOMPARE(session_->filter().text(), u"timestamp is invalid"_s);
        QCOMPARE(session_->model()->rowCount(), 1);
        QCOMPARE(textOf(time.model()), u"+not an instant 1/1"_s);
    }

    void readsWhatIsTyped() {
        open(relationsText);
        Facet& type = *board_->find(named("entity_type"));
        session_->setFilter(u"entity_type in (resource, nothing) and timestamp >= -30d and okta"_s);
        settle();
        QCOMPARE(textOf(type.model()), u"connection 0/2, +resource 0/2, no value 0/1"_s);
        QVERIFY(board_->find(named("timestamp"))->range().low.has_value());
        session_->setFilter(u"entity_type = ("_s); // the last one holds
        QVERIFY(type.model().choice().values.size() == 2);
    }

    void searchesAndSorts() {
        open(relationsText);
        Facet& facet = board_->add(named("parent_entity_brn"));
        settle();
        QCOMPARE(textOf(facet.model()), u"a 2/2, odd 2/2, b 1/1"_s);
        QCOMPARE(facet.model().index(0).data(BrnTypeRole).toString(), u"identity"_s);
        board_->setSearch(facet, u"IDENTITY:"_s);
        settle();
        QCOMPARE(textOf(facet.model()), u"a 2/2, b 1/1"_s);
        board_->setSearch(facet, {});
        board_->setOrder(facet, FacetOrder::ByValue);
        settle();
        QCOMPARE(textOf(facet.model()), u"a 2/2, b 1/1, odd 2/2"_s);
        Facet& time = *board_->find(named("timestamp"));
        board_->setAsList(time, true);
        settle();
        QCOMPARE(textOf(time.model()), u"2024-01-01 1/1, 2024-02-01 1/1, 2024-03-01 1/1, 2024-03-09 1/1, soon 1/1"_s);
        QVERIFY(time.answer()->axis);
        board_->remove(facet);
        QVERIFY(!board_->find(named("parent_entity_brn")));
    }

    void refusesWhatEqualsNothing() {
        open(relationsText);
        Facet& privilege = *board_->find(named("metadata.privilegeName"));
        const QSignalSpy refused(board_.get(), &FacetBoard::refused);
        choose(privilege, u"[1]"_s, FacetBoard::Use::Include);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(session_->filter().text(), QString());
        QVERIFY(!privilege.model().flags(privilege.model().index(1)).testFlag(Qt::ItemIsUserCheckable));
    }

    void holdsAnyNumberOfValues() {
        QByteArray csv = "name\n";
        for (int i = 0; i < 20'000; ++i)
            csv += "v" + QByteArray::number(i) + '\n';
        board_->add(named("name"));
        open(csv);
        Facet& facet = *board_->find(named("name"));
        QCOMPARE(facet.model().rowCount(), 20'000);
        QCOMPARE(facet.model().index(19'999).data().toString(), u"v9999"_s);
        board_->setSearch(facet, u"1999"_s);
        settle();
        QCOMPARE(facet.model().rowCount(), 12);
    }

    void choicesAreATidyModel() {
        open(relationsText);
        FacetChoices choices;
        const QAbstractItemModelTester tester(&choices, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy searched(&choices, &FacetChoices::searched);
        choices.setTable(session_->table(), {named("app")});
        const int columns = choices.rowCount();
        QVERIFY(searched.wait());
        QVERIFY(choices.rowCount() > columns); // paths, too
        QCOMPARE(choices.match(choices.index(0), Qt::DisplayRole, u"app"_s, 1, Qt::MatchExactly).size(), 0);
        choices.setSearch(u"privilegeName"_s);
        QVERIFY(choices.rowCount() > 0 && choices.index(0).data().toString().contains(u"privilegeName"_s));
        choices.setSearch(u"no such"_s);
        QCOMPARE(choices.rowCount(), 0);
        choices.setSearch({});
        choices.setTable(session_->table(), {});
        QVERIFY(searched.wait());
    }

    void isATidyModel() {
        board_->add(named("app"));
        Facet& facet = *board_->find(named("app"));
        const QAbstractItemModelTester tester(&facet.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        open(relationsText);
        choose(facet, u"okta"_s, FacetBoard::Use::Include);
        board_->setSearch(facet, u"aws"_s);
        settle();
        QCOMPARE(textOf(facet.model()), u"aws 2/2"_s);
        board_->setSearch(facet, {});
        open("app\nx\n");
        QCOMPARE(textOf(facet.model()), u"x 1/1"_s);
        open("other\nx\n");
        QVERIFY(!facet.operand());
    }

    void answersNothingThatIsNotAskedAnyMore() {
        open(relationsText);
        board_->setAsList(*board_->facets()[0], true); // on its way
        board_->setActive(false);
        board_->remove(*board_->facets()[1]);
        board_->add(named("app"));
        board_->add(named("integration"));
        QTest::qWait(100);
        board_->setActive(true);
        settle();
        for (const auto& facet : board_->facets())
            QVERIFY(facet->answer()->question.operand == *facet->operand());
        QCOMPARE(textOf(board_->find(named("app"))->model()), u"okta 3/3, aws 2/2"_s);
    }

    void tellsAllInWords() {
        open(relationsText);
        Facet& privilege = *board_->find(named("metadata.privilegeName"));
        choose(privilege, u"admin"_s, FacetBoard::Use::Include);
        const QModelIndex admin = privilege.model().index(0);
        QCOMPARE(admin.data(Qt::AccessibleTextRole).toString(), u"admin, 2 rows, 40 %, included"_s);
        QCOMPARE(admin.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
        QCOMPARE(words::shareText(0, 7), u"0 %"_s);
        QCOMPARE(words::shareText(1, 1000), u"<1 %"_s);
        QCOMPARE(words::shareText(999, 1000), u">99 %"_s);
        QCOMPARE(words::shareText(1000, 1000), u"100 %"_s);
        QCOMPARE(words::shareText(815, 1000), u"82 %"_s);
    }

    /// Whatever is clicked: the rows shown are those of the expression shown, and each value has the count that
    /// including it alone would show.
    void showsWhatItSays() {
        RandomExpressions random({}, 21);
        const std::vector<const char*> operands = {"app",        "timestamp",   "entity_brn", "entity_brn.type",
                                                   "metadata.a", "metadata.n",  "metadata",   "metadata..a",
                                                   "count",      "parent_type", "note"};
        int clicks = 0;
        for (int tables = 0; tables < 4; ++tables) {
            const auto table = randomTable(random, 30);
            openTable(*table);
            std::vector<OperandName> names;
            for (const char* operand : operands)
                names.push_back(named(operand));
            board_->setNames(names);
            settle();
            for (int step = 0; step < 25; ++step) {
                Facet& facet = *board_->facets()[random.below(operands.size())];
                if (const auto& bars = facet.answer()->bars; bars && random.below(2) == 0) {
                    brush(facet, *bars->bins, random);
                } else if (random.below(8) == 0) {
                    board_->clear(facet);
                } else {
                    if (facet.answer()->bars) board_->setAsList(facet, true);
                    settle();
                    if (facet.model().rowCount() == 0) continue;
                    const auto row = static_cast<int>(random.below(static_cast<std::size_t>(facet.model().rowCount())));
                    const auto use = static_cast<FacetBoard::Use>(random.below(3));
                    board_->choose(facet, facet.model().index(row), use);
                }
                settle();
                ++clicks;
                const SelectedRows selection = session_->selection();
                const QByteArray text = session_->filter().text().toUtf8();
                const auto expression = parseExpression({text.constData(), static_cast<std::size_t>(text.size())});
                QVERIFY2(expression.has_value(), text.constData());
                const Naive naive(*selection.table, selection.filter.now);
                RowList expected;
                for (std::uint32_t at = 0; at < selection.table->rowCount(); ++at)
                    if (!*expression || naive.holds(**expression, RowId{at})) expected.push_back(RowId{at});
                QCOMPARE(session_->model()->rowCount(), static_cast<int>(expected.size()));
                for (std::size_t i = 0; i < expected.size(); ++i)
                    QVERIFY2(selection.rows.at(static_cast<std::uint32_t>(i)) == expected[i], text.constData());
            }
        }
        QVERIFY(clicks > 60);
    }

private:
    void brush(Facet& facet, const HistogramBins& bins, RandomExpressions& random) {
        const auto edge = [&](std::size_t at) {
            return ValueRange::Bound{.value = {.text = bins.edges[at].literal, .quoted = false, .span = {}}};
        };
        if (bins.bins() < 2) return;
        ValueRange range;
        const std::size_t low = random.below(bins.bins());
        const std::size_t high = low + 1 + random.below(bins.bins() - low);
        if (low > 0) range.low = edge(low);
        if (range.low) range.low->inclusive = true;
        if (high < bins.bins()) range.high = edge(high);
        board_->setRange(facet, range);
    }
    void choose(Facet& facet, const QString& value, FacetBoard::Use use) {
        for (int row = 0; row < facet.model().rowCount(); ++row)
            if (facet.model().index(row).data().toString() == value) {
                board_->choose(facet, facet.model().index(row), use);
                return settle();
            }
        QFAIL(qPrintable(value));
    }
    void openTable(const Table& table) {
        std::vector<Cells> records(1);
        for (const Column& column : table.columns())
            if (!column.isDerived()) records[0].push_back(column.header);
        for (std::uint32_t row = 0; row < table.rowCount(); ++row) {
            Cells cells;
            for (std::uint32_t column = 0; column < records[0].size(); ++column)
                cells.emplace_back(table.cell(RowId{row}, ColumnId{column}));
            records.push_back(std::move(cells));
        }
        open(QByteArray::fromStdString(csv(records)));
    }
    void open(const QByteArray& bytes) {
        QFile file(folder_.filePath(u"%1.csv"_s.arg(++files_)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        session_->open({file.fileName()});
        settle();
    }
    void settle() {
        QVERIFY(QTest::qWaitFor(
            [&] { return !session_->isLoading() && !session_->filterStatus().evaluating && !board_->isCounting(); }));
    }

    QTemporaryDir folder_;
    int files_ = 0;
    std::unique_ptr<TableSession> session_;
    std::unique_ptr<FacetBoard> board_;
};

QTEST_GUILESS_MAIN(TestFacetBoard)
#include "test_facetboard.moc"
