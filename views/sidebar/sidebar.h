#pragma once

#include "views/sidebar/navigation.h"
#include "views/sidebar/snapshotmenu.h"
#include "views/sidebar/viewlist.h"

#include <QWidget>

#include <vector>

class QListView;
class QMenu;
class QPushButton;
class QTreeView;

namespace idscope {

class ProfileButton;
class ResourceModel;
class SnapshotModel;
class Strip;

/// A tenant one can work with.
struct ProfileLine {
    QString id;
    QString name;
    QString address; ///< host, or what stands for it
    bool current = false;
    bool own = true; ///< can be edited and removed
};

/// Whose data, which resources, and what has been fetched. Everything pressed is a signal.
class SideBar final : public QWidget {
    Q_OBJECT
public:
    explicit SideBar(QWidget* parent = nullptr);

    /// `offerSample`: the sample tenant is none of them, and can be opened.
    void showProfiles(const std::vector<ProfileLine>& profiles, bool offerSample);
    void showResources(std::vector<ResourceLine> lines);
    void showViews(std::vector<ViewLine> lines);
    [[nodiscard]] ViewList& views() const { return *views_; }
    void showSnapshots(std::vector<SnapshotLine> lines, const QDate& today);
    /// What is wrong with the library; empty when all is well.
    void showLibraryWarning(const QString& words);
    /// While transfers run the button cancels them all.
    void setBusy(bool busy);

Q_SIGNALS:
    void profileChosen(const QString& id);
    void profileEditRequested(const QString& id);
    void profileRemovalRequested(const QString& id);
    void connectRequested();
    void sampleRequested();
    void fetchAllRequested();
    void fetchRequested(const idscope::ExportTarget& target);
    void cancelAllRequested();
    void resourceActivated(const idscope::ExportTarget& target);
    void snapshotActivated(const QString& id);
    /// Several, to be opened as one table.
    void snapshotsActivated(const QStringList& ids);
    void snapshotActionRequested(const QString& id, idscope::SnapshotAction action);
    /// To see the library's folder.
    void folderRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillFetchMenu();
    void resourceMenu(const QModelIndex& index, const QPoint& place);
    void snapshotMenu(const QModelIndex& index, const QPoint& place);
    void buildWarning();
    void fitTree();
    void openSelected();
    [[nodiscard]] QStringList selectedSnapshots() const;
    bool isChevronsOwn(const QEvent& event);

    ProfileButton* profile_;
    QMenu* profileMenu_;
    QPushButton* fetch_;
    QMenu* fetchMenu_;
    QPushButton* cancel_;
    ResourceModel* resources_;
    QTreeView* tree_;
    QWidget* viewsTitle_;
    ViewList* views_;
    SnapshotModel* snapshots_;
    QListView* list_;
    QWidget* noSnapshots_;
    Strip* warning_;
    bool chevronPressed_ = false; ///< its release is not for the tree
};

} // namespace idscope
