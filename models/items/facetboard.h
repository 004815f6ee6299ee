#pragma once

#include "models/filter/filterstate.h"
#include "models/items/backgroundjob.h"
#include "models/items/facet.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <string>
#include <vector>

namespace idscope {

class TableSession;

/// The facets of one table. They count on a worker what the session shows, the newest question wins, and whatever is
/// chosen in them becomes a part of the session's filter, where it is seen. GUI thread.
class FacetBoard final : public QObject {
    Q_OBJECT
public:
    /// `session` must outlive the board.
    explicit FacetBoard(TableSession& session, QObject* parent = nullptr);
    ~FacetBoard() override;

    [[nodiscard]] const std::vector<std::unique_ptr<Facet>>& facets() const { return facets_; }
    /// Their operands, as the filter language writes them.
    [[nodiscard]] QStringList names() const;
    /// The facet of an operand, or null.
    [[nodiscard]] Facet* find(const OperandName& name) const;
    /// A facet of an operand, behind all others, if there is none yet.
    Facet& add(const OperandName& name);
    void remove(Facet& facet);
    /// Facets of these operands and no others; without a call, those that the schema of the table brings along.
    void setNames(const std::vector<OperandName>& names);
    /// Nothing is counted while nobody looks.
    void setActive(bool active);

    void setSearch(Facet& facet, const QString& text);
    void setOrder(Facet& facet, FacetOrder order);
    void setAsList(Facet& facet, bool asList);

    enum class Use : std::uint8_t {
        Include, ///< only rows with it, beside those of other values included; or not any more
        Exclude, ///< no rows with it, beside others excluded; or not any more
        Only,    ///< only rows with this value
    };
    /// Makes the value at an index of the facet's model a part of the filter, or takes it out.
    void choose(Facet& facet, const QModelIndex& index, Use use);
    void setRange(Facet& facet, const ValueRange& range);
    /// Takes out of the filter what it says of the facet's operand.
    void clear(Facet& facet);
    /// The expression that choosing the value alone would make; empty when there is none.
    [[nodiscard]] QString expressionOf(Facet& facet, const QModelIndex& index) const;

    /// Whether counts are on their way.
    [[nodiscard]] bool isCounting() const { return job_.isActive(); }

Q_SIGNALS:
    void added(idscope::Facet& facet);
    /// It is none of the board's when the signal has returned, and gone when the event loop comes round: later than
    /// what is deleted later meanwhile.
    void removing(idscope::Facet& facet);
    /// Other facets were chosen than there were.
    void namesChosen();
    /// No filter can be made of what was chosen.
    void refused(idscope::CellFilterProblem problem);
    /// All facets show the newest counts.
    void settled();
    /// There was not enough memory to count: facets show what they showed before.
    void unanswered();

private:
    void showSelection();
    void bind();
    void ask();
    void take(const std::vector<Facet*>& asked, const std::optional<std::vector<FacetAnswerPtr>>& answers,
              double milliseconds);
    Facet& insert(const OperandName& name);
    void drop(Facet& facet);
    void dropEmptyFirst();
    void readFilter();
    void use(Facet& facet, const ValueChoice& choice);

    TableSession& session_;
    std::vector<std::unique_ptr<Facet>> facets_;
    bool namesAreGiven_ = false;
    bool isActive_ = true;
    bool isBehind_ = false; ///< something is to be asked when the job is done, or when active again
    double milliseconds_ = 0;
    TablePtr asked_; ///< of what is on its way
    ReadableFilter askedFilter_;
    QTimer growth_; ///< paces the answers while rows arrive
    BackgroundJob job_{[this] { Q_EMIT unanswered(); }};
};

} // namespace idscope
