#include "bench/desk.h"

#include "labels/layout.h"
#include "ledger/ledger.h"

namespace packbench {

namespace {

QList<PrinterBus*> busList(VirtualPrinterBus& virtualBus, UsbPrinterBus* usbBus) {
    QList<PrinterBus*> buses{&virtualBus};
    if (usbBus)
        buses.append(usbBus);
    return buses;
}

/// A label that shows whether the printer is set up right: frame, sizes, a code to scan.
LabelTemplate testLabel() {
    return builtInTemplate(QStringLiteral("general-76x130")).value;
}

LabelFields testFields(const PrinterDescription& printer, const BenchSettings& settings) {
    LabelFields fields;
    fields.values = {{QStringLiteral("tracking"), QStringLiteral("TEST0000000000")},
                     {QStringLiteral("courier"), QStringLiteral("测试页 Test label")},
                     {QStringLiteral("sorting_mark"), QStringLiteral("TEST")},
                     {QStringLiteral("order"), printer.model},
                     {QStringLiteral("bench"), settings.bench}};
    return fields;
}

constexpr qint64 kTestCopy = -1;

} // namespace

Desk::Desk(Ledger& ledger, Clock& clock, const Setup& setup, QObject* parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_virtualPrinter(setup.labelFolder, setup.virtualLanguage, 8)
    , m_virtualBus(m_virtualPrinter)
    , m_usbBus(setup.withUsb ? std::make_unique<UsbPrinterBus>() : nullptr)
    , m_queue(busList(m_virtualBus, m_usbBus.get()))
    , m_printers{m_virtualPrinter.description()}
    , m_station(ledger, clock, [this](const PrintJob& job) { m_queue.submit(job); }) {
    choosePrinter();
    connect(&m_queue, &PrintQueue::reported, this, [this](qint64 copyId, const SendReport& report) {
        if (copyId != kTestCopy)
            tell(m_station.printed(copyId, report));
    });
    connect(&m_queue, &PrintQueue::stateAnswered, this,
            [this](const QString& printer, PrinterState state) {
                if (printer == m_station.printer().id)
                    tell(m_station.printerIs(state));
            });
    connect(&m_queue, &PrintQueue::printersAnswered, this,
            [this](const QList<PrinterDescription>& printers) {
                m_printers = printers;
                choosePrinter();
                Q_EMIT printersFound();
            });
}

void Desk::choosePrinter() {
    const QString wanted = m_station.settings().printer;
    PrinterDescription chosen;
    chosen.id = wanted;
    chosen.state = PrinterState::Unplugged;
    for (const PrinterDescription& printer : m_printers) {
        if (printer.id == wanted)
            chosen = printer;
    }
    if (const auto language = printerLanguageFromWord(m_station.settings().printerLanguage))
        chosen.language = *language;
    if (!(chosen == m_station.printer()))
        m_station.usePrinter(chosen);
}

void Desk::tell(const QList<StationReply>& replies) {
    if (!replies.isEmpty())
        Q_EMIT replied(replies);
    Q_EMIT snapshotChanged();
}

void Desk::scan(const StationScan& scan) {
    tell(m_station.scan(scan));
}

void Desk::printAgain(qint64 copyId, const QString& reason) {
    tell(m_station.printAgain(copyId, reason));
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
    static_cast<void>(drawLabel(testLabel(), {}, m_station.printer().dotsPerMm));
}

void Desk::testPrint(const QString& id) {
    for (const PrinterDescription& printer : m_printers) {
        if (printer.id != id)
            continue;
        const DrawnLabel label =
            drawLabel(testLabel(), testFields(printer, m_station.settings()), printer.dotsPerMm);
        m_queue.submit({kTestCopy, id, encode(printer.language, label.page, printer.setup)});
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
