#pragma once

#include "screens/kioskmodel.h"
#include "screens/sounds.h"
#include "screens/wedgefilter.h"

#include <QQmlApplicationEngine>
#include <QTimer>
#include <QTranslator>

QT_BEGIN_NAMESPACE
class QQuickWindow;
QT_END_NAMESPACE

namespace packbench {

/// To be called before QGuiApplication is made: the software renderer, frames without a wait.
/// What the environment already says stays.
void prepareRenderer();

/// The kiosk: window, pages, scanner listening, sounds. Give it a bench and run the event loop.
class Kiosk : public QObject {
    Q_OBJECT
public:
    Kiosk(BenchPort& bench, std::function<Instant()> now, const KioskOptions& options);
    ~Kiosk() override;
    Kiosk(const Kiosk&) = delete;
    Kiosk& operator=(const Kiosk&) = delete;

    [[nodiscard]] QQuickWindow* window() const { return m_window; }
    [[nodiscard]] KioskModel& model() { return m_model; }
    [[nodiscard]] Sounds& sounds() { return m_sounds; }
    [[nodiscard]] QStringList warnings() const { return m_warnings; }
    /// What is wrong with the screens on this computer, one sentence each; empty = nothing.
    [[nodiscard]] QStringList selfTest() const;

private:
    void speak();
    void load(const KioskOptions& options);

    LabelShelf m_labels; ///< outlives the engine, whose picture providers read it
    KioskModel m_model;
    Sounds m_sounds;
    WedgeFilter m_wedge;
    QTranslator m_chinese;
    QTranslator m_english; ///< plural forms only
    QTimer m_second;
    QStringList m_warnings;
    QQmlApplicationEngine m_engine;
    QQuickWindow* m_window = nullptr; ///< owned by the engine
};

} // namespace packbench
