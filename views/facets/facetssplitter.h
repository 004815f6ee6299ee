#pragma once

#include <QSplitter>

namespace idscope {

class FacetsPanel;

/// The facets, and at their side the rows they are about.
class FacetsSplitter final : public QSplitter {
    Q_OBJECT
public:
    FacetsSplitter(FacetsPanel& facets, QWidget& rows, QWidget* parent);
};

} // namespace idscope
