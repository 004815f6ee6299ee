#pragma once

#include <QImage>
#include <QObject>
#include <QString>

namespace idscope {

/// Where cells that hold the address of a picture get that from. Nothing is asked of a host that people have not
/// allowed. GUI thread.
class CellPictures : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Null: none, none yet, or its host is not allowed. Of an allowed one it is asked for, once.
    [[nodiscard]] virtual const QImage* picture(const QString& url) = 0;
    /// The host of an address that pictures could be had from; empty: none may.
    [[nodiscard]] virtual QString hostOf(const QString& url) const = 0;
    [[nodiscard]] virtual bool isAllowed(const QString& host) const = 0;

Q_SIGNALS:
    /// There is another picture than before, or none any more.
    void changed();
    /// The pictures of a host are wanted; or not any more.
    void wanted(const QString& host);
    void unwanted(const QString& host);
};

} // namespace idscope
