#include "benchmodel.h"

#include "bench/sampleshop.h"
#include "drivers/printer.h"
#include "printed.h"

#include <QFile>

namespace packbench::faults {
namespace {

constexpr const char* kItem = "6901234500868";

Copy copyOf(CopyState state) {
    switch (state) {
    case CopyState::Prepared: return Copy::Prepared;
    case CopyState::Sending: return Copy::Sending;
    case CopyState::Sent:
    case CopyState::Printed: return Copy::Sent;
    case CopyState::Uncertain: return Copy::Uncertain;
    case CopyState::Bound: return Copy::Bound;
    case CopyState::FailedClean: return Copy::FailedClean;
    case CopyState::Void: break;
    }
    return Copy::None;
}

ShopOrder someOrder(const QString& number) {
    ShopOrder order;
    order.key = {QStringLiteral("model"), number};
    order.recipient = {
        QStringLiteral("冯示例"),     QStringLiteral("14000000012"), QStringLiteral("CN"),
        QStringLiteral("浙江省"),     QStringLiteral("宁波市"),      QStringLiteral("海曙区"),
        QStringLiteral("虚构街12号"), QStringLiteral("315000"),      false};
    order.courier = QStringLiteral("zto");
    OrderLine line;
    line.sku = QStringLiteral("SOCK-CW-M");
    line.title = QStringLiteral("socks");
    order.lines = {line};
    return order;
}

/// A ledger with two orders and three numbers, made once.
const QString& templateLedger() {
    static const QTemporaryDir folder;
    static const QString path = [] {
        const QString made = folder.filePath(QStringLiteral("ledger.db"));
        LedgerAddress address;
        address.path = made;
        const auto ledger = Ledger::create(address);
        ledger->staff().put({QStringLiteral("0417"), QStringLiteral("0417"),
                             Role::Supervisor}); // prints a bound label again
        ledger->settings().set(QStringLiteral("dispatch.at"), QStringLiteral("gate"));
        ledger->settings().set(QStringLiteral("gate.identity"), QStringLiteral("slip"));
        for (const auto& [name, value] :
             {std::pair{"courier.default", "zto"}, std::pair{"bench.name", "03"},
              std::pair{"sender.name", "Sample warehouse"},
              std::pair{"sender.phone", "0571-00000018"},
              std::pair{"sender.address", "1 Test Park, Hangzhou"}})
            ledger->settings().set(QLatin1String(name), QLatin1String(value));
        Item item;
        item.sku = QStringLiteral("SOCK-CW-M");
        item.title = QStringLiteral("socks");
        (void)ledger->items().put(item, {ItemCode{QLatin1String(kItem), item.sku, 1}});
        for (const char* number : {"7583200001", "7583200002"})
            ledger->orders().add(someOrder(QLatin1String(number)), {}, sampleShiftStart());
        for (const char* number : {"758320014601", "758320014602", "758320014603"})
            (void)ledger->waybills().add(QLatin1String(number), QStringLiteral("zto"));
        return made;
    }();
    return path;
}

} // namespace

BenchModel::BenchModel()
    : m_clock(sampleShiftStart())
    , m_orders{QStringLiteral("7583200001"), QStringLiteral("7583200002")}
    , m_numbers{QStringLiteral("758320014601"), QStringLiteral("758320014602"),
                QStringLiteral("758320014603")} {
    LedgerAddress address;
    address.path = m_folder.filePath(QStringLiteral("ledger.db"));
    QFile::copy(templateLedger(), address.path);
    m_ledger = Ledger::open(address);
    restart();
}

BenchModel::~BenchModel() = default;

void BenchModel::restart() {
    m_jobs.clear();
    m_open = -1;
    m_station = std::make_unique<Station>(
        *m_ledger, m_clock, [this](const PrintJob& job) { m_jobs.append(job); }, [](qint64) {});
    printerIsAway(true);
    (void)scan(QStringLiteral("PBU-0417"));
    m_gate.reset();
    m_watch = std::make_unique<ClockWatch>(*m_ledger, m_clock);
    m_gate = std::make_unique<Gate>(*m_ledger, m_clock, *m_watch);
    m_gate->setPerson(m_station->person());
    m_gate->open(true);
}

/// While it is away and nobody knows what it speaks, a label is made and waits.
void BenchModel::printerIsAway(bool isAway) {
    PrinterDescription printer;
    printer.id = QStringLiteral("virtual");
    printer.state = isAway ? PrinterState::Unplugged : PrinterState::Unknown;
    printer.languageKnown = !isAway;
    (void)m_station->usePrinter(printer);
}

QString BenchModel::scan(const QString& text) {
    m_clock.advanceMs(2000);
    QStringList words;
    for (const StationReply& reply : m_station->scan({text, {}}))
        words += reply.outcome;
    return words.join(u' ');
}

QString BenchModel::pass(const QString& box, const QString& label) {
    m_clock.advanceMs(2000);
    (void)m_gate->scan({box, {}});
    m_clock.advanceMs(2000);
    return m_gate->scan({label, {}}).first().outcome;
}

void BenchModel::openAgain(std::uint8_t parcel) {
    if (m_open == parcel)
        return;
    if (m_open >= 0)
        (void)scan(QStringLiteral("PBC-ASIDE"));
    (void)scan(m_orders.at(parcel));
    m_open = parcel;
}

QString BenchModel::mark(const PaperLabel& label) {
    QString& mark = m_marks[label];
    if (!mark.isEmpty())
        return mark;
    const auto order =
        m_ledger->orders().find({QStringLiteral("model"), m_orders.at(label.parcel)});
    for (const LabelCopy& copy : m_ledger->labels().ofOrder(order->id)) {
        if (copy.copyNo != label.copy || copy.waybill != number(label.number))
            continue;
        for (const QString& code :
             codesOn(QImage::fromData(m_ledger->labels().copy(copy.id)->png, "PNG")))
            if (readMark(code))
                mark = code;
    }
    return mark;
}

QString BenchModel::follow(const State& before, const Step& step) {
    const auto report = [this](SendReport::End end) {
        const PrintJob job = m_jobs.takeFirst();
        const qint64 taken = end == SendReport::End::Accepted ? job.bytes.size() : 0;
        (void)m_station->printed(job.copyId, {end, taken, PrinterState::Unknown, {}});
    };
    switch (step.act) {
    case Act::Prepare:
        openAgain(step.parcel);
        (void)scan(QLatin1String(kItem));
        break;
    case Act::Send:
        openAgain(step.parcel);
        printerIsAway(false);
        (void)m_station->printerIs(PrinterState::Ready);
        printerIsAway(true);
        if (m_jobs.size() != 1)
            return QStringLiteral("%1 labels were handed to the printer").arg(m_jobs.size());
        break;
    case Act::Report: report(SendReport::End::Accepted); break;
    case Act::Break: report(SendReport::End::Uncertain); break;
    case Act::FailClean: report(SendReport::End::NothingSent); break;
    case Act::Crash: restart(); break;
    case Act::ScanBack: {
        openAgain(step.parcel);
        const QString said = scan(mark(before.parcels[step.parcel].onBox));
        if (said.startsWith(u"label-bound"))
            m_open = -1;
        else
            (void)scan(QStringLiteral("PBC-OK"));
        break;
    }
    case Act::NothingCame:
        openAgain(step.parcel);
        (void)scan(QStringLiteral("PBC-NONE"));
        break;
    case Act::Damaged: {
        const auto order =
            m_ledger->orders().find({QStringLiteral("model"), m_orders.at(step.parcel)});
        const auto parcel = m_ledger->labels().parcelOfOrder(order->id);
        if (m_open >= 0 && m_open != step.parcel)
            (void)scan(QStringLiteral("PBC-ASIDE"));
        m_open = step.parcel;
        (void)m_station->printAgain(m_ledger->labels().current(parcel->id)->id,
                                    QStringLiteral("torn"));
        break;
    }
    case Act::Leave: {
        if (m_open >= 0)
            (void)scan(QStringLiteral("PBC-ASIDE"));
        m_open = -1;
        const QString said =
            pass(m_orders.at(step.parcel), mark(before.parcels[step.parcel].onBox));
        return said == u"dispatched" ? QString() : said;
    }
    case Act::ScanUnseen:
    case Act::HandOver:
    case Act::Print:
    case Act::PrintTwice:
    case Act::Forget:
    case Act::Stick: break; // in the world, not at the bench
    }
    return {};
}

State BenchModel::seen(const State& expected) const {
    State seen = expected;
    for (std::size_t at = 0; at < 2; ++at) {
        Parcel& shown = seen.parcels[at];
        shown.number = shown.copyNo = 0;
        shown.copy = Copy::None;
        const auto order =
            m_ledger->orders().find({QStringLiteral("model"), m_orders.at(qsizetype(at))});
        const auto parcel = m_ledger->labels().parcelOfOrder(order->id);
        shown.dispatched = parcel && m_ledger->dispatches().ofParcel(parcel->id).has_value();
        if (!parcel || parcel->waybill.isEmpty())
            continue;
        shown.number = static_cast<std::uint8_t>(m_numbers.indexOf(parcel->waybill) + 1);
        if (const auto copy = m_ledger->labels().current(parcel->id)) {
            shown.copy = copyOf(copy->state);
            shown.copyNo = static_cast<std::uint8_t>(copy->copyNo);
        }
    }
    for (std::size_t at = 0; at < 3; ++at) {
        const auto number = m_ledger->waybills().find(m_numbers.at(qsizetype(at)));
        seen.isVoid[at] = number && number->state == WaybillState::Void;
    }
    return seen;
}

} // namespace packbench::faults
