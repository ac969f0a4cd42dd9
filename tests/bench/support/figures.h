#pragma once
#include <QString>
#include <chrono>
#include <functional>
#include <vector>

namespace packbench::figures {

// Measured durations in milliseconds, or any other numbers of one kind.
using Sample = std::vector<double>;

// The value below which the share lies: percentile(s, 0.99). Nearest rank, so always a measured
// value. The sample must not be empty.
[[nodiscard]] double percentile(Sample sample, double share);
[[nodiscard]] double median(Sample sample);

// Milliseconds that one call took, on the monotonic clock.
[[nodiscard]] double millisecondsOf(const std::function<void()>& work);
// The same for many calls, each given its number; the first ones only warm up.
[[nodiscard]] Sample repeat(int times, const std::function<void(int)>& work, int warmUp = 0);

// Resident memory of this process in MB, now and at its highest.
[[nodiscard]] double residentMegabytes();
[[nodiscard]] double highestResidentMegabytes();

// A table of figures, each beside its bound: printed with "ok" or "over" at the end of the line,
// which is what packbench.sh bench counts.
class Table {
public:
    explicit Table(QString title);

    // A figure with a bound it should not exceed.
    void atMost(const QString& name, double value, const char* unit, double bound);
    // A figure against a baseline of the same run, as a ratio that should not exceed the bound.
    void ratio(const QString& name, double value, double baseline, const char* unit, double bound);
    // A figure without a bound, told for the reader.
    void tell(const QString& name, double value, const char* unit);

    [[nodiscard]] int over() const { return m_over; }
    [[nodiscard]] QString text() const;
    // To standard output; answers main's exit code. A figure over its bound is no failure to run.
    [[nodiscard]] int print() const;

private:
    void row(const QString& name, const QString& value, const QString& bound, bool good);

    QString m_title;
    QString m_rows;
    int m_over = 0;
};

} // namespace packbench::figures
