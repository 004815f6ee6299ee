#include "models/schema/values.h"

#include "models/base/number.h"
#include "models/json/json.h"
#include "models/query/instant.h"
#include "models/relations/brn.h"
#include "models/schema/color.h"

namespace idscope {

bool isInvalid(ColumnType type, std::string_view cell) {
    if (cell.empty()) return false;
    switch (type) {
    case ColumnType::Instant:
        return !parseInstant(cell);
    case ColumnType::Number:
        return !isNumber(cell);
    case ColumnType::Json:
        return !JsonDocument(cell).valid();
    case ColumnType::Brn:
        return !parseBrn(cell);
    case ColumnType::Color:
        return !isHexColor(cell);
    case ColumnType::Text:
    case ColumnType::Id:
    case ColumnType::Url:
        return false;
    }
    return false;
}

} // namespace idscope
