#pragma once

#include "models/filter/filterparts.h"
#include "models/insights/labelfacts.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QPushButton;

namespace idscope {

class PlainLabel;

/// What is worth a look among the labels, each a button that shows just those while it is pressed, and at the right the
/// choice between gallery and table.
class LabelStrip final : public QWidget {
    Q_OBJECT
public:
    explicit LabelStrip(QWidget* parent = nullptr);

    void showFacts(const std::vector<LabelFact>& facts);
    /// The filter in force: what it demands is pressed.
    void showFilter(const FilterParts& parts);

Q_SIGNALS:
    /// A filter is to be demanded, or not any more.
    void filterRequested(const idscope::ExpressionPtr& filter, bool demanded);
    void galleryToggled(bool gallery);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct FactButton {
        QPushButton* button;
        LabelFact fact;
    };
    void showPressed();
    void fitWords();

    QWidget* lead_;
    QHBoxLayout* facts_;
    PlainLabel* showOnly_ = nullptr; ///< there with the buttons
    std::vector<FactButton> buttons_;
    FilterParts parts_;
    QPushButton* gallery_;
    QPushButton* table_;
};

} // namespace idscope
