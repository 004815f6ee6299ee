// What must hold for any bytes in the place of a saved view.

#include "models/savedview/savedview.h"

#include <cstdint>
#include <cstdlib>

using namespace idscope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto view = SavedView::fromJson(bytes);
    if (!view) return 0;
    if (view->name.isEmpty() || view->frozen < 0) std::abort();
    for (const SavedView::Column& column : view->columns)
        if (column.operand.isEmpty() || column.width < 0) std::abort();
    // What was read is written so that it reads the same, byte for byte from then on.
    const QByteArray written = view->toJson();
    const auto again = SavedView::fromJson(written);
    if (!again || !(*again == *view) || again->toJson() != written) std::abort();
    return 0;
}
