#pragma once

#include "models/filter/filterstate.h"
#include "models/items/backgroundjob.h"
#include "models/items/csvsave.h"
#include "models/items/matchfinder.h"
#include "models/items/tablemodel.h"
#include "models/query/query.h"
#include "models/table/loader.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <cstdint>
#include <expected>
#include <optional>
#include <stop_token>
#include <vector>

namespace idscope {

/// Where the filter stands. While `error` is set the text can't be used, and `appliedText` is still in force.
struct FilterStatus {
    QString text;                    ///< as typed last
    std::optional<QueryError> error; ///< about `text`; spans count in its UTF-8
    QString appliedText;             ///< what the rows shown were selected by
    std::uint32_t shown = 0;
    std::uint32_t total = 0; ///< rows there are so far
    double milliseconds = 0; ///< what selecting and sorting took last
    bool evaluating = false; ///< an answer to the newest text or order is on its way
    bool partial = false;    ///< made from a part of the rows: more are on their way, or were when loading ended
    [[nodiscard]] bool valid() const { return !error; }
};

/// The rows that a filter has selected.
struct SelectedRows {
    TablePtr table;                     ///< null before there is one
    ReadableFilter filter;              ///< in force
    ShownRows rows = ShownRows::all(0); ///< in file order, whatever the order they are shown in
};

/// One open table: loads it, keeps the rows shown up to date with what has arrived, the filter and the sort order, and
/// saves what is shown. All work is done on threads; of several questions only the newest is answered, and results
/// arrive through the event loop. GUI thread.
class TableSession final : public QObject {
    Q_OBJECT
public:
    /// `schemas`: what tables are recognised as; must outlive the session.
    explicit TableSession(SchemaList schemas, QObject* parent = nullptr);
    ~TableSession() override;

    /// The rows shown; lives as long as the session.
    [[nodiscard]] TableModel* model() { return &model_; }
    /// The newest snapshot, which may be ahead of the model; null until the header is read.
    [[nodiscard]] const TablePtr& table() const { return wanted_.table; }

    /// Loads one table from files of one resource, in place of what was open; filter and order begin anew. Of the
    /// options, `schemas` are the session's.
    void open(const QStringList& files, LoadOptions options = {});
    /// Shows a table that is there already, in place of what was open.
    void show(const TablePtr& table);
    [[nodiscard]] bool isLoading() const { return load_.isActive(); }
    /// Ends loading; what is interned stays.
    void cancelLoading();

    /// The filter of this table: what it is set to is asked for. A text that can't be read or bound is reported at
    /// once, by filterChanged(), and the last good one stays in force. Before a table is there it is kept until then.
    [[nodiscard]] FilterState& filter() { return filter_; }
    /// Asks for the rows that an expression of the filter language selects (blank: all).
    void setFilter(const QString& text) { filter_.setText(text); }
    /// Asks for an order, the first column counts most; empty: as in the file. Ignored before a table is there.
    void setSort(std::vector<SortKey> keys);
    [[nodiscard]] FilterStatus filterStatus() const;
    [[nodiscard]] const std::vector<SortKey>& sort() const { return wanted_.sort; }

    /// The rows shown, and those still being listed, and what they were selected by. O(1).
    [[nodiscard]] SelectedRows selection() const {
        return {.table = shown_.table, .filter = shown_.filter, .rows = selected_};
    }

    /// The rows shown that hold a text the filter looks for.
    [[nodiscard]] MatchFinder& matches() { return matches_; }

    /// Saves exactly the rows shown, in their order, with these columns; rows that are only listed so far when they are
    /// loaded. Ends with saveEnded(), once. False, and nothing done, before there is a table and while another file is
    /// being saved.
    bool saveCsv(const QString& path, std::vector<Operand> columns, bool spreadsheet = false,
                 bool revealSecrets = false);
    [[nodiscard]] bool isSaving() const { return save_.isActive() || waitingSave_; }
    /// Asks saving to end without a trace; the older file stays. Whether it did is told by saveEnded().
    void cancelSaving();

Q_SIGNALS:
    /// Rows have arrived, or are looked for. Of `bytesInAll` (0: unknown), `bytes` are read; while table()->isSearch(),
    /// searched.
    void loadingProgress(quint64 rows, quint64 bytes, quint64 bytesInAll);
    void loaded();
    void loadingFailed(const idscope::TableError& error);
    void loadingCancelled();
    /// Text, validity, or numbers have changed.
    void filterChanged(const idscope::FilterStatus& status);
    /// Other rows are selected, or more of them; not: the same in another order, or listed by and by.
    void selectionChanged();
    void sortChanged();
    /// There was not enough memory for the order asked for: another is in force, which sortChanged() told.
    void sortRefused();
    void savingProgress(quint64 rows, quint64 rowsInAll);
    void saveEnded(const idscope::SaveResult& result);

private:
    /// Everything the rows shown depend on.
    struct Question {
        TablePtr table;
        ReadableFilter filter;
        std::vector<SortKey> sort;
        /// Everything in file order: what needs no answer, nor interned cells.
        [[nodiscard]] bool isPlain() const { return !filter.expression && sort.empty(); }
        [[nodiscard]] bool asksAs(const Question& other) const {
            return filter.selectsAs(other.filter) && sort == other.sort;
        }
    };
    struct Answer;

    static std::expected<Answer, QueryError> answer(const Question& question, std::optional<ShownRows> selected,
                                                    const std::stop_token& stop);
    void beginAnew();
    void adopt(const TablePtr& snapshot);
    void endLoading(const std::expected<TablePtr, TableError>& result);
    void takeFilter();
    void refresh();
    [[nodiscard]] std::uint32_t rowsToList() const;
    void ask();
    void take(const std::expected<Answer, QueryError>& result, const Question& question);
    void giveUp();
    void giveUpLoading();
    void giveUpSaving();
    void show(const Answer& answer, const Question& question);
    [[nodiscard]] RowsChange changeTo(const Question& question, std::uint32_t rows) const;
    void endListing();
    void startSaving(SaveRequest request);
    void endWaitingSave(bool loaded);
    void reportFilter();

    SchemaList schemas_;
    TableModel model_;
    quint64 bytesInAll_ = 0;
    std::shared_ptr<GrowingFile> growing_; ///< what is followed, if anything

    FilterState filter_;
    Question wanted_;
    Question asked_;                         ///< what query_ works on, while active
    Question shown_;                         ///< what the model's rows answer; no table: nothing yet
    ShownRows selected_ = ShownRows::all(0); ///< the rows of shown_'s filter in file order, to be sorted again
    double milliseconds_ = 0;
    QTimer growth_;  ///< paces the answers while rows arrive
    QTimer listing_; ///< lists further rows in the next turn

    MatchFinder matches_;
    std::optional<SaveRequest> waitingSave_; ///< for rows that are only listed so far

    QString loadingFile_; ///< the first of those that load_ loads
    QString savingPath_;  ///< where save_ saves
    BackgroundJob load_{[this] { giveUpLoading(); }};
    BackgroundJob query_{[this] { giveUp(); }};
    BackgroundJob save_{[this] { giveUpSaving(); }};
};

} // namespace idscope
