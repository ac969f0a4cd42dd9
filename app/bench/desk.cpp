#include "bench/desk.h"

#include "bench/clockwords.h"
#include "bench/testlabel.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

#include <algorithm>

namespace packbench {

namespace {

QList<PrinterBus*> busList(VirtualPrinterBus& virtualBus, AddressedPrinters& addressed,
                           UsbPrinterBus* usbBus) {
    QList<PrinterBus*> buses{&virtualBus, &addressed};
    if (usbBus)
        buses.append(usbBus);
    return buses;
}

/// As what people said of its printers, in this ledger's settings.
std::unique_ptr<UsbPrinterBus> usbBus(Settings& settings) {
    auto bus = std::make_unique<UsbPrinterBus>();
    tellLanguages(*bus, settings.all());
    return bus;
}

constexpr qint64 kTestCopy = -1;

} // namespace

Desk::Desk(Ledger& ledger, Clock& clock, const Setup& setup, QObject* parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_virtualPrinter(setup.labelFolder, setup.virtualLanguage, 8)
    , m_virtualBus(m_virtualPrinter)
    , m_usbBus(setup.withUsb ? usbBus(ledger.settings()) : nullptr)
    , m_addressed(printerAddresses(ledger.settings()))
    , m_queue(busList(m_virtualBus, m_addressed, m_usbBus.get()))
    , m_printers{m_virtualPrinter.description()}
    , m_station(
          ledger, clock, [this](const PrintJob& job) { m_queue.submit(job); },
          [this](qint64 copyId) { m_queue.cancel(copyId); },
          [this](const LabelCopy& copy) {
              m_queue.flush(copy.id, copy.printer, copy.bytes.size());
          }) {
    choosePrinter();
    connect(&m_queue, &PrintQueue::reported, this,
            [this](qint64 copyId, const SendReport& report, const QString& printer) {
                guarded([&] { takeReport(copyId, report, printer); });
            });
    connect(&m_queue, &PrintQueue::stateAnswered, this,
            [this](const QString& printer, const PrinterStatus& status) {
                m_statuses[printer] = status;
                if (printer == m_station.printer().id)
                    guarded(
                        [&] { tell(untilStored([&] { return m_station.printerIs(status); })); });
                Q_EMIT printersFound();
            });
    connect(&m_queue, &PrintQueue::flushed, this,
            [this](qint64 copyId, bool wasTaken) { tell(m_station.flushed(copyId, wasTaken)); });
    connect(&m_queue, &PrintQueue::printersChanged, this, &Desk::findPrinters);
    connect(&m_queue, &PrintQueue::printersAnswered, this,
            [this](const QList<PrinterDescription>& printers) {
                m_printers = printers;
                guarded([this] { choosePrinter(); });
                Q_EMIT printersFound();
            });
}

/// What the event loop calls may throw nothing: a fault is told instead.
template <typename Work>
void Desk::guarded(Work work) {
    try {
        work();
    } catch (const StationFault& fault) {
        Q_EMIT faulted(fault);
    }
}

void Desk::choosePrinter() {
    const QString wanted = m_station.settings().printer;
    PrinterDescription chosen;
    chosen.id = wanted;
    chosen.state = PrinterState::Unplugged;
    chosen.languageKnown = false;
    for (const PrinterDescription& printer : std::as_const(m_printers)) {
        if (printer.id == wanted)
            chosen = printer;
    }
    if (!(chosen == m_station.printer()))
        tell(untilStored([&] { return m_station.usePrinter(chosen); }));
}

void Desk::takeReport(qint64 copyId, const SendReport& report, const QString& printer) {
    if (report.state != PrinterState::Unknown)
        m_statuses[printer] = report.status();
    if (copyId == kTestCopy && printer == m_station.printer().id)
        m_station.testPrinted(report.labelsPrinted);
    if (copyId != kTestCopy)
        tell(untilStored([&] { return m_station.printed(copyId, report); }));
    else if (report.end == SendReport::End::NothingSent)
        Q_EMIT noticed(whyNotSent(report));
    Q_EMIT printersFound();
}

void Desk::tell(const QList<StationReply>& replies) {
    if (!replies.isEmpty())
        Q_EMIT replied(replies);
    Q_EMIT snapshotChanged();
}

void Desk::scan(const StationScan& scan) {
    const auto replies = m_station.scan(scan);
    tell(replies);
    if (const auto step = m_station.clockWatch().takeStep())
        Q_EMIT noticed(clockStepNotice(*step, m_station.settings().zone));
    if (std::any_of(replies.cbegin(), replies.cend(),
                    [](const StationReply& reply) { return reply.outcome == u"language-said"; }))
        takeLanguage(m_station.printer().id);
}

void Desk::sayLanguage(const QString& id, PrinterLanguage language) {
    sayPrinterLanguage(m_ledger.settings(), id, language);
    takeLanguage(id);
}

void Desk::takeLanguage(const QString& id) {
    m_station.reloadSettings();
    const auto& said = m_station.settings().printerLanguages;
    if (said.contains(id))
        m_queue.setLanguage(id, said.value(id));
}

void Desk::labelsArrived(const QList<qint64>& orders) {
    if (!orders.isEmpty())
        tell(untilStored([&] { return m_station.labelsArrived(orders); }));
}

void Desk::printAgain(qint64 copyId, const QString& reason, const QString& key) {
    tell(m_station.printAgain(copyId, reason, key));
}

void Desk::redo(qint64 copyId, const QString& reason, const QString& key) {
    tell(m_station.redo(copyId, reason, key));
}

void Desk::extraParcel(qint64 orderId, const QString& reason, const QString& key) {
    tell(m_station.extraParcel(orderId, reason, key));
}

void Desk::takeBackCarton(qint64 orderId, int carton, const QString& reason, const QString& key) {
    tell(m_station.takeBackCarton(orderId, carton, reason, key));
}

void Desk::notThere(qint64 copyId, const QString& key) {
    tell(m_station.notThere(copyId, key));
}

void Desk::cancelLabel(qint64 copyId, const QString& key) {
    tell(m_station.cancelLabel(copyId, key));
}

void Desk::askStates() {
    for (const PrinterDescription& printer : std::as_const(m_printers))
        m_queue.askState(printer.id);
}

void Desk::pollPrinter() {
    m_queue.askState(m_station.printer().id);
}

void Desk::findPrinters() {
    m_queue.askPrinters();
}

void Desk::usePrinter(const QString& id) {
    m_ledger.settings().set(QStringLiteral("printer.id"), id);
    m_station.reloadSettings();
    choosePrinter();
    Q_EMIT printersFound();
}

void Desk::warmUp() {
    static_cast<void>(testPage(m_station.printer(), m_station.settings().bench));
}

void Desk::testPrint(const QString& id) {
    for (const PrinterDescription& printer : m_printers) {
        if (printer.id != id)
            continue;
        const Page page = testPage(printer, m_station.settings().bench);
        m_queue.submit({kTestCopy, id, encode(printer.language, page, printer.setup), page.width});
    }
}

void Desk::calibrate(const QString& id) {
    for (const PrinterDescription& printer : m_printers) {
        if (printer.id != id)
            continue;
        const QByteArray bytes = calibration(printer.language, printer.setup);
        if (!bytes.isEmpty())
            m_queue.submit({kTestCopy, id, bytes});
    }
}

} // namespace packbench
