#pragma once

#include "models/items/facetchoices.h"

#include <QFrame>

class QLineEdit;
class QListView;

namespace idscope {

class PlainLabel;

/// Chooses what a new facet is about: typing narrows the list, Enter takes.
class FacetChooser final : public QFrame {
    Q_OBJECT
public:
    explicit FacetChooser(QWidget* parent);

    /// Opens at a widget, for what is not `taken` yet.
    void openAt(const QWidget& place, const TablePtr& table, const std::vector<OperandName>& taken);

Q_SIGNALS:
    void chosen(const idscope::OperandName& name);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(const QModelIndex& index);
    void step(int by);
    void takeFirst();
    void sayState();

    FacetChoices choices_;
    QLineEdit* field_;
    QListView* list_;
    PlainLabel* state_;
};

} // namespace idscope
