#include "models/items/jsoninspection.h"

#include <utility>

namespace idscope {

JsonInspection::JsonInspection(QObject* parent) : QObject(parent) {}

void JsonInspection::show(KeptText text, const QString& column) {
    clear();
    if (text.bytes.size() <= longestAtOnce) {
        tree_.setCell(std::make_shared<const JsonCell>(std::move(text)), column);
        Q_EMIT ready();
        return;
    }
    reading_.start(
        [this, text = std::move(text), column](const std::stop_token& stop, const auto&) -> BackgroundJob::Call {
            return [this, cell = std::make_shared<const JsonCell>(text, stop), column] {
                tree_.setCell(cell, column);
                Q_EMIT ready();
            };
        });
}

void JsonInspection::clear() {
    reading_.cancel();
    finding_.cancel();
    if (tree_.cell()) tree_.setCell({}, {});
}

void JsonInspection::find(const QString& text) {
    finding_.cancel();
    const JsonCellPtr cell = tree_.cell();
    if (!cell || text.isEmpty()) return Q_EMIT found({});
    finding_.start([this, cell, text](const std::stop_token& stop, const auto&) -> BackgroundJob::Call {
        return [this, hits = cell->find(text, stop)] { Q_EMIT found(hits); };
    });
}

} // namespace idscope
