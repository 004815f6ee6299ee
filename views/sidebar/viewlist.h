#pragma once

#include <QListView>

#include <vector>

class QStandardItemModel;

namespace idscope {

/// A saved view as the side bar lists it.
struct ViewLine {
    QString id;
    QString name;
    QString resource;     ///< for people
    bool current = false; ///< the table in front is looked at through it
    friend bool operator==(const ViewLine&, const ViewLine&) = default;
};

/// What can be done with a saved view.
enum class ViewAction : std::uint8_t { Open, Rename, Export, Remove };

/// The saved views, each a line: Enter or a click opens it, F2 renames, Delete removes. As high as its lines, up to a
/// few.
class ViewList final : public QListView {
    Q_OBJECT
public:
    explicit ViewList(QWidget* parent = nullptr);

    void setLines(std::vector<ViewLine> lines);

Q_SIGNALS:
    void actionRequested(const QString& id, idscope::ViewAction action);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();
    void openMenu(const QModelIndex& index, const QPoint& place);

    QStandardItemModel* model_;
    std::vector<ViewLine> lines_;
};

} // namespace idscope
