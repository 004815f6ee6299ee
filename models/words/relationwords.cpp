#include "models/words/phrase.h"
#include "models/words/words.h"

namespace idscope::words {

QString sentence(const RelationError& error) {
    switch (error.kind) {
    case RelationErrorKind::NotRelations:
        return Words::tr("These rows are no relations: they lack the columns Parent Entity BRN and Entity BRN. Open an "
                         "export of entity relations.");
    case RelationErrorKind::UnknownName:
        return Words::tr("No relation is about “%1”. Write the BRN, or the name, exactly as in the file.")
            .arg(quoted(error.text));
    case RelationErrorKind::Cancelled:
        return Words::tr("The question was cancelled.");
    }
    Q_UNREACHABLE();
}

} // namespace idscope::words
