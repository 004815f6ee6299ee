#pragma once

#include "tests/gui/relationscsv.h"
#include "tests/gui/rig.h"
#include "views/graph/graphpage.h"
#include "views/graph/graphview.h"
#include "views/mainwindow/mainwindow.h"

#include <QAction>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <functional>
#include <optional>

namespace idscope::test {

/// Ada is in a team, which is in a crew, which has a vault; a hub with 500 members; three groups in a circle.
inline QByteArray village() {
    QByteArray csv = header;
    csv += relation(brn("identity", "ada"), brn("connection", "team"));
    csv += relation(brn("connection", "team"), brn("connection", "crew"));
    csv += relation(brn("connection", "crew"), brn("resource", "vault"), "admin");
    csv += relation(brn("identity", "ada"), brn("connection", "hub"));
    for (int i = 0; i < 500; ++i)
        csv += relation(brn("identity", "person" + QByteArray::number(i)), brn("connection", "hub"));
    for (int i = 0; i < 40; ++i)
        csv += relation(brn("connection", "hub"), brn("resource", "page" + QByteArray::number(i)), "viewer");
    csv += relation(brn("connection", "red"), brn("connection", "green"));
    csv += relation(brn("connection", "green"), brn("connection", "blue"));
    csv += relation(brn("connection", "blue"), brn("connection", "red"));
    return csv;
}

/// The graph of a village in the window.
class GraphTest : public QObject {
protected:
    Rig rig_;
    GraphPage* page_ = nullptr;

    GraphView& view() { return page_->view(); }
    const Picture& picture() { return view().drawing()->picture; }
    bool answered() {
        return QTest::qWaitFor(
            [this] { return !page_->session().isAsking() && page_->session().drawing() != nullptr; });
    }
    std::optional<std::uint32_t> find(const QString& title) {
        for (std::uint32_t i = 0; i < view().drawing()->nodes.size(); ++i)
            if (view().drawing()->nodes[i].title == title) return i;
        return std::nullopt;
    }
    void search(QLineEdit& edit, const QString& text) {
        edit.setFocus();
        QTest::keyClicks(&edit, text);
        QTest::keyClick(&edit, Qt::Key_Return);
    }
    bool changed(const std::function<void()>& act) {
        QSignalSpy drawn(&page_->session(), &GraphSession::drawn);
        act();
        return drawn.count() > 0 || drawn.wait();
    }

    bool open() {
        using namespace Qt::StringLiterals;
        rig_.desk->openFiles({rig_.write(u"relations.csv"_s, village())});
        if (!QTest::qWaitFor([this] { return rig_.page() != nullptr && rig_.waitForLoad(*rig_.page()); })) return false;
        rig_.action(u"Open the graph"_s).trigger();
        return QTest::qWaitFor(
            [this] { return (page_ = qobject_cast<GraphPage*>(rig_.desk->window().currentPage())) != nullptr; });
    }
    void close() {
        while (rig_.desk->window().hasPages())
            rig_.desk->window().closePage(rig_.desk->window().currentPage());
        page_ = nullptr;
    }
};

} // namespace idscope::test
