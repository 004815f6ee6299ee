#pragma once

#include "views/help/helpsection.h"

#include <QDialog>

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace idscope {

class PlainLabel;

/// A page of help that stays open beside the work: lines under titles, and a field that leaves those with a text.
class HelpDialog final : public QDialog {
    Q_OBJECT
public:
    HelpDialog(const QString& title, const std::vector<HelpSection>& sections, QWidget* parent = nullptr);

private:
    void add(const HelpSection& section);
    void search(const QString& text);
    void copyCurrent() const;

    QLineEdit* field_;
    QTreeWidget* list_;
    PlainLabel* none_;
};

} // namespace idscope
