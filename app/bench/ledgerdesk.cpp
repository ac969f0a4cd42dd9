#include "bench/ledgerdesk.h"

#include "bench/benchsettings.h"
#include "bench/benchworker.h"
#include "bench/desk.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

#include <QDebug>

namespace packbench {

LedgerDesk::LedgerDesk(Ledger& ledger, Clock& clock, BenchPort& port)
    : m_port(port), m_care(ledger, clock, loadSettings(ledger.settings()).zone) {
    m_care.start();
}

void LedgerDesk::serve(Desk& desk, const std::function<void()>& tellSnapshot) {
    pass(desk);
    QObject::connect(&m_care, &LedgerCare::changed, &desk, [this, &desk, tellSnapshot] {
        pass(desk);
        tellSnapshot();
        tellTroubles();
    });
    QObject::connect(&m_care, &LedgerCare::damaged, &desk, [this] {
        Q_EMIT m_port.worldBroke({NoticeCode::LedgerDamaged, {}});
    });
}

/// A ledger that broke has told so to whoever worked with it.
void LedgerDesk::look() {
    try {
        m_care.look();
    } catch (const StationFault& fault) {
        qCritical().noquote() << fault.sentence();
    }
}

void LedgerDesk::pass(Desk& desk) {
    desk.station().ledgerIs(m_care.lamp(), m_care.stops());
}

/// The gravest last: it is the one that stays on the screen.
void LedgerDesk::tellTroubles() {
    const QList<Notice> troubles = m_care.troubles();
    for (auto trouble = troubles.crbegin(); trouble != troubles.crend(); ++trouble)
        Q_EMIT m_port.noticed(*trouble);
}

} // namespace packbench
