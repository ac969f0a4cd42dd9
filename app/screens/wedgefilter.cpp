#include "screens/wedgefilter.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWindow>

namespace packbench {

namespace {
constexpr int kGraceMs = 5;
}

WedgeFilter::WedgeFilter(QObject* parent) : QObject(parent) {
    m_silence.setSingleShot(true);
    m_silence.setTimerType(Qt::PreciseTimer);
    connect(&m_silence, &QTimer::timeout, this, &WedgeFilter::fallSilent);
}

/// Acts on the window only: the same key is seen again by the focused item.
bool WedgeFilter::eventFilter(QObject* watched, QEvent* event) {
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    if (m_isReplaying || !isKey || !watched->isWindowType())
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        return press(static_cast<QWindow*>(watched), *static_cast<QKeyEvent*>(event));
    if (m_keys.isHolding())
        return true;
    const bool swallow = m_swallowsSuffixRelease;
    m_swallowsSuffixRelease = false;
    return swallow;
}

bool WedgeFilter::press(QWindow* window, const QKeyEvent& event) {
    // A replayed key must not overtake: what is held goes to the window it came from.
    if (m_window != window && m_keys.isHolding())
        replay();
    m_window = window;
    KeyStroke key;
    key.text = event.text();
    key.key = event.key();
    key.timestampMs = event.timestamp();
    key.autoRepeat = event.isAutoRepeat();
    key.control = event.modifiers().testFlag(Qt::ControlModifier);
    m_silence.stop();
    m_swallowsSuffixRelease = false;
    switch (m_keys.press(key)) {
    case KeyFate::Held:
        m_hasWaited = false;
        m_silence.start(KeyScanner::kGapMs);
        return true;
    case KeyFate::Passed: replay(); return false;
    case KeyFate::Scanned:
        m_swallowsSuffixRelease = true;
        replay();
        Q_EMIT scanned(m_keys.takeScan());
        return true;
    }
    return false;
}

/// After a busy spell the rest of a scan may still lie in the queue when the timer fires: one more
/// round of the event loop lets it in, and its own time decides.
void WedgeFilter::fallSilent() {
    if (m_hasWaited) {
        replay();
        return;
    }
    m_hasWaited = true;
    m_silence.start(kGraceMs);
}

/// Hands over what turned out to be typing, in order.
void WedgeFilter::replay() {
    const QList<KeyStroke> typed = m_keys.takeTyped();
    if (!m_window)
        return;
    m_isReplaying = true;
    for (const KeyStroke& key : typed) {
        const auto modifiers = key.control ? Qt::ControlModifier : Qt::NoModifier;
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key.key, modifiers, key.text, key.autoRepeat);
            event.setTimestamp(key.timestampMs);
            QCoreApplication::sendEvent(m_window, &event);
        }
    }
    m_isReplaying = false;
}

} // namespace packbench
