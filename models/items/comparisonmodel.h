#pragma once

#include "models/items/backgroundjob.h"
#include "models/items/jsoncell.h"
#include "models/json/celldifference.h"

#include <QAbstractTableModel>
#include <QString>

#include <cstddef>
#include <vector>

namespace idscope {

/// A JSON cell to be compared with others.
struct ComparedCell {
    QString row; ///< its number in its file, for people
    KeptText cell;
    friend bool operator==(const ComparedCell& a, const ComparedCell& b) {
        return a.row == b.row && a.cell.bytes.data() == b.cell.bytes.data() && a.cell.keeper == b.cell.keeper;
    }
};

/// What views may ask the ComparisonModel beyond Qt::DisplayRole, Qt::AccessibleTextRole, MarksRole, RawTextRole (see
/// cellroles.h), JsonKindRole and JsonSecretRole (see jsontreemodel.h).
enum ComparisonRole : int {
    DiffersRole = Qt::UserRole + 301, ///< bool: the values of the line are not all the same
    MissingRole,                      ///< bool: the cell has no such value
};

/// JSON cells side by side: a line per path, a column per cell. They are read on a worker; secrets are masked and never
/// compared. GUI thread.
class ComparisonModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column : int { NameColumn, FirstCell };

    explicit ComparisonModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    ~ComparisonModel() override;

    void setCells(std::vector<ComparedCell> cells);
    /// Whether the lines on which all cells agree are left out.
    void setOnlyDifferences(bool only);
    [[nodiscard]] bool isReading() const { return job_.isActive(); }
    /// Whether there was not enough memory to read them.
    [[nodiscard]] bool isRefused() const { return refused_; }
    [[nodiscard]] std::size_t lines() const { return difference_.lines.size(); }
    [[nodiscard]] std::size_t differing() const { return differing_; }
    /// Lines that were too many to be shown.
    [[nodiscard]] std::size_t left() const { return difference_.left; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// The cells are read, or can't be.
    void compared();

private:
    void refuse();
    void list();
    [[nodiscard]] QVariant nameData(const CellDifference::Line& line, int role) const;
    [[nodiscard]] QVariant valueData(const CellDifference::Line& line, std::size_t cell, int role) const;

    std::vector<ComparedCell> cells_;
    CellDifference difference_;
    std::vector<std::size_t> listed_; ///< indexes of the lines
    std::size_t differing_ = 0;
    bool onlyDifferences_ = false;
    bool refused_ = false;
    BackgroundJob job_{[this] { refuse(); }};
};

} // namespace idscope
