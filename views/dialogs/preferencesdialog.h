#pragma once

#include "views/style/theme.h"

#include <QDialog>
#include <QStringList>

#include <array>
#include <vector>

class QCheckBox;
class QRadioButton;

namespace idscope {

/// What people choose once for all.
struct Preferences {
    Theme theme = Theme::System;
    bool reopenTabs = true;   ///< those of the last run
    QStringList pictureHosts; ///< whose pictures are shown
};

/// Each choice holds at once, so there is nothing to confirm or to take back.
class PreferencesDialog final : public QDialog {
    Q_OBJECT
public:
    PreferencesDialog(const Preferences& preferences, QWidget* parent);

Q_SIGNALS:
    void chosen(const idscope::Preferences& preferences);
    /// How long snapshots are kept is asked for.
    void keepingRequested();

private:
    [[nodiscard]] Preferences preferences() const;

    std::array<std::pair<Theme, QRadioButton*>, 3> themes_;
    QCheckBox* reopen_;
    std::vector<QCheckBox*> hosts_; ///< in the order of the hosts
    QStringList pictureHosts_;      ///< as they were when it opened
};

} // namespace idscope
