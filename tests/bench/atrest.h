#pragma once

#include "tests/gui/rig.h"
#include "views/facets/facetspanel.h"

#include <QTest>

namespace idscope::bench {

/// What lists and panels do a moment after an event belongs to it.
inline constexpr int restMs = 300;

/// Until the window is shown and active, and has nothing left to do.
inline void comeToRest(const test::Rig& rig) {
    MainWindow& window = rig.desk->window();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window)) qFatal("The window does not become active.");
    QTest::qWait(restMs);
}

/// Whether a page shows all that it will, unless something else is asked of it.
inline bool isAtRest(const ResourcePage& page) {
    TableSession& session = page.session();
    const bool isCounting = session.matches().looksForText() && !session.matches().count();
    return session.table() != nullptr && !session.isLoading() && !session.filterStatus().evaluating && !isCounting &&
           !page.facets().board().isCounting();
}

} // namespace idscope::bench
