#pragma once

#include "views/parts/page.h"

namespace idscope {

class EmptyWorkspace;

/// Stands in a tab for an export that was not fetched yet, and offers that.
class UnfetchedPage final : public Page {
    Q_OBJECT
public:
    explicit UnfetchedPage(QString title, QWidget* parent = nullptr);

    /// Whether it is being fetched.
    void setUnderWay(bool underWay);
    [[nodiscard]] PageFacts facts() const override;

Q_SIGNALS:
    void fetchRequested();

private:
    QString title_;
    EmptyWorkspace* offer_;
};

} // namespace idscope
