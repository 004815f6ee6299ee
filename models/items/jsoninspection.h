#pragma once

#include "models/items/backgroundjob.h"
#include "models/items/jsontreemodel.h"

#include <QObject>

namespace idscope {

/// The JSON cell somebody looks at: small ones are there at once, others when they have been read on another thread,
/// where texts are looked for too. The newest cell and the newest search win. GUI thread.
class JsonInspection final : public QObject {
    Q_OBJECT
public:
    /// Bytes of a cell that is read at once: less than a frame.
    static constexpr std::size_t longestAtOnce = std::size_t{32} * 1024;

    explicit JsonInspection(QObject* parent = nullptr);

    /// Shows a cell; `column` is its column as the filter language writes it. Until it is ready there is none.
    void show(KeptText text, const QString& column);
    void clear();
    [[nodiscard]] JsonTreeModel& tree() { return tree_; }
    /// Null while there is none.
    [[nodiscard]] const JsonCell* cell() const { return tree_.cell().get(); }
    [[nodiscard]] bool isReading() const { return reading_.isActive(); }

    /// Looks for a text in the cell; found() answers. An empty text ends the search.
    void find(const QString& text);

Q_SIGNALS:
    /// The cell asked for is there.
    void ready();
    void found(const idscope::JsonHits& hits);
    /// There was not enough memory to read the cell, or to look for a text in it.
    void refused();

private:
    JsonTreeModel tree_;
    BackgroundJob reading_{[this] { Q_EMIT refused(); }};
    BackgroundJob finding_{[this] { Q_EMIT refused(); }};
};

} // namespace idscope
