#include "bench/clockwatch.h"

#include "ledger/ledger.h"

#include <cstdlib>
#include <utility>

namespace packbench {

namespace {

/// Time servers correct by less; other benches of the same ledger differ by less.
constexpr qint64 kSlackMs = 5000;
/// A clock that is slewed runs at most this much faster or slower: one part in a thousand.
constexpr qint64 kSlewPart = 1000;

} // namespace

ClockWatch::ClockWatch(Ledger& ledger, const Clock& clock)
    : m_ledger(ledger)
    , m_clock(clock)
    , m_isSteered(ledger.settings().value(QStringLiteral("ledger.simulation"), {}) ==
                  QLatin1String("yes")) {}

std::optional<ClockStep> ClockWatch::stepNow() {
    const Reading now{m_clock.now(), m_clock.monotonicMs()};
    const auto last = std::exchange(m_last, now);
    if (!last)
        return std::nullopt;
    const qint64 passed = now.monotonicMs - last->monotonicMs;
    const Instant expected = last->wall.plusMs(passed);
    const qint64 off = std::llabs(now.wall.msUtc - expected.msUtc);
    if (off <= kSlackMs + passed / kSlewPart)
        return std::nullopt;
    return ClockStep{expected, now.wall};
}

void ClockWatch::look(const QString& bench, const QString& badge) {
    if (m_isSteered)
        return;
    const bool isFirst = !m_last.has_value();
    const auto step = stepNow();
    if (step) {
        m_ledger.clock().add({ClockEvent::Kind::Step, step->read, step->expected, bench, badge});
        m_untold = step;
    }
    if (!isFirst && !(step && step->read < step->expected))
        return;
    // After a start and after a step back: what the records say of this clock.
    if (const auto wrong = behind())
        m_ledger.clock().add({ClockEvent::Kind::Behind, wrong->read, wrong->newest, bench, badge});
}

std::optional<ClockBehind> ClockWatch::behind() {
    if (m_isSteered)
        return std::nullopt;
    auto newest = m_ledger.clock().newestRecord();
    if (!newest)
        return std::nullopt;
    const auto confirmed = m_ledger.clock().lastConfirmed();
    if (confirmed && *newest <= confirmed->expectedAt)
        newest = confirmed->at;
    const Instant now = m_clock.now();
    if (now.plusMs(kSlackMs) >= *newest)
        return std::nullopt;
    return ClockBehind{now, *newest};
}

bool ClockWatch::confirm(const QString& bench, const QString& badge) {
    if (!behind())
        return false;
    // The newest record itself, past whatever was confirmed before.
    const auto newest = m_ledger.clock().newestRecord();
    m_ledger.clock().add({ClockEvent::Kind::Confirmed, m_clock.now(), *newest, bench, badge});
    return true;
}

std::optional<ClockStep> ClockWatch::takeStep() {
    return std::exchange(m_untold, std::nullopt);
}

} // namespace packbench
