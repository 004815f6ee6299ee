#pragma once

#include "models/items/graphsession.h"

#include <QWidget>

class QBoxLayout;
class QPushButton;

namespace idscope {

class FilterMessage;
class NodeField;
class RelationFilter;

/// Where questions are put: which one, about which nodes, over which relations. A question that is complete is asked
/// as soon as people have chosen a node or another question; the rest waits for Ask. In a narrow window the nodes have
/// a line of their own, in a narrower one the questions are a menu.
class QuestionBar final : public QWidget {
    Q_OBJECT
public:
    explicit QuestionBar(GraphSession& session, QWidget* parent = nullptr);

    /// Shows a question, with the names of its nodes.
    void show(const GraphQuestion& question);
    [[nodiscard]] GraphQuestion question() const;
    /// Whether there is something to ask.
    [[nodiscard]] bool isComplete() const;
    /// What it needs before it can be asked, in words; empty: nothing.
    [[nodiscard]] QString missing() const;
    void focusSearch();
    [[nodiscard]] NodeField& from() const { return *from_; }
    [[nodiscard]] NodeField& to() const { return *to_; }
    [[nodiscard]] RelationFilter& only() const { return *only_; }
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Ask becomes Cancel while an answer is on its way.
    void setAsking(bool asking);

Q_SIGNALS:
    void asked(const idscope::GraphQuestion& question);
    /// Another question is chosen, or it is about other nodes.
    void changed();
    void cancelRequested();
    /// The keyboard goes to the drawing.
    void left();
    /// A sentence for the status bar.
    void said(const QString& sentence);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildKinds();
    /// What the line of questions needs, with the nodes in it or not, as buttons or as a menu, px.
    [[nodiscard]] int widthOf(const QWidget& kinds, bool withNodes) const;
    /// Puts everything where there is room for it, and lets Tab follow.
    void arrange();
    void choose(GraphQuestionKind kind, bool ask);
    void askIfComplete();
    void goOn();

    GraphSession& session_;
    QWidget* row_; ///< the questions beside each other
    std::vector<QPushButton*> kinds_;
    QPushButton* menu_; ///< in a narrow window instead of them
    GraphQuestionKind kind_ = GraphQuestionKind::ReachedFrom;
    QBoxLayout* first_;  ///< the line of questions
    QBoxLayout* second_; ///< of nodes, in a narrow window
    QWidget* nodes_;
    NodeField* from_;
    QWidget* arrow_;
    NodeField* to_;
    RelationFilter* only_;
    FilterMessage* message_; ///< about that filter
    QPushButton* ask_;
    bool asking_ = false;
};

} // namespace idscope
