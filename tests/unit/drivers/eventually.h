#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>

namespace packbench::test {

/// Runs the event loop until it is so; false when that has not come true in half a minute.
template <class Condition>
[[nodiscard]] bool eventually(Condition isSo) {
    const QDeadlineTimer deadline(30'000);
    while (!isSo() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 10);
    return isSo();
}

} // namespace packbench::test
