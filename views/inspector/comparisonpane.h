#pragma once

#include "models/items/comparisonmodel.h"

#include <QTreeView>
#include <QWidget>

class QPushButton;

namespace idscope {

class PanelHead;
class Strip;

/// The lines of a ComparisonModel: names at the left, where they differ with a sign; the cells beside each other.
/// Ctrl+C copies the current value, secrets never.
class ComparisonView final : public QTreeView {
    Q_OBJECT
public:
    /// `model` must outlive the view.
    explicit ComparisonView(ComparisonModel& model, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Why something was not done, for people.
    void refused(const QString& sentence);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fitColumns();
    void copyValue();
};

/// The JSON of several rows side by side, and how far they agree.
class ComparisonPane final : public QWidget {
    Q_OBJECT
public:
    static constexpr int mostRows = 8; ///< more can't be told apart beside each other

    explicit ComparisonPane(QWidget* parent = nullptr);

    /// `chosen`: how many rows there are, of which `cells` are the first.
    void show(const QString& title, std::vector<ComparedCell> cells, int chosen);
    [[nodiscard]] ComparisonView& view() const { return *view_; }
    [[nodiscard]] ComparisonModel& model() { return model_; }
    [[nodiscard]] QPushButton& onlyDifferences() const { return *only_; }
    [[nodiscard]] QString note() const;

Q_SIGNALS:
    void said(const QString& sentence);

private:
    void showFacts();

    ComparisonModel model_;
    PanelHead* head_;
    QPushButton* only_;
    Strip* note_;
    ComparisonView* view_;
    int shown_ = 0;
    int chosen_ = 0;
};

} // namespace idscope
