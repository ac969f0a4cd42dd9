#pragma once

#include "samples.h"
#include "screens/kiosk.h"
#include "scriptedbench.h"

#include <QQuickItem>
#include <QQuickWindow>

#include <memory>

namespace packbench {

/// The real kiosk over a scripted bench, with a clock that stands still.
class ShownKiosk {
public:
    explicit ShownKiosk(KioskOptions options = {});

    [[nodiscard]] QQuickWindow* window() const { return kiosk->window(); }
    [[nodiscard]] KioskModel& model() { return kiosk->model(); }
    /// The visible item of that name, nullptr when there is none.
    [[nodiscard]] QQuickItem* item(const QString& name) const;
    /// @throws std::runtime_error when there is nothing of that name to be touched.
    void tap(const QString& name);
    /// Lets asynchronous pictures and frames arrive, then what the window shows.
    [[nodiscard]] QImage picture();
    /// Every visible text item below an item.
    [[nodiscard]] static QList<QQuickItem*> texts(QQuickItem* below);
    [[nodiscard]] QStringList visibleTexts() const;
    [[nodiscard]] bool says(const QString& text) const;

    Instant now = samples::now();
    ScriptedBench bench;
    std::unique_ptr<Kiosk> kiosk;
};

} // namespace packbench
