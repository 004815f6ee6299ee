#pragma once

#include "models/items/backgroundjob.h"
#include "models/items/suggestionmodel.h"

#include <QObject>
#include <QTimer>

namespace idscope {

class FilterField;
class FilterState;
class SuggestionPopup;

/// Completes what is being typed into a filter field: columns, words, paths and values, found in the background; what
/// is known at once is shown before paths. Opens by itself a moment after a key, or on Ctrl+Space. Enter takes the line
/// that is marked; none is before one has been chosen or asked for, so that nobody's text is completed unasked. Tab
/// takes it too, or the first. Escape closes.
class FilterCompleter final : public QObject {
    Q_OBJECT
public:
    static constexpr int pauseMs = 120;

    /// Both must outlive this one; the field becomes the parent.
    FilterCompleter(FilterField& field, FilterState& state);

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] const SuggestionModel& model() const { return model_; }
    /// Opens as Ctrl+Space does.
    void open();

Q_SIGNALS:
    /// Something has been put in, or the list has been opened or closed.
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] CompletionContext contextNow() const;
    void look();
    [[nodiscard]] bool isWorthAList(const Suggestions& suggestions) const;
    void take(Suggestions suggestions);
    void accept(int row);
    void close();
    void refuse();
    /// What is being looked for still opens the list.
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);

    FilterField& field_;
    FilterState& state_;
    SuggestionModel model_;
    SuggestionPopup* popup_;
    QTimer pause_;
    bool asked_ = false;  ///< for, by people
    bool chosen_ = false; ///< a line, by people
    BackgroundJob job_{[this] { refuse(); }};
};

} // namespace idscope
