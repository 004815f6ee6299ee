#include "models/items/tablesession.h"

#include "models/query/roworder.h"
#include "models/query/selection.h"
#include "models/query/textmatches.h"
#include "models/table/growingfile.h"

#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace idscope {

namespace {

using Clock = std::chrono::steady_clock;

/// While rows arrive, a filter or order is applied anew so often, and never takes more than about a fifth of the time.
constexpr std::chrono::milliseconds growthPace{100};
constexpr double growthShare = 4;
constexpr std::chrono::milliseconds progressPace{50};
constexpr std::uint64_t leastListed = std::uint64_t{1} << 18U; ///< rows in a turn, if there are as many

double millisecondsSince(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// The newest snapshot on its way to the GUI thread: when that is busy, those between are left out.
class SnapshotSlot {
public:
    /// Whether the slot was empty: somebody has to be told.
    bool put(TablePtr snapshot) {
        const std::lock_guard lock(mutex_);
        return std::exchange(newest_, std::move(snapshot)) == nullptr;
    }
    TablePtr take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(newest_, nullptr);
    }

private:
    std::mutex mutex_;
    TablePtr newest_;
};

quint64 sizeOf(const QStringList& files) {
    quint64 bytes = 0;
    for (const QString& file : files)
        bytes += static_cast<quint64>(QFileInfo(file).size());
    return bytes;
}

} // namespace

struct TableSession::Answer {
    ShownRows selected; ///< in file order
    ShownRows rows;     ///< the same, sorted
    double milliseconds = 0;
};

TableSession::TableSession(SchemaList schemas, QObject* parent) : QObject(parent), schemas_(schemas) {
    connect(&filter_, &FilterState::changed, this, &TableSession::takeFilter);
    growth_.setSingleShot(true);
    connect(&growth_, &QTimer::timeout, this, [this] {
        if (!query_.isActive()) ask();
    });
    listing_.setSingleShot(true);
    connect(&listing_, &QTimer::timeout, this, &TableSession::refresh);
    connect(&model_, &QAbstractItemModel::columnsRemoved, this, [this] { // what is gone orders nothing
        std::vector<SortKey> keys = wanted_.sort;
        std::erase_if(keys, [this](const SortKey& key) { return !model_.columnOf(key.operand); });
        setSort(std::move(keys));
    });
}

TableSession::~TableSession() {
    load_.cancel(); // all at once, so that they stop together
    query_.cancel();
    save_.cancel();
}

void TableSession::beginAnew() {
    query_.cancel();
    endWaitingSave(false);
    growth_.stop();
    listing_.stop();
    wanted_ = shown_ = asked_ = {};
    growing_ = nullptr;
}

void TableSession::show(const TablePtr& table) {
    load_.cancel();
    beginAnew();
    bytesInAll_ = table->bytes();
    Q_EMIT sortChanged();
    filter_.clear();
    endLoading(table);
}

void TableSession::open(const QStringList& files, LoadOptions options) {
    beginAnew();
    growing_ = options.growing;
    bytesInAll_ = growing_ ? 0 : sizeOf(files);

    std::vector<std::string> names;
    for (const QString& file : files)
        names.push_back(file.toStdString());
    options.schemas = schemas_;
    loadingFile_ = files.value(0);
    load_.start([this, names, options = std::move(options)](
                    const std::stop_token& stop, const BackgroundJob::Deliver& deliver) -> BackgroundJob::Call {
        const auto slot = std::make_shared<SnapshotSlot>();
        auto result = loadTable(names, options, stop, [&](TablePtr snapshot) {
            if (!slot->put(std::move(snapshot))) return;
            deliver([this, slot] { adopt(slot->take()); });
        });
        return [this, result = std::move(result)] { endLoading(result); };
    });
    Q_EMIT sortChanged();
    filter_.clear();
}

void TableSession::cancelLoading() {
    if (!load_.isActive()) return;
    load_.cancel();
    endListing();
    endWaitingSave(false);
    Q_EMIT loadingCancelled();
    reportFilter();
}

void TableSession::adopt(const TablePtr& snapshot) {
    wanted_.table = snapshot;
    filter_.setTable(snapshot);
    if (growing_) bytesInAll_ = growing_->expected();
    Q_EMIT loadingProgress(snapshot->rowCount(), snapshot->bytes(), bytesInAll_);
    refresh();
}

void TableSession::endLoading(const std::expected<TablePtr, TableError>& result) {
    if (!result) {
        endListing();
        endWaitingSave(false);
        Q_EMIT loadingFailed(result.error());
        return reportFilter();
    }
    if (wanted_.table != *result) adopt(*result);
    endWaitingSave(true);
    Q_EMIT loaded();
}

