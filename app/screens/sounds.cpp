#include "screens/sounds.h"

#include "screens/toneplayer.h"

#include <QAudioDevice>
#include <QMediaDevices>
#include <QSoundEffect>
#include <QUrl>

namespace packbench {

namespace {

constexpr int kRepeatMs = 3000;
constexpr double kLoud = 0.9;
constexpr double kSoft = 0.35;

const QStringList kTones{
    QStringLiteral("accepted"), QStringLiteral("done"), QStringLiteral("turn"),
    QStringLiteral("wrong"),    QStringLiteral("many"), QStringLiteral("unknown"),
    QStringLiteral("stop"),     QStringLiteral("look"), QStringLiteral("wait")};

} // namespace

void TonePlayer::load() {
    const bool hasLoudspeaker = !QMediaDevices::defaultAudioOutput().isNull();
    for (const QString& tone : kTones) {
        if (!hasLoudspeaker)
            break;
        auto* effect = new QSoundEffect(this);
        effect->setSource(QUrl(QStringLiteral("qrc:/tones/%1.wav").arg(tone)));
        m_tones.insert(tone, effect);
    }
    Q_EMIT loaded(hasLoudspeaker);
}

/// A new verdict cuts off the tone of the one before.
void TonePlayer::play(const QString& tone, double volume) {
    for (QSoundEffect* effect : std::as_const(m_tones)) {
        if (effect->isPlaying())
            effect->stop();
    }
    if (QSoundEffect* effect = m_tones.value(tone)) {
        effect->setVolume(float(volume));
        effect->play();
    }
}

QString toneOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::None: return {};
    case Verdict::Accepted: return kTones.at(0);
    case Verdict::Done: return kTones.at(1);
    case Verdict::YourTurn: return kTones.at(2);
    case Verdict::Wrong: return kTones.at(3);
    case Verdict::TooMany: return kTones.at(4);
    case Verdict::Unknown: return kTones.at(5);
    case Verdict::Stop: return kTones.at(6);
    case Verdict::Look: return kTones.at(7);
    case Verdict::Wait: return kTones.at(8);
    }
    return {};
}

Sounds::Sounds(bool silent) : m_silent(silent) {
    m_again.setInterval(kRepeatMs);
    connect(&m_again, &QTimer::timeout, this, [this] { play(m_standing, true); });
    if (m_silent)
        return;
    m_player = new TonePlayer;
    m_player->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_player, &QObject::deleteLater);
    connect(&m_thread, &QThread::started, m_player, &TonePlayer::load);
    connect(m_player, &TonePlayer::loaded, this, [this](bool hasLoudspeaker) {
        m_state = hasLoudspeaker ? QStringLiteral("ready") : QStringLiteral("no-sound");
        Q_EMIT stateChanged(m_state);
    });
    m_thread.setObjectName(QStringLiteral("sound"));
    m_thread.start();
}

Sounds::~Sounds() {
    m_thread.quit();
    m_thread.wait();
}

void Sounds::tell(Verdict verdict, bool stands) {
    m_again.stop();
    m_standing = stands ? toneOf(verdict) : QString();
    if (verdict == Verdict::None)
        return;
    play(toneOf(verdict), false);
    if (stands)
        m_again.start();
}

void Sounds::play(const QString& tone, bool softly) {
    Q_EMIT played(tone, softly);
    if (m_player) {
        const double volume = softly ? kSoft : kLoud;
        QMetaObject::invokeMethod(
            m_player, [player = m_player, tone, volume] { player->play(tone, volume); });
    }
}

} // namespace packbench
