#include "models/items/cellroles.h"
#include "models/items/graphsession.h"
#include "models/items/graphtable.h"
#include "tests/relations/graphs.h"
#include "tests/support/wantofthreads.h"

#include <QSignalSpy>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// What is asked is answered, whenever the names come.
class TestGraphSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        relations_ = tableFrom(std::string(relationHeader) + relationRow(jane_, "group") + relationRow("group", "db"));
        graph_ = graphOf(*relations_);
        const GraphMeasure measure{.node = [](const NodeWords&) { return 100.0; },
                                   .edge = [](const QString&) { return 10.0; },
                                   .head = [](const words::ColumnHead&) { return 50.0; }};
        session_ = std::make_unique<GraphSession>(relations_, measure);
        names_ = namesFrom(jane_ + ",,okta,,Jane,identity,,,user,,\n");
        QVERIFY(names_);
    }

    void namesComeBeforeTheFirstAnswer() {
        ask(jane_);
        session_->setNames(names_);
        settle();
        QCOMPARE(session_->startNames(), QStringList{u"Jane"_s});
        const TableModel& relations = session_->relationRows();
        const auto parent = session_->relations()->find("parent_entity_brn");
        QCOMPARE(relations.find(RowId{0}, *parent).data(BrnNameRole).toString(), u"Jane"_s);
    }

    void namesComeWhileAnotherQuestionIsAsked() {
        ask(jane_);
        settle();
        ask("group");
        session_->setNames(names_);
        settle();
        QVERIFY(session_->answer()->question.from == std::vector{node(*graph_, "group")});
        QCOMPARE(session_->nameOf(node(*graph_, jane_)), u"Jane"_s);
    }

    /// What is shown stays.
    void saysThatMemoryIsWanting() {
        ask(jane_);
        settle();
        const QSignalSpy refused(session_.get(), &GraphSession::refused);
        const GraphDrawingPtr before = session_->drawing();
        {
            const WantOfThreads none; // or of memory, which can't be had that surely
            session_->change({});
            session_->list({.kind = GraphListing::Kind::LeftOut, .counted = {}});
            session_->findWay(node(*graph_, "db"), GraphSession::WayUse::Mark);
            session_->findWay(node(*graph_, "db"), GraphSession::WayUse::Reveal);
            session_->search(u"jane"_s);
        }
        QTRY_COMPARE(refused.count(), 5);
        QVERIFY(!refused[0][0].toString().isEmpty());
        QCOMPARE(session_->drawing(), before);
    }

    void whatIsNotDrawnHangsOnNothing() {
        ask(jane_);
        settle();
        using enum PictureKey::Kind;
        QVERIFY(session_->anchorOf({.kind = FoldDown, .node = node(*graph_, "group"), .type = "resource"}).isEmpty());
    }

    /// It may stand in the way to any number of others.
    void longNamesAreCutInWays() {
        const auto names = namesFrom("group,,okta,," + QString(1000, u'ü').toStdString() + ",connection,,,group,,\n");
        GraphNames called(relations_, graph_, names, std::make_shared<RelationPrivileges>(relations_));
        const auto found = answer(graph_, {.from = {node(*graph_, jane_)}}, nullptr, {});
        QVERIFY(found);
        const TablePtr table = graphTable(**found, answerNodes(**found), called);
        QVERIFY(table);
        QCOMPARE(table->rowCount(), 2U);
        QCOMPARE(textOf(*table, 0, "name").size(), 1000);
        QCOMPARE(textOf(*table, 1, "via"), QString(80, u'ü') + u'…');
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!graphTable(**found, answerNodes(**found), called, stop.get_token()));
    }

    /// Not while the GUI's thread waits for it.
    void theNewestWayIsFound() {
        std::vector<std::vector<NodeId>> ways;
        const QObject context;
        connect(session_.get(), &GraphSession::wayFound, &context,
                [&](NodeId, const std::vector<NodeId>& way, GraphSession::WayUse) { ways.push_back(way); });
        session_->findWay(node(*graph_, "db"), GraphSession::WayUse::Mark); // nothing is asked yet
        ask(jane_);
        settle();
        session_->findWay(node(*graph_, "group"), GraphSession::WayUse::Mark);
        session_->findWay(node(*graph_, "db"), GraphSession::WayUse::Mark);
        QVERIFY(ways.empty());
        QTRY_COMPARE(ways.size(), 1U);
        QVERIFY(ways[0] == (std::vector{node(*graph_, jane_), node(*graph_, "group"), node(*graph_, "db")}));
    }

private:
    static EntityNamesPtr namesFrom(const std::string& rows) {
        return EntityNames::make(tableFrom("BRN,Timestamp,App,Integration,Name,Entity Type,Source System,Source ID,"
                                           "Source Type,Metadata Version,Metadata\n" +
                                           rows));
    }
    static QString textOf(const Table& table, std::uint32_t row, std::string_view column) {
        const std::string_view text = table.cell(RowId{row}, *table.find(column));
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }
    void ask(std::string_view from) {
        session_->ask({{.kind = GraphQuestionKind::ReachedFrom, .from = {node(*graph_, from)}}, {}});
    }
    void settle() { QTRY_VERIFY(!session_->isAsking()); }

    std::string jane_ = brn("identity", "Jane4711key");
    TablePtr relations_;
    GraphPtr graph_;
    EntityNamesPtr names_;
    std::unique_ptr<GraphSession> session_;
};

QTEST_GUILESS_MAIN(TestGraphSession)
#include "test_graphsession.moc"
