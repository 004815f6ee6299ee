#pragma once

#include <QWidget>

class QPushButton;

namespace idscope {

class PlainLabel;

/// Stands where tables will: what to do next.
class EmptyWorkspace final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyWorkspace(QWidget* parent);

    /// Nothing was fetched of this tenant yet; empty: there is something to be opened.
    void offerFetch(const QString& tenant);
    /// This one export was not fetched yet.
    void offerFetchOf(const QString& table);
    /// Says that a table is on its way.
    void expect(const QString& table);

Q_SIGNALS:
    void fetchRequested();

private:
    void setFetchShown(bool shown);

    PlainLabel* words_;
    QPushButton* fetch_;
};

} // namespace idscope
