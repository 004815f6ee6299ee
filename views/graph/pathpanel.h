#pragma once

#include <QWidget>

class QListWidget;
class QToolButton;

namespace idscope {

class PanelHead;

/// A way from one node to another: names from top to bottom, and between them what each relation gives.
class PathPanel final : public QWidget {
    Q_OBJECT
public:
    explicit PathPanel(QWidget* parent = nullptr);

    struct Step {
        QString name;
        QString type;
        QString privilege; ///< of the relation to the next one
    };
    void show(const std::vector<Step>& steps, const QString& fact);
    /// What has many ways, in place of one: there is none to copy.
    void showCounted(const Step& counted, const QString& fact);
    [[nodiscard]] QListWidget& list() const { return *list_; }

Q_SIGNALS:
    /// A node of the way was chosen, counted from the top.
    void stepChosen(int step);

private:
    void copy() const;

    PanelHead* head_;
    QToolButton* copy_;
    QListWidget* list_;
};

} // namespace idscope
