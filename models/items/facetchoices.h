#pragma once

#include "models/items/backgroundjob.h"
#include "models/query/expression.h"
#include "models/table/table.h"

#include <QAbstractListModel>

#include <vector>

namespace idscope {

/// What facets and columns can be made of: the columns of a table, derived ones too, the parts of its BRNs, and the
/// paths in its JSON, which are looked for on a worker. Only those whose name contains the words searched. GUI thread.
class FacetChoices final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit FacetChoices(QObject* parent = nullptr) : QAbstractListModel(parent) {}
    ~FacetChoices() override;

    enum class Offer : std::uint8_t { All, WithinColumns };
    /// Begins anew; `taken` are left out.
    void setTable(const TablePtr& table, const std::vector<OperandName>& taken, Offer offer = Offer::All);
    void setSearch(const QString& text);
    /// Whether paths are still looked for.
    [[nodiscard]] bool isSearching() const { return job_.isActive(); }
    /// Why there are no paths; empty: they are there, or still looked for.
    [[nodiscard]] const QString& refusal() const { return refusal_; }
    [[nodiscard]] const OperandName& at(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    /// Qt::DisplayRole: how the filter language writes it. Qt::ToolTipRole, Qt::AccessibleDescriptionRole: what it is.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// Paths are not looked for any more.
    void searched();

private:
    struct Choice {
        OperandName name;
        QString text;
        QString kind; ///< in words
    };
    void add(const OperandName& name, const QString& kind);
    void list();
    void refuse();

    std::vector<OperandName> taken_;
    std::vector<Choice> choices_;
    QString search_;
    QString refusal_;
    std::vector<std::size_t> listed_; ///< indexes of choices_
    BackgroundJob job_{[this] { refuse(); }};
};

} // namespace idscope
