#pragma once

#include <QWidget>

class QPushButton;

namespace idscope {

class PlainLabel;
struct PageFacts;

/// The facts about what is in front: how many rows, in which order, from where.
class StatusLine final : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);

    void show(const PageFacts& facts);
    /// How far the transfers are; empty: none is under way.
    void showTransfers(const QString& progress);
    /// A sentence beside the facts, for a few seconds; `detail` in its tooltip.
    void say(const QString& sentence, const QString& detail = {});
    /// The same of something done with what is in front: no longer than until endConfirmation().
    void confirm(const QString& sentence, const QString& detail);
    void endConfirmation();

Q_SIGNALS:
    /// What was noticed about the table in front is to be shown.
    void noticesRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PlainLabel* shown_;
    PlainLabel* sorted_;
    PlainLabel* selected_;
    PlainLabel* said_;
    QPushButton* notices_;
    PlainLabel* alarm_;
    PlainLabel* hidden_;
    PlainLabel* transfers_;
    PlainLabel* source_;
    int saying_ = 0; ///< sentences whose time is not over
    bool confirms_ = false;
};

} // namespace idscope
