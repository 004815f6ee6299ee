#pragma once

#include "models/items/graphsession.h"
#include "views/parts/page.h"

#include <QTimer>

class QMenu;
class QPushButton;

namespace idscope {

class GraphDock;
class GraphView;
class PanelHead;
class QuestionBar;
class Strip;

/// How the graph can be saved.
enum class GraphFormat : std::uint8_t { Svg, Png, Pdf, Dot, NodesCsv, EdgesCsv };

/// A tab: questions about who can reach what, each answered as a drawing and as a table.
class GraphPage final : public Page {
    Q_OBJECT
public:
    /// `session` must outlive the page.
    explicit GraphPage(GraphSession& session, QWidget* parent = nullptr);

    /// What the graph is of, for the status bar.
    void setSource(const QString& source);
    /// Asks about a node by its BRN.
    void askAbout(GraphQuestionKind kind, const QString& brn);
    void ask(const GraphQuestion& question);
    /// What is in front, to be kept; see GraphState.
    [[nodiscard]] GraphState state() const;
    /// Asks what was kept; stateShown() follows when it is answered, and says what these relations lack.
    void restore(const GraphState& state);
    void focusSearch();
    /// Of its tab.
    [[nodiscard]] const QString& title() const { return title_; }

    [[nodiscard]] PageFacts facts() const override;
    [[nodiscard]] ResourcePage* tablePage() override { return result_; }
    [[nodiscard]] QWidget* dock() override;
    [[nodiscard]] QList<QWidget*> panes() override;
    [[nodiscard]] QVariant place() const override;
    void goToPlace(const QVariant& place) override;

    [[nodiscard]] GraphSession& session() const { return session_; }
    [[nodiscard]] GraphView& view() const { return *view_; }
    [[nodiscard]] QuestionBar& questions() const { return *questions_; }
    [[nodiscard]] GraphDock& graphDock() const { return *dock_; }
    [[nodiscard]] Strip& sentence() const { return *sentence_; }

    // What can be done with the current node.
    void expand(Direction side);
    void collapse();
    void openFold();
    void setAsStart();
    void setAsEnd();
    /// The current node's BRN; of one that stands for several what it says.
    void copyCurrent() const;
    void layOutAnew();
    [[nodiscard]] std::optional<NodeId> currentNode() const;
    /// The bytes of the drawing in a format; empty: there is none.
    [[nodiscard]] QByteArray saved(GraphFormat format) const;

Q_SIGNALS:
    void titleChanged(const QString& title);
    /// The row of the relations' table is to be shown there.
    void relationWanted(idscope::RowId row);
    /// The relations' table is to be filtered.
    void filterWanted(const QString& expression);
    void saveRequested(idscope::GraphFormat format);
    void saveTableRequested();
    void stateShown();

private:
    void build();
    void connectParts();
    void showMissing();
    void showAnswer();
    void showDrawing();
    void goTo(const GraphSession::State& state, std::optional<NodeId> current);
    void showListing();
    void showUnknown(const QString& brn);
    void showCurrent();
    void showWay(NodeId to, std::vector<NodeId> way);
    void selectRow();
    void rowSelected();
    void reveal();
    void stopRevealing();
    void revealAlong(NodeId to, const std::vector<NodeId>& way);
    void unfold(std::uint32_t index);
    void activate(std::uint32_t index);
    void openMenu(std::uint32_t index, QPoint place);
    void applyChanges();
    [[nodiscard]] QString expression() const;

    GraphSession& session_;
    QuestionBar* questions_;
    Strip* sentence_;
    QPushButton* useAsFilter_;
    GraphView* view_;
    PanelHead* resultHead_;
    QPushButton* listLeftOut_;
    QPushButton* listAnswer_;
    QPushButton* filterRows_;
    QPushButton* saveRows_;
    ResourcePage* result_;
    GraphDock* dock_;
    QString source_;
    QString title_ = tr("Graph");
    QString failure_;
    QString answerTitle_;          ///< of the table
    PictureChanges own_;           ///< by people
    std::vector<NodeId> revealed_; ///< drawn because the table is at one of them
    QTimer revealing_;
    std::optional<NodeId> wanted_;   ///< to become current once it is drawn
    std::optional<NodeId> toReveal_; ///< the way to it is being found
    bool following_ = false;         ///< one of graph and table follows the other
    bool travelling_ = false;        ///< the answer is an old place
    bool restoring_ = false;         ///< the answer is of what was kept
    bool anew_ = true;               ///< the next drawing is laid out anew
};

} // namespace idscope
