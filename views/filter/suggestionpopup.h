#pragma once

#include <QFrame>

class QListView;

namespace idscope {

class PlainLabel;
class SuggestionModel;

/// What an expression could go on with, below the word being typed. Never has the keyboard: who types keeps it.
class SuggestionPopup final : public QFrame {
    Q_OBJECT
public:
    SuggestionPopup(SuggestionModel& model, QWidget* parent);

    /// Shows what the model holds, its text under `place`, a point on the screen; the first line is marked, or none.
    void openAt(QPoint place, bool marked);
    /// The line that is marked; negative: none.
    [[nodiscard]] int current() const;
    /// To another line, round at the ends.
    void step(int by);
    void stepPage(int by);

Q_SIGNALS:
    void chosen(int row);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    SuggestionModel& model_;
    QWidget* head_;
    PlainLabel* title_;
    QListView* list_;
    QWidget* footRow_;
    PlainLabel* foot_;
};

} // namespace idscope
