#pragma once

#include "models/items/backgroundjob.h"
#include "models/items/graphdrawing.h"
#include "models/items/graphlisting.h"
#include "models/items/graphstate.h"
#include "models/items/graphtext.h"
#include "models/items/tablesession.h"
#include "models/relations/answernodes.h"
#include "models/relations/nodesearch.h"

#include <QObject>

#include <expected>

namespace idscope {

/// One graph that people look at: what they asked, what was found, as a table and as a drawing. All work is done on
/// threads; of several questions only the newest is answered. GUI thread.
class GraphSession final : public QObject {
    Q_OBJECT
public:
    /// A node that a search found.
    struct Hit {
        NodeId node;
        QString name;
        QString kind;
        QString brn;
        QString type;
    };
    /// What is in front: a question with its answer, and what was done to the drawing.
    struct State {
        GraphQuestion question;
        PictureChanges changes;
    };

    GraphSession(TablePtr relations, GraphMeasure measure, QObject* parent = nullptr);
    ~GraphSession() override;

    /// Names of entities, for all that is asked from now on; what is shown is drawn with them at once.
    void setNames(EntityNamesPtr names);
    [[nodiscard]] bool hasNames() const { return names_ != nullptr; }

    /// Asks; ends with answered() or failed(), unless a newer question or cancel() comes before.
    void ask(State state);
    /// Ends what is being asked; what was shown stays.
    void cancel();
    [[nodiscard]] bool isAsking() const { return asking_.isActive() || finding_.isActive(); }
    /// Draws the answer with other nodes, where they are now; drawn() follows. With `anew` all are laid out afresh.
    void change(PictureChanges changes, bool anew = false);
    [[nodiscard]] const PictureChanges& changes() const { return changes_; }

    /// Lists other nodes in the table; listingChanged() follows. A filter and an order of the answer's table wait until
    /// it is listed again. Nothing before there is an answer.
    void list(const GraphListing& listing);
    [[nodiscard]] const GraphListing& listing() const { return listing_; }
    /// What the table lists now.
    [[nodiscard]] const GraphFindings& listed() const { return listed_; }
    /// Whether rows change hands at the moment: what becomes current then was chosen by nobody.
    [[nodiscard]] bool isShowing() const { return showing_; }

    /// What a way to a node is for. Of each, only the newest that was asked for is found.
    enum class WayUse : std::uint8_t { Mark, Reveal };
    /// The way to a node, see wayTo(), off the GUI's thread; wayFound() follows unless there is another answer by then.
    /// Nothing before there is an answer.
    void findWay(NodeId node, WayUse use);

    /// Nodes by name, key or BRN; searched() follows.
    void search(const QString& text);

    /// A state by names, with the nodes they name, off the GUI's thread; found() follows.
    void find(const GraphState& state);
    /// The same the other way round, of the answer with these changes; nothing asked yet: of an empty question.
    [[nodiscard]] GraphState stateOf(const PictureChanges& changes, std::optional<NodeId> current) const;

    /// Null before the first answer.
    [[nodiscard]] const GraphAnswerPtr& answer() const { return answer_; }
    [[nodiscard]] const GraphFindings& findings() const { return findings_; }
    [[nodiscard]] const GraphDrawingPtr& drawing() const { return drawing_; }
    [[nodiscard]] const TablePtr& relations() const { return relations_; }
    /// All relations, as views see rows.
    [[nodiscard]] TableModel& relationRows() { return relationRows_; }
    /// The table of the answer.
    [[nodiscard]] TableSession& result() { return result_; }
    /// How a node of the answer or of the drawing is called, fit for a line.
    [[nodiscard]] QString nameOf(NodeId node) const;
    /// What counted siblings hang on, by name; empty where that is counted itself, or they are not drawn.
    [[nodiscard]] QString anchorOf(const PictureKey& counted) const;
    /// The names of what the answer is about.
    [[nodiscard]] QStringList startNames() const;
    [[nodiscard]] QStringList endNames() const;
    /// What the relations between two nodes give: "viewer +2".
    [[nodiscard]] QString privilegeBetween(NodeId parent, NodeId child) const;
    /// The drawing in words; see graphText().
    [[nodiscard]] QByteArray saved(GraphText format) const;
    [[nodiscard]] QString typeOf(NodeId node) const;
    [[nodiscard]] QString brnOf(NodeId node) const;

Q_SIGNALS:
    void answered();
    /// Nothing was found out; `sentence` says why.
    void failed(const QString& sentence);
    /// Something else about the answer could not be done; what is shown stays.
    void refused(const QString& sentence);
    void drawn();
    void listingChanged();
    void wayFound(idscope::NodeId node, const std::vector<idscope::NodeId>& way, idscope::GraphSession::WayUse use);
    void searched(const QString& text, const std::vector<idscope::GraphSession::Hit>& hits, quint64 total);
    /// `missing` of the names are in no relation.
    void found(const idscope::GraphSession::State& state, std::optional<idscope::NodeId> current,
               const QStringList& missing);

private:
    struct Found;
    [[nodiscard]] static std::expected<Found, QString> findOut(const TablePtr& relations, const EntityNamesPtr& names,
                                                               const RelationPrivilegesPtr& privileges,
                                                               const GraphMeasure& measure, const State& state,
                                                               const std::stop_token& stop);
    void take(const Found& found, const State& state);
    void show(const TablePtr& table, GraphListing listing, GraphFindings listed);
    void listAnswer();
    void keepLook();
    void restoreLook();
    void failForMemory();
    void refuseForMemory();

    TablePtr relations_;
    GraphMeasure measure_;
    RelationPrivilegesPtr privileges_; ///< of the relations, shared with those who work in the background
    EntityNamesPtr names_;
    TableModel relationRows_;
    TableSession result_;
    State asked_; ///< what asking_ works on, while active
    PictureChanges changes_;
    GraphAnswerPtr answer_;
    GraphFindings findings_; ///< of the answer
    TablePtr answerTable_;
    GraphListing listing_;
    GraphFindings listed_;
    QString answerFilter_; ///< of the answer's table, while something else is listed
    std::vector<SortKey> answerSort_;
    bool showing_ = false;
    GraphDrawingPtr drawing_;
    std::shared_ptr<GraphNames> shownNames_; ///< of the drawing; the GUI's thread reads them
    BackgroundJob asking_{[this] { failForMemory(); }};
    BackgroundJob redrawing_{[this] { refuseForMemory(); }};
    BackgroundJob listingJob_{[this] { refuseForMemory(); }};
    BackgroundJob marking_{[this] { refuseForMemory(); }};
    BackgroundJob revealing_{[this] { refuseForMemory(); }};
    BackgroundJob searching_{[this] { refuseForMemory(); }};
    BackgroundJob finding_{[this] { failForMemory(); }};
};

} // namespace idscope
