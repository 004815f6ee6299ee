#pragma once

#include <QString>
#include <QWidget>

class QHBoxLayout;

namespace idscope {

class PlainLabel;

/// Title of a panel in bold, a fact beside it, tools at the right, a line below.
class PanelHead final : public QWidget {
    Q_OBJECT
public:
    explicit PanelHead(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    /// Lets the title be cut where there is little room, as facts are: it holds data.
    void setTitleElided();
    void setFact(const QString& fact);
    void addTool(QWidget* tool);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* layout_;
    PlainLabel* title_;
    PlainLabel* fact_;
    bool titleElided_ = false;
};

} // namespace idscope
