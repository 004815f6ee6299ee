// Clicks about in the real page of a table: facets, checklists, the filter row, chips, values in the inspector, cells.
// For tests/reference/clicks.py.
//
//   clicks_driver SEED CLICKS TABLE...
//
// After every click that applies, one line: a JSON object of "table" (path), "how" (what was clicked), "where" (the
// expression in the filter bar) and "rows" (numbers from 0 of the rows shown, in their order).

#include "models/items/tablesession.h"
#include "models/schema/resources.h"
#include "views/facets/facetlist.h"
#include "views/facets/facetsection.h"
#include "views/facets/facetspanel.h"
#include "views/facets/histogramview.h"
#include "views/facets/valuespopup.h"
#include "views/filter/chip.h"
#include "views/filter/columnfilterfield.h"
#include "views/filter/filterbar.h"
#include "views/filter/filterrow.h"
#include "views/inspector/inspector.h"
#include "views/inspector/jsonview.h"
#include "views/inspector/leafactions.h"
#include "views/resourcepage/resourcepage.h"
#include "views/style/fonts.h"
#include "views/table/tableview.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QTest>

#include <cstdio>
#include <random>

using namespace idscope;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30'000;

class Clicker {
public:
    Clicker(const QString& path, unsigned seed) : path_(path), random_(seed), session_(resources()), page_(session_) {
        page_.resize(1400, 1000);
        page_.show();
        inspector_.show();
        page_.setInspector(&inspector_);
        session_.open({path});
    }
    ~Clicker() { page_.setInspector(nullptr); }

    [[nodiscard]] bool run(int clicks) {
        if (!settle() || session_.table() == nullptr) return false;
        for (int i = 0; i < clicks; ++i) {
            const QString before = session_.filter().text();
            const char* how = click();
            if (!settle()) return false;
            if (how != nullptr) tell(how);
            // Where nothing is left, nothing can be clicked.
            if (session_.filterStatus().shown == 0 || below(12) == 0) page_.filterBar().setText({});
            if (!settle()) return false;
        }
        return true;
    }

private:
    int below(int limit) { return std::uniform_int_distribution(0, limit - 1)(random_); }

    bool settle() {
        return QTest::qWaitFor(
            [this] {
                return !session_.isLoading() && !session_.filterStatus().evaluating &&
                       !page_.facets().board().isCounting();
            },
            patienceMs);
    }

    /// What was clicked; null: there was nothing to click.
    const char* click() {
        switch (below(7)) {
        case 0:
        case 1:
            return facet();
        case 2:
            return checklist();
        case 3:
            return filterRow();
        case 4:
            return chip();
        case 5:
            return leaf();
        default:
            return cell();
        }
    }

    int anyColumn() { return below(session_.model()->columnCount()); }

    /// Includes or excludes some value of a list, or brushes a histogram.
    const char* choose(FacetSection& section) {
        const FacetAnswerPtr& answer = section.facet().answer();
        if (!answer) return nullptr;
        if (answer->bars && section.histogram().isVisible()) {
            QTest::keyClick(&section.histogram(), below(2) == 0 ? Qt::Key_Up : Qt::Key_Down);
            for (int steps = 1 + below(8); steps > 0; --steps)
                QTest::keyClick(&section.histogram(), below(3) == 0 ? Qt::Key_Left : Qt::Key_Right);
            QTest::keyClick(&section.histogram(), Qt::Key_Return);
            return "histogram";
        }
        QAbstractItemModel& model = *section.list().model();
        if (model.rowCount() == 0) return nullptr;
        section.list().setCurrentIndex(model.index(below(model.rowCount()), 0));
        QTest::keyClick(&section.list(), below(3) == 0 ? Qt::Key_X : Qt::Key_Space);
        return "list";
    }

    const char* facet() {
        page_.openColumnFacet(anyColumn());
        if (!settle() || page_.facets().sections().empty()) return nullptr;
        const auto& sections = page_.facets().sections();
        return choose(*sections[static_cast<std::size_t>(below(static_cast<int>(sections.size())))]);
    }

