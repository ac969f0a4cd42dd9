#pragma once

#include "drivers/stopwatch.h"
#include "drivers/transport.h"

#include <QList>

#include <algorithm>
#include <functional>
#include <memory>

namespace packbench::test {

/// What a scripted device does and what happened to it; shared by the test and the transport.
struct FakeDevice {
    qint64 now = 0; ///< milliseconds; only waiting moves it
    QByteArray received;
    qint64 room = -1;            ///< bytes it takes before it is full; -1: any
    qint64 mostAtOnce = 1 << 30; ///< bytes it takes per call
    qint64 goneAt = -1;          ///< gone once so many bytes were received
    bool goneShowsAtSubmit = true;
    QList<qint64> stallsAt; ///< halts once when this many bytes were received
    bool refuses = false;
    bool twoWay = true;
    Transport::Hint hint = Transport::Hint::Nothing;
    QList<QByteArray> packets; ///< what it says, a packet each reading; empty packet = silence
    std::function<void(FakeDevice&)> onWrite;
    int writes = 0;
    QList<qsizetype> chunkSizes;

    [[nodiscard]] Stopwatch stopwatch() {
        return [this] { return now; };
    }
};

class FakeTransport : public Transport {
public:
    explicit FakeTransport(FakeDevice& device) : m_device(device) {}

    [[nodiscard]] Transfer write(const QByteArray& chunk, int milliseconds) override {
        ++m_device.writes;
        m_device.chunkSizes.append(chunk.size());
        if (m_device.onWrite)
            m_device.onWrite(m_device);
        if (m_device.refuses)
            return {Transfer::End::Refused, 0, false};
        if (isGone())
            return {Transfer::End::Gone, 0, !m_device.goneShowsAtSubmit};
        return take(chunk, milliseconds);
    }

    [[nodiscard]] QByteArray read(int milliseconds) override {
        if (!m_device.packets.isEmpty() && !m_device.packets.first().isEmpty())
            return m_device.packets.takeFirst();
        if (!m_device.packets.isEmpty())
            m_device.packets.removeFirst();
        m_device.now += milliseconds;
        return {};
    }
    [[nodiscard]] bool isTwoWay() const override { return m_device.twoWay; }
    [[nodiscard]] Hint hint() override { return m_device.hint; }

private:
    [[nodiscard]] bool isGone() const {
        return m_device.goneAt >= 0 && m_device.received.size() >= m_device.goneAt;
    }
    [[nodiscard]] qint64 until(qint64 limit, qint64 wanted) const {
        return limit < 0 ? wanted : std::clamp(limit - m_device.received.size(), qint64(0), wanted);
    }

    [[nodiscard]] Transfer take(const QByteArray& chunk, int milliseconds) {
        qint64 count = std::min(until(m_device.room, chunk.size()), m_device.mostAtOnce);
        count = until(m_device.goneAt, count);
        if (!m_device.stallsAt.isEmpty())
            count = until(m_device.stallsAt.first(), count);
        m_device.received += chunk.left(count);
        if (!m_device.stallsAt.isEmpty() && m_device.received.size() >= m_device.stallsAt.first()) {
            m_device.stallsAt.removeFirst();
            return {Transfer::End::Stalled, count};
        }
        if (count == chunk.size())
            return {Transfer::End::Complete, count};
        if (isGone())
            return {Transfer::End::Gone, count};
        m_device.now += milliseconds;
        return {Transfer::End::Timeout, count};
    }

    FakeDevice& m_device;
};

} // namespace packbench::test
