#include "views/facets/facetssplitter.h"

#include "views/facets/facetspanel.h"
#include "views/style/metrics.h"

namespace idscope {

namespace {

constexpr int narrowestFacets = 160;
constexpr int widestFacets = 480;

} // namespace

FacetsSplitter::FacetsSplitter(FacetsPanel& facets, QWidget& rows, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent) {
    addWidget(&facets);
    addWidget(&rows);
    setChildrenCollapsible(false);
    setStretchFactor(1, 1);
    facets.setMinimumWidth(narrowestFacets);
    facets.setMaximumWidth(widestFacets);
    setSizes({metrics::facets, 1000}); // the rows take what is left
}

} // namespace idscope
