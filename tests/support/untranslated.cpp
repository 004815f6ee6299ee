#include "tests/support/untranslated.h"

#include "tests/support/pseudotranslator.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QTabBar>
#include <QWidget>

#include <utility>

namespace idscope::test {

using namespace Qt::StringLiterals;

namespace {

/// Whether letters stand outside the brackets of the pseudo-locale, which may be nested.
bool hasPlainWords(const QString& text) {
    int depth = 0;
    for (const auto character : text) {
        if (character == PseudoTranslator::opening)
            ++depth;
        else if (character == PseudoTranslator::closing)
            --depth;
        else if (depth == 0 && character.isLetter())
            return true;
    }
    return depth != 0;
}

/// What is typed into a field is the user's.
bool isField(const QObject& object) {
    return qobject_cast<const QLineEdit*>(&object) || qobject_cast<const QAbstractSpinBox*>(&object);
}

class Search {
public:
    explicit Search(const QRegularExpression& data) : data_(data) {}

    void lookAt(const QObject& object, const char* kind, const QString& text) {
        if (!hasPlainWords(text) || data_.match(text).hasMatch()) return;
        const auto line = u"%1 “%2” %3: %4"_s.arg(QString::fromLatin1(object.metaObject()->className()),
                                                  object.objectName(), QString::fromLatin1(kind), text);
        if (!found_.contains(line)) found_ += line;
    }

    void lookAtProperties(const QObject& object) {
        if (!isField(object)) lookAt(object, "text", object.property("text").toString());
        for (const char* name : {"title", "windowTitle", "toolTip", "statusTip", "whatsThis", "placeholderText",
                                 "accessibleName", "accessibleDescription", "iconText"})
            lookAt(object, name, object.property(name).toString());
    }

    void lookAtParts(const QObject& object) {
        if (const auto* const tabs = qobject_cast<const QTabBar*>(&object)) {
            for (int i = 0; i < tabs->count(); ++i) {
                lookAt(object, "tab", tabs->tabText(i));
                lookAt(object, "tab tool tip", tabs->tabToolTip(i));
            }
        } else if (const auto* const box = qobject_cast<const QComboBox*>(&object)) {
            for (int i = 0; i < box->count(); ++i)
                lookAt(object, "item", box->itemText(i));
        } else if (const auto* const header = qobject_cast<const QHeaderView*>(&object); header && header->model()) {
            for (int i = 0; header->orientation() == Qt::Horizontal && i < header->count(); ++i)
                lookAt(object, "section", header->model()->headerData(i, Qt::Horizontal).toString());
        }
    }

    [[nodiscard]] QStringList found() const { return found_; }

private:
    QRegularExpression data_;
    QStringList found_;
};

} // namespace

QStringList untranslatedTexts(const QWidget& window, const QRegularExpression& data) {
    Search search(QRegularExpression(QRegularExpression::anchoredPattern(data.pattern()), data.patternOptions()));
    auto objects = window.findChildren<QObject*>();
    objects.prepend(const_cast<QWidget*>(&window)); // only read
    for (const auto* const object : std::as_const(objects)) {
        // Qt's own helpers (the buttons of a line edit, the corner of a scroll area) tell nothing.
        if (!object->objectName().startsWith("qt_"_L1) &&
            (object->isWidgetType() || qobject_cast<const QAction*>(object)))
            search.lookAtProperties(*object);
        search.lookAtParts(*object);
    }
    return search.found();
}

} // namespace idscope::test
