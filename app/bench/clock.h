#pragma once

#include "shipping/instant.h"

namespace packbench {

/// The only reader of the clock. Wall time stamps records, monotonic time measures gaps.
class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    [[nodiscard]] virtual qint64 monotonicMs() const = 0;
};

class SystemClock : public Clock {
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] qint64 monotonicMs() const override;
};

/// A clock that stands still until it is told to move: simulated shifts and tests.
class SteeredClock : public Clock {
public:
    explicit SteeredClock(Instant start) : m_now(start) {}
    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] qint64 monotonicMs() const override { return m_monotonicMs; }
    void setNow(Instant now) { m_now = now; }
    void advanceMs(qint64 ms) {
        m_now = m_now.plusMs(ms);
        m_monotonicMs += ms;
    }
    void advanceMonotonicMs(qint64 ms) { m_monotonicMs += ms; }

private:
    Instant m_now;
    qint64 m_monotonicMs = 0;
};

} // namespace packbench
