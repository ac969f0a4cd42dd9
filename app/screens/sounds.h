#pragma once

#include "bench/snapshot.h"

#include <QObject>
#include <QThread>
#include <QTimer>

namespace packbench {

class TonePlayer;

/// What the ears are told: one tone per verdict, distinct in pitch and rhythm. A refusal repeats
/// softly until it is acknowledged. Tones are loaded beforehand and play off the GUI thread; where
/// there is no loudspeaker the bench works on in silence and says so.
class Sounds : public QObject {
    Q_OBJECT
public:
    explicit Sounds(bool silent);
    ~Sounds() override;
    Sounds(const Sounds&) = delete;
    Sounds& operator=(const Sounds&) = delete;

    void tell(Verdict verdict, bool stands);
    void test() { tell(Verdict::Done, false); }
    [[nodiscard]] QString state() const { return m_state; }

Q_SIGNALS:
    void stateChanged(const QString& state);
    void played(const QString& tone, bool softly); ///< also when silent

private:
    void play(const QString& tone, bool softly);

    bool m_silent;
    QString m_state = QStringLiteral("silent");
    QString m_standing;
    QTimer m_again;
    QThread m_thread;
    TonePlayer* m_player = nullptr; ///< lives in m_thread, deleted when it ends
};

/// The tone of a verdict, empty = none: "accepted", "done", "turn", "wrong", "many", "unknown",
/// "stop", "look", "wait".
[[nodiscard]] QString toneOf(Verdict verdict);

} // namespace packbench