/// Rows that will not be interned any more are none of the table.
void TableSession::endListing() {
    if (!wanted_.table || wanted_.table->listedRows() == wanted_.table->rowCount()) return;
    wanted_.table = wanted_.table->withoutRaw();
    refresh();
}

void TableSession::takeFilter() {
    const ReadableFilter& filter = filter_.readable();
    const bool changes = !filter.selectsAs(wanted_.filter) || filter.text != wanted_.filter.text;
    wanted_.filter = filter;
    if (changes) refresh();
    reportFilter();
}

void TableSession::setSort(std::vector<SortKey> keys) {
    if (!wanted_.table || keys == wanted_.sort) return;
    wanted_.sort = std::move(keys);
    Q_EMIT sortChanged();
    refresh();
    reportFilter();
}

void TableSession::refresh() {
    listing_.stop();
    if (!wanted_.table) return;
    if (wanted_.isPlain()) {
        query_.cancel();
        const auto all = ShownRows::all(wanted_.table->listedRows());
        const auto some = ShownRows::all(rowsToList());
        if (some.size() < all.size()) listing_.start();
        return show({.selected = all, .rows = some}, wanted_);
    }
    const bool shown = shown_.table && wanted_.asksAs(shown_);
    if (shown && shown_.table->rowCount() == wanted_.table->rowCount()) {
        query_.cancel();
        return show({.selected = selected_, .rows = model_.rows(), .milliseconds = milliseconds_}, wanted_);
    }
    // Growth alone stops no work: what is under way is good for now, and take() comes back here.
    if (query_.isActive() && wanted_.asksAs(asked_)) return;
    query_.cancel(); // of another question: its answer would be stale
    if (!shown || wanted_.table->isComplete() || !load_.isActive()) return ask();
    if (!growth_.isActive())
        growth_.start(std::max(growthPace, std::chrono::milliseconds(std::lround(growthShare * milliseconds_))));
}

/// Rows that were found all at once come behind others in several turns: the table's header makes room for each, and
/// while threads of a load ask for memory too, that takes long.
std::uint32_t TableSession::rowsToList() const {
    const std::uint32_t all = wanted_.table->listedRows();
    if (all == wanted_.table->rowCount() || !load_.isActive() || !shown_.table || !shown_.isPlain()) return all;
    const std::uint64_t listed = model_.rows().size();
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(all, listed + std::max(leastListed, listed / 8)));
}

void TableSession::ask() {
    growth_.stop();
    asked_ = wanted_;
    const bool sameRows = shown_.table == asked_.table && !shown_.isPlain() && shown_.filter.selectsAs(asked_.filter);
    query_.start([this, question = asked_, selected = sameRows ? std::optional(selected_) : std::nullopt](
                     const std::stop_token& stop, const BackgroundJob::Deliver&) -> BackgroundJob::Call {
        return [this, question, result = answer(question, selected, stop)] { take(result, question); };
    });
}

std::expected<TableSession::Answer, QueryError>
TableSession::answer(const Question& question, std::optional<ShownRows> selected, const std::stop_token& stop) {
    const auto begin = Clock::now();
    const Table& table = *question.table;
    if (!selected && !question.filter.expression) selected = ShownRows::all(table.rowCount());
    if (!selected) {
        const auto selection = selectNext(table, question.filter.expression, {.now = question.filter.now}, stop);
        if (!selection) return std::unexpected(selection.error());
        selected = ShownRows::ascending(selection->rows->list());
    }
    if (question.sort.empty())
        return Answer{.selected = *selected, .rows = *selected, .milliseconds = millisecondsSince(begin)};
    const auto rows = selected->isAll()
                          ? order(table, question.sort, stop)
                          : order(table, RowBits(selected->list(), table.rowCount()), question.sort, stop);
    if (!rows) return std::unexpected(rows.error());
    return Answer{.selected = *selected,
                  .rows = ShownRows::ordered(**rows, table.rowCount()),
                  .milliseconds = millisecondsSince(begin)};
}

void TableSession::take(const std::expected<Answer, QueryError>& result, const Question& question) {
    if (result) {
        show(*result, question);
    } else { // a question of the right form that has no answer: the last one that had stays in force, unless it is
             // the same, and cannot cope with what has arrived since
        filter_.refuse(result.error(), question.filter.selectsAs(shown_.filter) ? ReadableFilter{} : shown_.filter);
    }
    refresh();
}

