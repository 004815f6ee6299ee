#pragma once

#include "models/insights/labelfacts.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QPushButton;

namespace idscope {

/// What is worth a look among the labels, each a button that shows just those, and at the right the choice between
/// gallery and table.
class LabelStrip final : public QWidget {
    Q_OBJECT
public:
    explicit LabelStrip(QWidget* parent = nullptr);

    void showFacts(const std::vector<LabelFact>& facts);

Q_SIGNALS:
    void filterRequested(const idscope::ExpressionPtr& filter);
    void galleryToggled(bool gallery);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* lead_;
    QHBoxLayout* facts_;
    QPushButton* gallery_;
    QPushButton* table_;
};

} // namespace idscope
