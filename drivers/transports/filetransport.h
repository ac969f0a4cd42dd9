#pragma once

#include "drivers/transport.h"

#include <functional>

namespace packbench {

/// Bytes through an open file of the system: a network connection or a serial port. "Taken" is what
/// the system has taken; `awaitArrival` counts what the other side has not acknowledged (network)
/// or what has not left the port yet (serial).
class FileTransport : public Transport {
public:
    /// @param release closes what `file` belongs to; called once, at the end.
    FileTransport(int file, std::function<void()> release);
    ~FileTransport() override;

    [[nodiscard]] Transfer write(const QByteArray& chunk, int milliseconds) override;
    [[nodiscard]] qint64 awaitArrival(int milliseconds) override;
    [[nodiscard]] QByteArray read(int milliseconds) override;
    [[nodiscard]] Hint hint() override;

private:
    enum class Wait { Ready, TimedOut, Gone };
    [[nodiscard]] Wait waitFor(short events, int milliseconds);
    [[nodiscard]] qint64 onTheWay() const;

    int m_file;
    std::function<void()> m_release;
    bool m_isGone = false;
};

} // namespace packbench
