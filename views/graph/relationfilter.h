#pragma once

#include "models/filter/filterstate.h"
#include "views/filter/filterverdict.h"

#include <QTimer>
#include <QWidget>

namespace idscope {

class FilterField;
class FilterFrame;

/// "Only over …": which relations count for a question, in the filter language, judged and completed as the filter of
/// a table is.
class RelationFilter final : public QWidget {
    Q_OBJECT
public:
    explicit RelationFilter(const TablePtr& relations, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    [[nodiscard]] const FilterVerdict& verdict() const { return verdict_; }
    [[nodiscard]] FilterField& field() const { return *field_; }
    /// Puts the cure of a wrong text in.
    void applyCure();

Q_SIGNALS:
    /// By Enter, or a cure, and the text can be used.
    void accepted();
    void verdictChanged();
    /// By Escape with nothing to take back: the keyboard goes to the drawing.
    void left();
    /// A sentence for the status bar.
    void said(const QString& sentence);

private:
    void judge();
    void takeBack();
    void accept();

    FilterState state_;
    FilterFrame* frame_;
    FilterField* field_;
    QTimer pause_;
    FilterVerdict verdict_;
};

} // namespace idscope
