#include "bench/gatedesk.h"

#include "bench/benchworker.h"
#include "bench/clockwords.h"
#include "bench/desk.h"
#include "drivers/wholefile.h"
#include "ledger/ledger.h"

#include <QDir>

#include <algorithm>
#include <utility>

namespace packbench {

namespace {

constexpr qint64 kDayMs = 86'400'000;

} // namespace

GateDesk::GateDesk(Ledger& ledger, Desk& desk, Clock& clock, BenchPort& port, QString sheetFolder)
    : m_ledger(ledger)
    , m_desk(desk)
    , m_clock(clock)
    , m_port(port)
    , m_sheetFolder(std::move(sheetFolder))
    , m_gate(ledger, clock, desk.station().clockWatch())
    , m_handing(ledger, clock, desk.station().clockWatch()) {}

/// What stands on the packing page is dealt with first; nobody signed on signs on there.
bool GateDesk::isStopped() const {
    return m_desk.station().snapshot().refusal.has_value() || !m_desk.station().person();
}

bool GateDesk::takes(const StationScan& scan) {
    const ScanCode code = classify(scan.text, scan.aim);
    if (code.command == Command::Gate || code.command == Command::DayEnd)
        return opens(scan, code.command);
    // Who is there is the bench's matter, wherever the badge is scanned.
    const bool isPerson = code.kind == ScanKind::Badge || code.command == Command::SignOff;
    const bool isForVehicle = m_isDock && (m_handing.list() || m_handing.isOfGone(code.text));
    if (isPerson || (!m_gate.isOpen() && !isForVehicle)) {
        if (m_gate.isOpen())
            openGate(false);
        openDock(false);
        return false;
    }
    if (m_gate.isOpen()) {
        m_gate.setPerson(m_desk.station().person());
        static_cast<void>(m_gate.scan(scan));
        tellGate();
        tellStep();
        return true;
    }
    m_handing.setPerson(m_desk.station().person());
    const StationReply reply = m_handing.scan(scan);
    m_verdict = reply.verdict;
    m_notice = reply.notice;
    m_serial = scan.serial;
    tellDay();
    tellStep();
    return true;
}

/// The cards that open a page; the gate's own card closes it again.
bool GateDesk::opens(const StationScan& scan, Command command) {
    if (isStopped())
        return false; // the bench says what is first
    m_desk.station().noted(scan, command == Command::Gate ? QStringLiteral("gate")
                                                          : QStringLiteral("day-end"));
    if (command == Command::Gate) {
        openDock(false);
        openGate(!m_gate.isOpen());
    } else {
        openGate(false);
        Q_EMIT m_port.dayEndWanted();
    }
    return true;
}

void GateDesk::answer(const GateRequest& request) {
    using enum GateRequest::What;
    switch (request.what) {
    case OpenGate: openGate(true); break;
    case CloseGate: openGate(false); break;
    case OpenDock: openDock(true); break;
    case CloseDock: openDock(false); break;
    case AskDay: tellDay(); break;
    case Begin: begin(request.courier); break;
    case Sign: sign(request.driver, request.vehicle); break;
    case WriteSheet: writeSheet(); break;
    }
}

void GateDesk::openGate(bool isOpen) {
    if (m_gate.isOpen() == isOpen)
        return;
    if (isOpen)
        m_gate.reloadSettings();
    m_gate.setPerson(m_desk.station().person());
    m_gate.open(isOpen);
    tellGate();
}

void GateDesk::openDock(bool isOpen) {
    m_isDock = isOpen;
    if (!isOpen)
        m_handing.leave();
    m_verdict = Verdict::None;
    m_notice = {};
}

void GateDesk::begin(const QString& courier) {
    m_handing.setPerson(m_desk.station().person());
    m_handing.begin(courier, {}, {});
    m_verdict = Verdict::YourTurn;
    m_notice = {NoticeCode::HandoverOpened, {QStringLiteral("courier:") + courier}};
    tellDay();
}

void GateDesk::sign(const QString& driver, const QString& vehicle) {
    m_notice = m_handing.sign(driver, vehicle);
    m_verdict = m_notice.code == NoticeCode::HandoverClosed ? Verdict::Done : Verdict::Look;
    tellDay();
}

void GateDesk::tellGate() {
    Q_EMIT m_port.gateMade(m_gate.snapshot());
}

/// A jump of the clock is said once, wherever it was noticed.
void GateDesk::tellStep() {
    Station& station = m_desk.station();
    if (const auto step = station.clockWatch().takeStep())
        Q_EMIT m_port.noticed(clockStepNotice(*step, station.settings().zone));
}

DayBoard GateDesk::board() {
    const Station& station = m_desk.station();
    const Instant now = m_clock.now();
    DayBoard board;
    board.day = dayEnd(m_ledger, station.calendar(), warehouseDay(station.calendar(), now));
    board.list = m_handing.list();
    board.verdict = m_verdict;
    board.notice = m_notice;
    board.scanSerial = m_serial;
    for (const DispatchRecord& one :
         m_ledger.dispatches().list(now.plusMs(-kMissedDays * kDayMs))) {
        if (one.courier.isEmpty() || m_ledger.handovers().ofParcel(one.parcelId) != 0)
            continue;
        const auto known =
            std::find_if(board.waiting.begin(), board.waiting.end(),
                         [&](const auto& row) { return row.courier == one.courier; });
        if (known == board.waiting.end())
            board.waiting.append({one.courier, 1});
        else
            ++known->parcels;
    }
    std::stable_sort(board.waiting.begin(), board.waiting.end(),
                     [](const auto& a, const auto& b) { return a.parcels > b.parcels; });
    return board;
}

void GateDesk::tellDay() {
    Q_EMIT m_port.dayBoardMade(board());
}

void GateDesk::writeSheet() {
    const Station& station = m_desk.station();
    const DayBoard today = board();
    const DayEndSheet sheet =
        dayEndSheet(today.day, station.settings(), m_clock.now(), m_ledger.audit().head().text());
    const QString path = m_sheetFolder + QStringLiteral("/day-") + sheet.day;
    QDir().mkpath(m_sheetFolder);
    QString why = writeWholeFile(path + QStringLiteral(".txt"), dayEndText(sheet));
    if (why.isEmpty())
        why = writeWholeFile(path + QStringLiteral(".html"), dayEndHtml(sheet));
    Q_EMIT m_port.noticed(why.isEmpty()
                              ? Notice{NoticeCode::SheetWritten, {path + QStringLiteral(".html")}}
                              : Notice{NoticeCode::SheetNotWritten, {path, why}});
}

} // namespace packbench
