#pragma once

#include <QHash>
#include <QObject>

QT_BEGIN_NAMESPACE
class QSoundEffect;
QT_END_NAMESPACE

namespace packbench {

/// Plays the preloaded tones; lives in its own thread.
class TonePlayer : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void load();
    void play(const QString& tone, double volume);

Q_SIGNALS:
    void loaded(bool hasLoudspeaker);

private:
    QHash<QString, QSoundEffect*> m_tones;
};

} // namespace packbench
