#include "tests/gui/leaks.h"

#include "models/items/cellline.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QMetaProperty>
#include <QMimeData>
#include <QRegularExpression>
#include <QSet>
#include <QStringEncoder>

#include <algorithm>
#include <memory>
#include <utility>

namespace idscope::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 40;     ///< of trees
constexpr int most = 400;       ///< items, columns or children of one parent
constexpr int ownRoles = 400;   ///< beyond Qt::UserRole
constexpr int shortestCode = 8; ///< of Base64 worth a look

QString nameOf(const QObject& object) {
    return QString::fromLatin1(object.metaObject()->className());
}

/// What has been typed where nothing but dots is shown.
bool isPassword(const QObject& object, const QMetaProperty& property) {
    const auto* field = qobject_cast<const QLineEdit*>(&object);
    return field != nullptr && field->echoMode() != QLineEdit::Normal &&
           (property.name() == "text"_ba || property.name() == "selectedText"_ba);
}

/// The text that somebody who hears an item is given, and those of all below it.
template <class Visit>
void hear(QAccessibleInterface* item, int depth, const Visit& visit) {
    if (item == nullptr || !item->isValid() || depth > deepest) return;
    if (item->state().invisible && item->role() != QAccessible::MenuItem) return;
    for (const auto part : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
        visit(item->text(part));
    if (QAccessibleTextInterface* text = item->textInterface()) visit(text->text(0, text->characterCount()));
    for (int child = 0; child < std::min(most, item->childCount()); ++child)
        hear(item->child(child), depth + 1, visit);
}

template <class Visit>
void forEachRole(const Visit& visit) {
    for (int role = Qt::DisplayRole; role <= Qt::StatusTipPropertyRole; ++role)
        visit(role);
    for (int role = Qt::UserRole; role < Qt::UserRole + ownRoles; ++role)
        visit(role);
}

} // namespace

Leaks::Leaks(QByteArrayList secrets) : secrets_(std::move(secrets)) {
    const QByteArrayList utf8 = secrets_;
    for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE})
        for (const QByteArray& secret : utf8)
            secrets_ += QStringEncoder(encoding).encode(QString::fromUtf8(secret));
}

bool Leaks::areIn(const QByteArray& bytes) const {
    return std::ranges::any_of(secrets_, [&](const QByteArray& secret) { return bytes.contains(secret); });
}

void Leaks::note(const QString& place) {
    if (!found_.contains(place)) found_ += place;
}

QString Leaks::end() {
    return std::exchange(found_, {}).join(u'\n');
}

void Leaks::lookAt(const QString& text, const QString& place) {
    if (areIn(text.toUtf8())) note(place + u": "_s + text.left(200));
}

QString Leaks::shown() {
    QSet<const QAbstractItemModel*> models;
    for (const QWidget* widget : QApplication::allWidgets()) {
        lookAtProperties(*widget);
        for (const QObject* part : widget->findChildren<QObject*>(QString(), Qt::FindDirectChildrenOnly))
            if (!part->isWidgetType()) lookAtProperties(*part);
        if (const auto* view = qobject_cast<const QAbstractItemView*>(widget); view != nullptr && view->model())
            models += view->model();
    }
    for (const QAbstractItemModel* model : models)
        lookAtModel(*model);
    listen();
    return end();
}

void Leaks::lookAtProperties(const QObject& object) {
    const QMetaObject& meta = *object.metaObject();
    for (int i = 0; i < meta.propertyCount(); ++i) {
        const QMetaProperty property = meta.property(i);
        const int type = property.typeId();
        const bool isText = type == QMetaType::QString || type == QMetaType::QStringList;
        if (!isText || isPassword(object, property)) continue;
        lookAtValue(property.read(&object), nameOf(object) + u'.' + QString::fromLatin1(property.name()));
    }
}

void Leaks::lookAtValue(const QVariant& value, const QString& place) {
    if (value.metaType() == QMetaType::fromType<CellLinePtr>()) {
        if (const auto line = value.value<CellLinePtr>()) lookAt(line->text, place);
    } else if (value.typeId() == QMetaType::QVariantList || value.typeId() == QMetaType::QStringList) {
        for (const QVariant& each : value.toList())
            lookAtValue(each, place);
    } else if (value.canConvert<QString>()) {
        lookAt(value.toString(), place);
    }
}

void Leaks::lookAtModel(const QAbstractItemModel& model) {
    lookAtHeads(model);
    lookAtItems(model, {}, 0);
}

void Leaks::lookAtHeads(const QAbstractItemModel& model) {
    const std::pair<Qt::Orientation, int> heads[] = {{Qt::Horizontal, model.columnCount()},
                                                     {Qt::Vertical, model.rowCount()}};
    for (const auto& [orientation, count] : heads)
        for (int section = 0; section < std::min(most, count); ++section)
            forEachRole([&, orientation = orientation](int role) {
                lookAtValue(model.headerData(section, orientation, role), nameOf(model) + u" head"_s);
            });
}

void Leaks::lookAtItems(const QAbstractItemModel& model, const QModelIndex& parent, int depth) {
    if (depth > deepest) return;
    QModelIndexList items;
    for (int row = 0; row < std::min(most, model.rowCount(parent)); ++row)
        for (int column = 0; column < std::min(most, model.columnCount(parent)); ++column)
            items += model.index(row, column, parent);
    for (const QModelIndex& item : items) {
        forEachRole([&](int role) { lookAtValue(item.data(role), u"%1, role %2"_s.arg(nameOf(model)).arg(role)); });
        // One by one: a model made of several takes those of one at a time.
        const std::unique_ptr<QMimeData> dragged(model.mimeData({item}));
        lookAtMime(dragged.get(), nameOf(model) + u" dragged"_s);
        if (item.column() == 0) lookAtItems(model, item, depth + 1);
    }
}

void Leaks::lookAtMime(const QMimeData* data, const QString& place) {
    if (data == nullptr) return;
    for (const QString& format : data->formats())
        if (areIn(data->data(format))) note(place + u" as "_s + format);
}

void Leaks::listen() {
    for (QWidget* window : QApplication::topLevelWidgets())
        hear(QAccessible::queryAccessibleInterface(window), 0,
             [this](const QString& text) { lookAt(text, u"screen reader"_s); });
}

QString Leaks::onClipboard() {
    const QClipboard& clipboard = *QApplication::clipboard();
    lookAtMime(clipboard.mimeData(QClipboard::Clipboard), u"clipboard"_s);
    if (clipboard.supportsSelection()) lookAtMime(clipboard.mimeData(QClipboard::Selection), u"selection"_s);
    return end();
}

QString Leaks::in(const QStringList& files) {
    static const QRegularExpression base64(u"[A-Za-z0-9+/]{%1,}"_s.arg(shortestCode));
    for (const QString& path : files) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            note(path + u" can't be read"_s);
            continue;
        }
        const QByteArray bytes = file.readAll();
        bool found = areIn(bytes);
        for (const auto& code : base64.globalMatch(QString::fromLatin1(bytes)))
            found = found || areIn(QByteArray::fromBase64(code.captured().toLatin1()));
        if (found) note(path);
    }
    return end();
}

} // namespace idscope::test
