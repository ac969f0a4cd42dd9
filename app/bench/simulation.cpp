#include "bench/simulation.h"

#include "bench/sampleshop.h"

#include <QFileInfo>

namespace packbench {

Instant sampleClockStart() {
    return sampleShiftStart();
}

QString labelFolderOf(const LedgerAddress& address) {
    if (address.kind == LedgerAddress::Kind::Postgres)
        return QStringLiteral("packbench-labels");
    return QFileInfo(address.path).absolutePath() + QStringLiteral("/labels");
}

void Simulation::beforeScan() {
    m_clock.advanceMonotonicMs(m_nextGapMs);
    m_nextGapMs = 1000;
}

QString Simulation::setClock(const QString& text) {
    const auto at = instantFromText(text, m_desk.station().settings().zone);
    if (!at)
        return QStringLiteral("@at takes a time such as 2026-09-20T10:15+08:00.");
    m_clock.setNow(*at);
    m_desk.station().refreshStrip();
    return {};
}

QString Simulation::steerPrinter(const QString& word) {
    QString problem = m_desk.virtualPrinter().order(word);
    m_desk.pollPrinter();
    return problem;
}

QString Simulation::steer(const QString& line) {
    const qsizetype space = line.indexOf(u' ');
    const QString verb = space < 0 ? line : line.left(space);
    const QString rest = space < 0 ? QString() : line.mid(space + 1).trimmed();
    bool isNumber = false;
    const int number = rest.toInt(&isNumber);
    if (verb == QLatin1String("@at"))
        return setClock(rest);
    if (verb == QLatin1String("@printer"))
        return steerPrinter(rest);
    if (verb == QLatin1String("@scanner")) {
        m_device = rest;
        return rest.isEmpty() ? QStringLiteral("@scanner takes a name.") : QString();
    }
    if (verb == QLatin1String("@after")) {
        m_nextGapMs = number;
        return isNumber && number >= 0 ? QString() : QStringLiteral("@after takes milliseconds.");
    }
    if (verb == QLatin1String("@weigh")) {
        if (!isNumber || number < 0 || number > 1'000'000)
            return QStringLiteral("@weigh takes grams.");
        m_desk.station().weighed(number);
        return {};
    }
    return QStringLiteral(
               "'%1' is no steering word; known are @at @after @scanner @printer @weigh.")
        .arg(verb);
}

} // namespace packbench
