#include "models/filter/filterstate.h"
#include "tests/query/samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

using Origin = FilterState::Origin;

/// The one owner of a filter: its text, its parts, its steps.
class TestFilterState : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        state_ = std::make_unique<FilterState>();
        state_->setTable(relations());
    }

    void keepsTheLastReadableFilter() {
        state_->setText(u"app = okta"_s);
        state_->setText(u"ap = okta"_s);
        QCOMPARE(state_->text(), u"ap = okta"_s);
        QCOMPARE(state_->error()->problem, QueryProblem::UnknownColumn);
        QCOMPARE(state_->readable().text, u"app = okta"_s);
        QVERIFY(state_->canUndo());
        state_->undo(); // back to what is in force
        QCOMPARE(state_->text(), u"app = okta"_s);
        QVERIFY(!state_->error());
        state_->undo();
        QCOMPARE(state_->text(), QString());
        QVERIFY(!state_->canUndo());
    }

    void keepsWhatIsSwitchedOff() {
        state_->setText(u"app=okta   entity_type=resource"_s);
        state_->setParts(toggled(state_->parts(), 0));
        QCOMPARE(state_->text(), u"entity_type = resource"_s);
        QCOMPARE(state_->parts().size(), 2U);
        state_->setText(u"entity_type = resource and prod"_s);
        QCOMPARE(state_->parts().size(), 3U);
        QVERIFY(!state_->parts().front().on);
        state_->setParts(toggled(state_->parts(), 0));
        QCOMPARE(state_->text(), u"app = okta and entity_type = resource and prod"_s);
    }

    void undoesAndRedoes() {
        state_->setText(u"app = okta"_s);
        state_->setText(u"app = okta and prod"_s);
        state_->setParts(toggled(state_->parts(), 0));
        QCOMPARE(state_->text(), u"prod"_s);
        state_->undo();
        QCOMPARE(state_->text(), u"app = okta and prod"_s);
        QVERIFY(state_->parts().front().on);
        state_->undo();
        state_->redo();
        state_->redo();
        QCOMPARE(state_->text(), u"prod"_s);
        QVERIFY(!state_->parts().front().on);
        QVERIFY(!state_->canRedo());
        state_->undo();
        state_->setText(u"other"_s); // another way
        QVERIFY(!state_->canRedo());
    }

    void typingIsOneStep() {
        for (const auto& text : {u"app"_s, u"app = ok"_s, u"app = okta"_s})
            state_->setText(text, Origin::Typed);
        state_->endStep();
        state_->setText(u"app = okta and prod"_s, Origin::Typed);
        state_->undo();
        QCOMPARE(state_->text(), u"app = okta"_s);
        state_->undo();
        QCOMPARE(state_->text(), QString());
        state_->setText(u"aws"_s, Origin::Typed);
        state_->setText(u"gcp"_s, Origin::Typed); // not on the way
        state_->undo();
        QCOMPARE(state_->text(), u"aws"_s);
    }

    void whatComesWithAFilterIsOneStepWithIt() {
        state_->setText(u"app = okta"_s);
        QStringList heard;
        const auto beside = [&](bool back) { heard << (back ? u"back"_s : u"forth"_s); };
        const FilterParts off{{.expression = *parseExpression("prod"), .on = false}};
        state_->setText(u"entity_type=resource"_s, off, beside);
        QCOMPARE(state_->text(), u"entity_type=resource"_s); // as it was saved
        QCOMPARE(state_->parts().size(), 2U);
        QVERIFY(heard.isEmpty()); // it is done already
        state_->undo();
        QCOMPARE(state_->text(), u"app = okta"_s);
        QCOMPARE(state_->parts().size(), 1U);
        state_->redo();
        QCOMPARE(state_->parts().size(), 2U);
        QCOMPARE(heard, (QStringList{u"back"_s, u"forth"_s}));
        // The same filter again is a step too, for what comes with it.
        state_->setText(u"entity_type=resource"_s, off, beside);
        state_->undo();
        QCOMPARE(heard.size(), 3);
        QCOMPARE(state_->text(), u"entity_type=resource"_s);
        // So is one that can't be read: first the text goes, then what came with it.
        state_->setText(u"height = 2"_s, {}, beside);
        QVERIFY(state_->error().has_value());
        state_->undo();
        QCOMPARE(heard.size(), 3);
        state_->undo();
        QCOMPARE(heard.size(), 4);
    }

    void aTableShowsWhatCannotBeUsed() {
        FilterState early;
        early.setText(u"height > 2"_s);
        QVERIFY(!early.error());
        early.setTable(relations());
        QCOMPARE(early.error()->problem, QueryProblem::UnknownColumn);
        QVERIFY(!early.readable().expression);
        QVERIFY(early.parts().empty());
        early.clear();
        QVERIFY(!early.error());
        QVERIFY(!early.canUndo());
    }

    void whatIsRefusedIsNoStep() {
        state_->setText(u"app = okta"_s);
        const ReadableFilter inForce = state_->readable();
        state_->setText(u"app matches /x/"_s);
        state_->refuse({.problem = QueryProblem::MatchLimit}, inForce);
        QCOMPARE(state_->error()->problem, QueryProblem::MatchLimit);
        QCOMPARE(state_->readable().text, u"app = okta"_s);
        QCOMPARE(state_->parts().size(), 1U);
        state_->undo();
        QCOMPARE(state_->text(), u"app = okta"_s);
    }

    void tellsOfEveryChange() {
        const QSignalSpy changed(state_.get(), &FilterState::changed);
        state_->setText(u"a"_s);
        state_->setText(u"a"_s); // counts from a new now
        state_->setText(u"("_s);
        QCOMPARE(changed.count(), 3);
    }

private:
    std::unique_ptr<FilterState> state_;
};

QTEST_GUILESS_MAIN(TestFilterState)
#include "test_filterstate.moc"
