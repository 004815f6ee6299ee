#pragma once

#include <QFont>

class QApplication;

namespace idscope {

/// What a text is; sizes are offsets from the application's font.
enum class FontRole { Display, Title, Lead, Body, BodyBold, Small, SmallBold, Mono, MonoBold };

/// Noto Sans at the desktop's size, at least 9.75 pt; the desktop's own family where it is missing.
void setApplicationFont(QApplication& application);

/// The font of a role: of the application's family, or Hack (else the desktop's fixed font) for the Mono roles.
QFont fontFor(FontRole role);

} // namespace idscope
