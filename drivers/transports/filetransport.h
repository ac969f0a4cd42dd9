#pragma once

#include "drivers/transport.h"

#include <functional>

namespace packbench {

/// Bytes through an open file of the system: a network connection or a serial port. "Taken" is what
/// the system has taken; `awaitArrival` counts what the other side has not acknowledged (network)
/// or what has not left the port yet (serial). What is given up never leaves: a connection is cut
/// off and takes no more, a serial port's queue is emptied.
class FileTransport : public Transport {
public:
    /// @param release closes what `file` belongs to; called once, at the end or when the connection
    /// is cut off.
    FileTransport(int file, std::function<void()> release);
    ~FileTransport() override;

    [[nodiscard]] Transfer write(const QByteArray& chunk, int milliseconds) override;
    [[nodiscard]] qint64 awaitArrival(int milliseconds) override;
    [[nodiscard]] QByteArray read(int milliseconds) override;
    [[nodiscard]] Hint hint() override;

private:
    enum class Wait { Ready, TimedOut, Gone };
    [[nodiscard]] Wait waitFor(short events, int milliseconds);
    [[nodiscard]] qint64 onTheWay();
    void giveUp();

    int m_file; ///< -1: cut off
    std::function<void()> m_release;
    bool m_isSocket;
    bool m_isGone = false;
    qint64 m_onTheWay = 0; ///< at most, as known last
};

} // namespace packbench
