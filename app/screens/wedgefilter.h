#pragma once

#include "bench/keyscanner.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QKeyEvent;
class QWindow;
QT_END_NAMESPACE

namespace packbench {

/// Listens to every key the window gets: a scanner's burst becomes one scan and reaches no field
/// and no button, a person's typing goes where it was meant to.
class WedgeFilter : public QObject {
    Q_OBJECT
public:
    explicit WedgeFilter(QObject* parent = nullptr);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void scanned(const QString& text);

private:
    [[nodiscard]] bool press(QWindow* window, const QKeyEvent& event);
    void fallSilent();
    void replay();

    KeyScanner m_keys;
    QTimer m_silence;
    QPointer<QWindow> m_window;
    bool m_hasWaited = false;
    bool m_isReplaying = false;
    bool m_swallowsSuffixRelease = false;
};

} // namespace packbench