    const char* checklist() {
        page_.filterRow().openValues(anyColumn());
        auto* popup = page_.findChild<ValuesPopup*>();
        if (popup == nullptr) return nullptr;
        const bool isKnown =
            QTest::qWaitFor([popup] { return popup->section().facet().answer() != nullptr; }, patienceMs);
        const bool chosen = isKnown && choose(popup->section()) != nullptr;
        delete popup;
        return chosen ? "checklist" : nullptr;
    }

    const char* filterRow() {
        const int column = anyColumn();
        page_.filterRow().focusColumn(column);
        ColumnFilterField* field = page_.filterRow().field(column);
        const int row = below(session_.model()->rowCount());
        const QString text = session_.model()->index(row, column).data(Qt::DisplayRole).toString().left(12);
        if (field == nullptr) return nullptr;
        const char* const signs[] = {"", "=", "!", "!=", ">", ">=", "<"};
        const int kind = below(9);
        const QString typed = kind == 7   ? u"empty"_s
                              : kind == 8 ? u"!empty"_s
                                          : QLatin1StringView(signs[static_cast<std::size_t>(kind)]) + text;
        field->setText(typed);
        Q_EMIT field->textEdited(typed);
        QTest::keyClick(field, Qt::Key_Return);
        return "filter row";
    }

    const char* chip() {
        const auto chips = page_.filterBar().findChildren<FilterChip*>();
        if (chips.isEmpty()) return nullptr;
        constexpr Qt::Key keys[] = {Qt::Key_Space, Qt::Key_Exclam, Qt::Key_Delete};
        QTest::keyClick(chips[below(static_cast<int>(chips.size()))], keys[below(3)]);
        return "chip";
    }

    bool goToAnyCell() {
        TableView& table = page_.table();
        if (session_.model()->rowCount() == 0) return false;
        table.setCurrentIndex(session_.model()->index(below(session_.model()->rowCount()), anyColumn()));
        return true;
    }

    const char* leaf() {
        if (!goToAnyCell()) return nullptr;
        QTest::qWait(20); // the cell is read elsewhere
        const QAbstractItemModel& tree = *inspector_.tree().model();
        QModelIndex value = tree.index(0, 0);
        while (tree.rowCount(value) > 0)
            value = tree.index(below(tree.rowCount(value)), 0, value);
        if (!value.isValid()) return nullptr;
        inspector_.tree().setCurrentIndex(value);
        const auto buttons = inspector_.actions().findChildren<QPushButton*>();
        QPushButton* button = buttons[below(2)]; // filter, exclude
        if (!button->isEnabled()) return nullptr;
        button->click();
        return "leaf";
    }

    const char* cell() {
        if (!goToAnyCell()) return nullptr;
        constexpr CellFilterUse uses[] = {CellFilterUse::Narrow, CellFilterUse::Exclude, CellFilterUse::Only,
                                          CellFilterUse::Widen};
        page_.filterByCells(uses[below(4)]);
        return "cell";
    }

    void tell(const char* how) {
        if (session_.filterStatus().error) return; // it is seen, and what holds is another text
        QJsonArray rows;
        for (int row = 0; row < session_.model()->rowCount(); ++row)
            rows.append(static_cast<qint64>(session_.model()->row(session_.model()->index(row, 0)).value));
        const QJsonObject line{{u"table"_s, path_},
                               {u"how"_s, QLatin1StringView(how)},
                               {u"where"_s, page_.filterBar().text()},
                               {u"rows"_s, rows}};
        std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    }

    QString path_;
    std::mt19937 random_;
    TableSession session_;
    Inspector inspector_;
    ResourcePage page_;
};

} // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    if (argc < 4) return EXIT_FAILURE;
    setApplicationFont(*qApp);
    for (int i = 3; i < argc; ++i) {
        Clicker clicker(QString::fromLocal8Bit(argv[i]), static_cast<unsigned>(std::atoi(argv[1]) + i));
        if (!clicker.run(std::atoi(argv[2]))) {
            std::fprintf(stderr, "%s does not settle\n", argv[i]);
            return EXIT_FAILURE;
        }
    }
    return EXIT_SUCCESS;
}
