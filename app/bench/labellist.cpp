#include "bench/labellist.h"

#include "bench/labelinbox.h"
#include "bench/station.h"
#include "ledger/ledger.h"

namespace packbench {

namespace {

Lamp lampOfPrinter(const PrinterDescription& printer, PrinterState state) {
    if (!printer.problem.isEmpty() || state == PrinterState::Unplugged ||
        state == PrinterState::Fault)
        return Lamp::Stop;
    if (state == PrinterState::Ready || state == PrinterState::Printing)
        return Lamp::Ready;
    return state == PrinterState::Unknown ? Lamp::Waiting : Lamp::Look;
}

DeviceRow printerRow(const PrinterDescription& printer, PrinterState state, bool isUsed) {
    DeviceRow row;
    row.id = printer.id;
    row.kind = QStringLiteral("printer");
    row.model = printer.model.isEmpty() ? printer.id : printer.model;
    row.language = printer.languageKnown ? word(printer.language) : QString();
    row.transport = printer.transport;
    row.state = word(state);
    row.lamp = lampOfPrinter(printer, state);
    row.detail = printer.problem;
    row.isUsed = isUsed;
    row.asksLanguage = printer.asksLanguage;
    if (printer.languageOffered)
        row.likelyLanguage = word(printer.language);
    if (printer.asksLanguage && !printer.languageKnown) {
        row.state = QStringLiteral("unknown-language");
        row.lamp = Lamp::Look;
    }
    row.dotsPerMm = printer.dotsPerMm;
    row.mayCalibrate = printer.languageKnown &&
                       !calibration(printer.language, printer.setup).isEmpty() &&
                       state != PrinterState::Unplugged;
    return row;
}

} // namespace

QList<LabelRow> labelRows(Ledger& ledger, int atMost) {
    QList<LabelRow> rows;
    for (const LabelCopy& copy : ledger.labels().newest(atMost)) {
        const auto order = ledger.orders().byId(copy.orderId);
        LabelRow row;
        row.copyId = copy.id;
        if (order)
            row.key = order->order.key;
        row.waybill = copy.waybill;
        row.courier = copy.courier;
        const bool left = order && order->order.state == OrderState::Dispatched;
        row.state = left && copy.state == CopyState::Bound ? QStringLiteral("dispatched")
                                                           : word(copy.state);
        row.cause = copy.cause;
        row.copyNo = copy.copyNo;
        row.badge = copy.badge;
        row.reason = copy.reason;
        row.preparedAt = copy.preparedAt;
        row.png = copy.png;
        row.mayPrintAgain =
            !left && copy.state != CopyState::Void && copy.state != CopyState::Sending;
        row.evidence = word(copy.evidence);
        row.cameOut = copy.cameOut.value_or(-1);
        row.isOurs = !copy.form.isEmpty();
        if (const auto parcel = ledger.labels().parcel(copy.parcelId)) {
            row.carton = parcel->carton;
            row.cartons = parcel->cartons;
        }
        const bool isAtBench = order && order->order.state == OrderState::Packed;
        row.mayRedo = isAtBench && row.mayPrintAgain;
        row.mayExtend = isAtBench;
        row.mayCancel = copy.state == CopyState::Prepared || copy.state == CopyState::FailedClean ||
                        copy.state == CopyState::Sending;
        rows.append(row);
    }
    return rows;
}

QList<InboxRow> inboxRows(Ledger& ledger, int atMost) {
    QList<InboxRow> rows;
    for (const IncomingLabel& waiting : ledger.incoming().waiting(atMost)) {
        const auto label = ledger.incoming().find(waiting.id);
        const auto order = ledger.orders().byId(label->orderId);
        InboxRow row;
        row.id = label->id;
        row.source = label->source.section(u'/', -1);
        row.arrivedAt = label->arrivedAt;
        row.state = word(label->state);
        row.notice = noticeOf(*label);
        row.waybill = label->waybill;
        row.key = order ? order->order.key : OrderKey{};
        row.arrivals = label->arrivals;
        row.png = label->width > 0 ? pngFromPage(pageOf(*label)) : QByteArray();
        row.mayUse = label->state == IncomingState::Doubled && order &&
                     order->order.state == OrderState::Open;
        row.mayName = label->state == IncomingState::Unmatched;
        rows.append(row);
    }
    return rows;
}

QList<DeviceRow> deviceRows(Ledger& ledger, const Station& station,
                            const QList<PrinterDescription>& printers,
                            const QHash<QString, PrinterStatus>& statuses,
                            const QList<DeviceRow>& inputs) {
    QList<DeviceRow> rows;
    const PrinterDescription& used = station.printer();
    bool isThere = false;
    for (const PrinterDescription& printer : printers) {
        const bool isUsed = printer.id == used.id;
        isThere |= isUsed;
        const PrinterStatus status = statuses.value(printer.id, {printer.state, {}, {}});
        DeviceRow row = printerRow(printer, isUsed ? station.printerState() : status.state, isUsed);
        row.warnings = status.warnings;
        row.labelsRemaining = status.labelsRemaining.value_or(-1);
        if (row.lamp == Lamp::Ready && !row.warnings.isEmpty())
            row.lamp = Lamp::Look;
        isUsed ? rows.prepend(row) : rows.append(row);
    }
    if (!isThere)
        rows.prepend(printerRow(used, PrinterState::Unplugged, true));
    DeviceRow scanner;
    scanner.id = QStringLiteral("wedge");
    scanner.kind = QStringLiteral("scanner");
    scanner.model = QStringLiteral("Keyboard wedge");
    scanner.transport = QStringLiteral("wedge");
    const bool hasScanned = station.snapshot().strip.scanner == Lamp::Ready;
    scanner.state = hasScanned ? QStringLiteral("ready") : QStringLiteral("unknown");
    scanner.lamp = hasScanned ? Lamp::Ready : Lamp::Waiting;
    for (const DeviceRow& input : inputs) {
        if (input.id != scanner.id) {
            rows.append(input);
            continue;
        }
        scanner.lastScan = input.lastScan;
        scanner.lastRaw = input.lastRaw;
    }
    rows.append(scanner);
    DeviceRow book;
    book.id = text(ledger.address());
    book.kind = QStringLiteral("ledger");
    book.model = ledger.address().kind == LedgerAddress::Kind::Sqlite
                     ? QStringLiteral("SQLite")
                     : QStringLiteral("PostgreSQL");
    book.transport = book.model.toLower();
    book.state = QStringLiteral("ready");
    book.lamp = station.snapshot().strip.ledger;
    rows.append(book);
    return rows;
}

} // namespace packbench
