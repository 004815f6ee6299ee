#pragma once

#include "models/items/csvsave.h"

#include <QWidget>

namespace idscope {

class Strip;
class TableSession;

/// Says how the saving of a view goes: while it lasts its progress, with a way to cancel; afterwards what somebody who
/// opens the file in a spreadsheet has to know. Hidden when there is nothing to say.
class SaveStrip final : public QWidget {
    Q_OBJECT
public:
    /// `session` must outlive the strip.
    explicit SaveStrip(TableSession& session, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The view is to be saved again, for spreadsheets.
    void spreadsheetRequested();

private:
    void showProgress(quint64 rows, quint64 rowsInAll);
    void showResult(const SaveResult& result);

    TableSession& session_;
    Strip* progress_;
    Strip* formulas_;
};

} // namespace idscope
