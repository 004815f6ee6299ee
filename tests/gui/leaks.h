#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

class QAbstractItemModel;
class QMimeData;
class QModelIndex;
class QObject;
class QVariant;

namespace idscope::test {

/// Looks for secrets wherever a program shows, says or leaves something. Every search tells the places where one was
/// found, one a line; empty: there is none.
class Leaks {
public:
    explicit Leaks(QByteArrayList secrets);

    /// In every window that is there: each string property of each object (texts, titles, tooltips, names…), every role
    /// of every item of every view, what a drag of it would carry, and what a screen reader is told.
    [[nodiscard]] QString shown();
    /// In every format of the clipboard and of the selection.
    [[nodiscard]] QString onClipboard();
    /// In the bytes of files, also where these hold UTF-16, or Base64 of either.
    [[nodiscard]] QString in(const QStringList& files);

    [[nodiscard]] bool areIn(const QByteArray& bytes) const;

private:
    void lookAt(const QString& text, const QString& place);
    void lookAtProperties(const QObject& object);
    void lookAtModel(const QAbstractItemModel& model);
    void lookAtItems(const QAbstractItemModel& model, const QModelIndex& parent, int depth);
    void lookAtHeads(const QAbstractItemModel& model);
    void lookAtMime(const QMimeData* data, const QString& place);
    void lookAtValue(const QVariant& value, const QString& place);
    void listen();
    void note(const QString& place);
    [[nodiscard]] QString end();

    QList<QByteArray> secrets_; ///< in every encoding
    QStringList found_;
};

} // namespace idscope::test
