#pragma once

#include "models/filter/filterstate.h"
#include "views/filter/filterhistory.h"
#include "views/filter/filterverdict.h"

#include <QString>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace idscope {

class ChipRow;
class FilterCompleter;
class FilterField;
class FilterFrame;
class FilterMessage;
class PlainLabel;
class Strip;

/// The filter of a table: field, sign of validity, its parts as chips, the way back through its steps; or a message
/// with its cure, and which filter still holds. Shows a FilterState and writes it; others judge what it selects and
/// answer with a verdict.
class FilterBar final : public QWidget {
    Q_OBJECT
public:
    static constexpr int pauseMs = 150; ///< without a key, until the text is handed on

    /// `state` must outlive the bar.
    explicit FilterBar(FilterState& state, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    /// Puts a text in and hands it on at once.
    void setText(const QString& text);
    /// Puts a text in, to be changed before it is handed on: by a change, or on Enter.
    void prepare(const QString& text);
    void setExample(const QString& example);
    void showVerdict(const FilterVerdict& verdict);
    /// The filter that holds while the text is Wrong.
    void setHolding(const QString& canonical);
    /// What is said about the matches beside the field, such as "5 of 14,864"; empty: the filter looks for no text.
    void showMatches(const QString& words);
    /// Puts a tool behind everything else.
    void addTool(QWidget* tool);
    /// Gives the field the keyboard, its text selected. Returns it.
    QWidget* focusField();

    [[nodiscard]] const FilterVerdict& verdict() const { return verdict_; }
    [[nodiscard]] ChipRow& chips() const { return *chips_; }
    [[nodiscard]] FilterCompleter& completer() const { return *completer_; }

Q_SIGNALS:
    /// Enter, or Escape with nothing to take back: the keyboard goes to the rows.
    void left();
    /// The next match is wanted, or the one before.
    void matchWanted(bool forwards);
    /// A sentence for the status bar.
    void said(const QString& sentence);

private:
    void layOut();
    void openHistory();
    void handOn(FilterState::Origin origin);
    void showState();
    void editPart(std::size_t index);
    void addPart();
    void switchLetterCase();
    void applyCure();
    void escape();
    void updateHolding();
    /// Whether the field holds what it was only prepared with.
    [[nodiscard]] bool isPrepared() const { return !prepared_.isEmpty() && text() == prepared_; }

    FilterState& state_;
    QToolButton* undo_;
    QToolButton* redo_;
    QHBoxLayout* line_ = nullptr;
    FilterFrame* frame_;
    FilterField* field_;
    FilterCompleter* completer_;
    QWidget* clear_;
    QToolButton* historyButton_;
    QToolButton* letterCase_;
    PlainLabel* matches_;
    QToolButton* previousMatch_;
    QToolButton* nextMatch_;
    ChipRow* chips_;
    FilterMessage* message_;
    Strip* holding_;
    QString holdingText_;
    QString handedOn_;
    QString prepared_;
    QTimer pause_;
    FilterVerdict verdict_;
    FilterHistory history_;
};

} // namespace idscope
