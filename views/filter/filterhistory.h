#pragma once

#include <QString>
#include <QStringList>

namespace idscope {

/// The filters that have applied, as long as the page is there: they may hold data, so no file keeps them.
class FilterHistory {
public:
    static constexpr qsizetype most = 50;

    /// A filter that applies; the newest comes first, each once.
    void add(const QString& text);
    [[nodiscard]] const QStringList& entries() const { return entries_; }

    /// The entry before the one shown last, or after it; what was typed comes after the newest. Nothing: there is none.
    QString older(const QString& current);
    QString newer(const QString& current);

private:
    QStringList entries_;
    QString typed_;
    qsizetype shown_ = -1; ///< -1: what was typed
};

} // namespace idscope
