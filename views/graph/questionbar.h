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
/// a line of their own.
class QuestionBar final : public QWidget {
    Q_OBJECT
public:
    explicit QuestionBar(GraphSession& session, QWidget* parent = nullptr);

    /// Shows a question, with the names of its nodes.
    void show(const GraphQuestion& question);
    [[nodiscard]] GraphQuestion question() const;
    /// Whether there is something to ask.
    [[nodiscard]] bool isComplete() const;
    void focusSearch();
    [[nodiscard]] NodeField& from() const { return *from_; }
    [[nodiscard]] NodeField& to() const { return *to_; }
    [[nodiscard]] RelationFilter& only() const { return *only_; }
    /// Ask becomes Cancel while an answer is on its way.
    void setAsking(bool asking);

Q_SIGNALS:
    void asked(const idscope::GraphQuestion& question);
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildKinds(QBoxLayout& line);
    void placeNodes();
    void choose(GraphQuestionKind kind, bool ask);
    void askIfComplete();

    GraphSession& session_;
    std::vector<QPushButton*> kinds_;
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
