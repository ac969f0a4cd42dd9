#include "drivers/stopwatch.h"

#include <chrono>

namespace packbench {

Stopwatch steadyStopwatch() {
    return [] {
        using namespace std::chrono;
        return qint64(duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count());
    };
}

} // namespace packbench
