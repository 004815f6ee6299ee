#include "models/items/graphsession.h"
#include "tests/relations/graphs.h"

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
                                   .edge = [](const QString&) { return 10.0; }};
        session_ = std::make_unique<GraphSession>(relations_, measure);
        names_ = EntityNames::make(tableFrom("BRN,Timestamp,App,Integration,Name,Entity Type,Source System,Source ID,"
                                             "Source Type,Metadata Version,Metadata\n" +
                                             jane_ + ",,okta,,Jane,identity,,,user,,\n"));
        QVERIFY(names_);
    }

    void namesComeBeforeTheFirstAnswer() {
        ask(jane_);
        session_->setNames(names_);
        settle();
        QCOMPARE(session_->startNames(), QStringList{u"Jane"_s});
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

private:
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
