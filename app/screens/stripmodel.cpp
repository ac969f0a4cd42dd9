#include "screens/stripmodel.h"

#include "screens/shownwords.h"

namespace packbench {

static_assert(int(StripModel::Absent) == int(Lamp::Absent));

StripModel::StripModel(const QTimeZone& zone) : m_zone(zone) {}

void StripModel::show(const ShownStrip& strip) {
    if (m_strip == strip)
        return;
    m_strip = strip;
    Q_EMIT stripChanged();
    countDown();
}

void StripModel::tick(Instant now) {
    m_now = now;
    const QString clock = clockTime(now, m_zone);
    if (clock != m_clockText) {
        m_clockText = clock;
        Q_EMIT clockChanged();
    }
    countDown();
}

/// The earlier of the next wave and the earliest limit; a limit that has passed stays on top.
void StripModel::countDown() {
    const auto limit = m_strip.nextLimitAt;
    const auto wave = m_strip.nextWaveAt;
    Next next = Nothing;
    QString text;
    bool isOver = false;
    if (limit || wave) {
        next = limit && (!wave || *limit < *wave) ? Limit : Wave;
        const qint64 left = (next == Limit ? *limit : *wave).msUtc - m_now.msUtc;
        text = countdown(left);
        isOver = left < 0;
    }
    if (next == m_next && text == m_nextLimitText && isOver == m_isOver)
        return;
    m_next = next;
    m_nextLimitText = text;
    m_isOver = isOver;
    Q_EMIT countdownChanged();
}

QString StripModel::waveText() const {
    return m_strip.nextWaveAt ? clockTime(*m_strip.nextWaveAt, m_zone) : QString();
}

double StripModel::waveDone() const {
    const int total = m_strip.waveTotal;
    return total > 0 ? double(total - m_strip.waveLeft) / total : 0;
}

} // namespace packbench
