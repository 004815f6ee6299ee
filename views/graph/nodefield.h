#pragma once

#include "models/items/graphsession.h"

#include <QWidget>

class QCompleter;
class QHBoxLayout;
class QLineEdit;
class QStandardItemModel;

namespace idscope {

/// Nodes that a question is about, each as a chip, and a field in which more are searched by name, key or BRN.
class NodeField final : public QWidget {
    Q_OBJECT
public:
    NodeField(GraphSession& session, const QString& name, QWidget* parent = nullptr);

    /// A node with its name.
    struct Chosen {
        NodeId node;
        QString name;
        QString type;
    };
    [[nodiscard]] std::vector<NodeId> nodes() const;
    [[nodiscard]] const std::vector<Chosen>& chosen() const { return chosen_; }
    void setChosen(std::vector<Chosen> chosen);
    [[nodiscard]] QLineEdit& edit() const { return *edit_; }

Q_SIGNALS:
    /// By people: a node came, or went.
    void edited();
    /// By people: a node came; after edited().
    void added();
    void accepted();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void rebuild();
    void add(const Chosen& node);
    void showHits(const QString& text, const std::vector<GraphSession::Hit>& hits, quint64 total);

    GraphSession& session_;
    QHBoxLayout* layout_;
    QLineEdit* edit_;
    QStandardItemModel* hits_;
    QCompleter* completer_;
    std::vector<Chosen> chosen_;
    std::vector<QWidget*> chips_;
    QString asked_;          ///< what is being searched
    bool takeFirst_ = false; ///< Enter came before the hits
};

} // namespace idscope
