#include "support/figures.h"

#include <QByteArray>
#include <QFile>
#include <algorithm>
#include <cmath>
#include <cstdio>

namespace packbench::figures {

namespace {

// A line of /proc/self/status that is given in kB.
double statusMegabytes(const char* key) {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith(key))
            return line.mid(static_cast<qsizetype>(qstrlen(key))).chopped(2).trimmed().toDouble() /
                   1024;
    return 0;
}

QString number(double value) {
    return QString::number(value, 'f', value < 10 ? 3 : 1);
}

QString withUnit(double value, const char* unit) {
    return number(value) + u' ' + QString::fromUtf8(unit);
}

} // namespace

double percentile(Sample sample, double share) {
    Q_ASSERT(!sample.empty() && share > 0 && share <= 1);
    const auto rank =
        static_cast<std::ptrdiff_t>(std::ceil(share * static_cast<double>(sample.size()))) - 1;
    std::nth_element(sample.begin(), sample.begin() + rank, sample.end());
    return sample[static_cast<std::size_t>(rank)];
}

double median(Sample sample) {
    return percentile(std::move(sample), 0.5);
}

double millisecondsOf(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> taken =
        std::chrono::steady_clock::now() - start;
    return taken.count();
}

Sample repeat(int times, const std::function<void(int)>& work, int warmUp) {
    Sample sample;
    sample.reserve(static_cast<std::size_t>(times));
    for (int i = 0; i < warmUp + times; ++i) {
        const double taken = millisecondsOf([&] { work(i); });
        if (i >= warmUp)
            sample.push_back(taken);
    }
    return sample;
}

double residentMegabytes() {
    return statusMegabytes("VmRSS:");
}

double highestResidentMegabytes() {
    return statusMegabytes("VmHWM:");
}

Table::Table(QString title) : m_title(std::move(title)) {}

void Table::row(const QString& name, const QString& value, const QString& bound, bool good) {
    const QString verdict = bound.isEmpty() ? QString()
                            : good          ? QStringLiteral("ok")
                                            : QStringLiteral("over");
    if (!good)
        ++m_over;
    QString line =
        QStringLiteral("  %1 %2 %3 %4").arg(name, -52).arg(value, 30).arg(bound, 14).arg(verdict);
    while (line.endsWith(u' '))
        line.chop(1);
    m_rows += line + u'\n';
}

void Table::atMost(const QString& name, double value, const char* unit, double bound) {
    row(name, withUnit(value, unit), QStringLiteral("<= ") + number(bound), value <= bound);
}

void Table::ratio(const QString& name, double value, double baseline, const char* unit,
                  double bound) {
    const double ratio = value / baseline;
    row(name,
        QStringLiteral("%1 / %2 = %3")
            .arg(withUnit(value, unit), number(baseline), QString::number(ratio, 'f', 2)),
        QStringLiteral("<= %1 x").arg(QString::number(bound, 'f', 2)), ratio <= bound);
}

void Table::tell(const QString& name, double value, const char* unit) {
    row(name, withUnit(value, unit), {}, true);
}

QString Table::text() const {
    return m_title + u'\n' + m_rows;
}

int Table::print() const {
    const QByteArray out = text().toUtf8();
    return std::fwrite(out.constData(), 1, static_cast<std::size_t>(out.size()), stdout) ==
                   static_cast<std::size_t>(out.size())
               ? 0
               : 1;
}

} // namespace packbench::figures
