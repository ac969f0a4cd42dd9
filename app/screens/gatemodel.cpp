#include "screens/gatemodel.h"

#include "screens/shownwords.h"

namespace packbench {

PackModel::Word wordOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::None: return PackModel::NoWord;
    case Verdict::Accepted: return PackModel::OkWord;
    case Verdict::Done: return PackModel::DoneWord;
    case Verdict::YourTurn: return PackModel::ItemWord;
    case Verdict::Wrong: return PackModel::RefusedWord;
    case Verdict::TooMany: return PackModel::TooManyWord;
    case Verdict::Unknown: return PackModel::UnknownWord;
    case Verdict::Stop: return PackModel::StopWord;
    case Verdict::Look: return PackModel::LookWord;
    case Verdict::Wait: return PackModel::WaitWord;
    }
    return PackModel::NoWord;
}

GateModel::GateModel(BenchPort& bench, const QTimeZone& zone) : m_bench(bench), m_zone(zone) {}

void GateModel::show(const GateSnapshot& snapshot) {
    m_shown = snapshot;
    Q_EMIT changed();
}

void GateModel::speak(Language language) {
    m_language = language;
    Q_EMIT changed();
}

void GateModel::acknowledge() {
    m_bench.scan(QStringLiteral("PBC-OK"), QStringLiteral("screen"), 0);
}

QString GateModel::lastCourier() const {
    return shownCourier(m_shown.lastCourier, m_language);
}

QString GateModel::lastTime() const {
    return m_shown.lastAt ? clockTime(*m_shown.lastAt, m_zone) : QString();
}

/// What is still to be scanned is named.
int GateModel::word() const {
    if (m_shown.verdict != Verdict::YourTurn)
        return wordOf(m_shown.verdict);
    return m_shown.label.isEmpty() && !m_shown.box.isEmpty() ? PackModel::LabelWord
                                                             : PackModel::ItemWord;
}

QString GateModel::scanned() const {
    return m_shown.refusal ? m_shown.refusal->scanned : QString();
}

} // namespace packbench