/// There is no memory for the answer: what is shown stays in force; where that can't cope with what has arrived since,
/// all rows are shown in file order, which needs none.
void TableSession::giveUp() {
    const bool sameRows = wanted_.filter.selectsAs(shown_.filter);
    const bool sameSort = wanted_.sort == shown_.sort;
    const auto asked = std::exchange(wanted_.sort, sameRows && sameSort ? std::vector<SortKey>() : shown_.sort);
    Q_EMIT sortChanged();
    if (wanted_.sort != asked) Q_EMIT sortRefused();
    const QueryError error{QueryProblem::OutOfMemory, {}, {}, {}, {}};
    if (!sameRows)
        filter_.refuse(error, shown_.filter);
    else if (sameSort && wanted_.filter.expression)
        filter_.refuse(error, {});
    refresh();
    reportFilter();
}

void TableSession::giveUpLoading() {
    endLoading(std::unexpected(TableError{
        .kind = TableErrorKind::OutOfMemory, .file = loadingFile_.toStdString(), .systemError = 0, .detail = {}}));
}

void TableSession::giveUpSaving() {
    const FileError error{.kind = FileErrorKind::CannotWrite, .file = savingPath_, .systemError = ENOMEM};
    Q_EMIT saveEnded({.path = savingPath_, .error = error, .written = {}});
}

void TableSession::show(const Answer& answer, const Question& question) {
    const RowsChange change = changeTo(question, answer.rows.size());
    const bool sameSelection = shown_.table == question.table && shown_.filter.selectsAs(question.filter);
    shown_ = question;
    selected_ = answer.selected;
    milliseconds_ = answer.milliseconds;
    if (change == RowsChange::Replaced)
        model_.setMatches(std::make_shared<const TextMatches>(question.filter.expression, *question.table));
    model_.show(question.table, answer.rows, change);
    matches_.look(question.table, answer.rows, question.filter.expression, question.filter.now);
    if (!sameSelection) Q_EMIT selectionChanged();
    reportFilter();
}

RowsChange TableSession::changeTo(const Question& question, std::uint32_t rows) const {
    if (!shown_.table || !question.filter.selectsAs(shown_.filter)) return RowsChange::Replaced;
    const bool grown = shown_.table->rowCount() != question.table->rowCount();
    if (grown && asksAboutOtherRows(question.filter.expression)) return RowsChange::Replaced;
    const std::uint32_t before = model_.rows().size();
    if (rows < before) return RowsChange::Replaced; // those that are only listed are not sorted
    if (question.sort == shown_.sort && (rows == before || question.sort.empty())) return RowsChange::Extended;
    return rows == before ? RowsChange::Reordered : RowsChange::Merged;
}

FilterStatus TableSession::filterStatus() const {
    return {.text = filter_.text(),
            .error = filter_.error(),
            .appliedText = shown_.filter.text,
            .shown = shown_.table ? model_.rows().size() : 0,
            .total = wanted_.table ? wanted_.table->listedRows() : 0,
            .milliseconds = milliseconds_,
            .evaluating = query_.isActive(),
            .partial = !shown_.table || !shown_.table->isComplete()};
}

void TableSession::reportFilter() {
    Q_EMIT filterChanged(filterStatus());
}

bool TableSession::saveCsv(const QString& path, std::vector<Operand> columns, bool spreadsheet, bool revealSecrets) {
    if (!model_.table() || isSaving()) return false;
    SaveRequest request{.path = path,
                        .table = model_.table(),
                        .rows = model_.rows(),
                        .columns = std::move(columns),
                        .spreadsheet = spreadsheet,
                        .revealSecrets = revealSecrets};
    if (request.rows.isAll() && request.table->listedRows() > request.table->rowCount())
        waitingSave_ = std::move(request);
    else
        startSaving(std::move(request));
    return true;
}

void TableSession::endWaitingSave(bool loaded) {
    if (!waitingSave_) return;
    SaveRequest request = *std::exchange(waitingSave_, std::nullopt);
    if (!loaded) return Q_EMIT saveEnded({.path = request.path, .error = {}, .cancelled = true, .written = {}});
    request.table = wanted_.table;
    request.rows = ShownRows::all(wanted_.table->rowCount()); // not even listed, perhaps, when it was asked for
    startSaving(std::move(request));
}

void TableSession::startSaving(SaveRequest request) {
    savingPath_ = request.path;
    save_.start([this, request = std::move(request)](const std::stop_token& stop,
                                                     const BackgroundJob::Deliver& deliver) -> BackgroundJob::Call {
        auto told = Clock::now();
        auto result = idscope::saveCsv(request, stop, [&](std::uint64_t rows) {
            if (Clock::now() - told < progressPace) return;
            told = Clock::now();
            deliver([this, rows, inAll = request.rows.size()] { Q_EMIT savingProgress(rows, inAll); });
        });
        return [this, result = std::move(result)] { Q_EMIT saveEnded(result); };
    });
}

void TableSession::cancelSaving() {
    endWaitingSave(false);
    save_.stop();
}

} // namespace idscope
