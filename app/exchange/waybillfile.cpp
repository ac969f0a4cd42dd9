#include "exchange/itemfile.h"
#include "exchange/shopreader.h"
#include "exchange/tablefile.h"
#include "shipping/courier.h"

#include <QSet>

#include <algorithm>

namespace packbench {

namespace {

/// A waybill number as a courier writes it: letters, digits and hyphens.
bool looksLikeWaybill(const QString& text) {
    if (text.size() < 6 || text.size() > 40) {
        return false;
    }
    int digits = 0;
    for (const QChar character : text) {
        const bool digit = character >= u'0' && character <= u'9';
        const bool letter =
            (character >= u'A' && character <= u'Z') || (character >= u'a' && character <= u'z');
        if (!digit && !letter && character != u'-') {
            return false;
        }
        digits += digit ? 1 : 0;
    }
    return digits >= 4;
}

QString courierKey(const QString& name) {
    for (const Courier& courier : couriers()) {
        if (courier.key.compare(name, Qt::CaseInsensitive) == 0) {
            return courier.key;
        }
    }
    return courierFromName(name);
}

struct WaybillColumns {
    int number = 0;
    int courier = -1;
    int headerLine = 0;            ///< 0 = no header: numbers from the first row on
    std::optional<Refusal> orders; ///< it is a table of orders
};

WaybillColumns columnsOf(const TableHeader& header) {
    WaybillColumns columns;
    columns.number = header.column({u"waybill", u"tracking number", u"number", u"运单号",
                                    u"快递单号", u"物流单号", u"面单号"});
    columns.courier = header.column({u"courier", u"快递公司", u"物流公司", u"快递"});
    columns.headerLine = header.line();
    return columns;
}

class WaybillReader {
public:
    WaybillReader(const WaybillColumns& columns, const std::function<void(const Refusal&)>& refuse)
        : m_columns(columns), m_refuse(refuse) {}

    [[nodiscard]] std::optional<FileWaybill> read(const TableRow& row) {
        FileWaybill waybill;
        waybill.line = row.line;
        waybill.number = codeText(row.cell(m_columns.number)).remove(u' ');
        if (waybill.number.startsWith(u"No:", Qt::CaseInsensitive)) {
            waybill.number = waybill.number.mid(3);
        }
        if (!mayTake(waybill)) {
            return std::nullopt;
        }
        const QString name = wordText(row.cell(m_columns.courier));
        waybill.courier = courierKey(name);
        if (!name.isEmpty() && waybill.courier.isEmpty()) {
            refuse(waybill, RefusalReason::OtherCourier,
                   QStringLiteral("The courier \"%1\" is not known; the number was left out. Write "
                                  "its key (sf, sto, yto …) or its full name.")
                       .arg(name.left(40)));
            return std::nullopt;
        }
        return waybill;
    }

private:
    void refuse(const FileWaybill& waybill, RefusalReason reason, const QString& text) {
        m_refuse({waybill.line, waybill.number, reason, text});
    }

    bool mayTake(const FileWaybill& waybill) {
        if (waybill.number.isEmpty()) {
            refuse(waybill, RefusalReason::MissingField,
                   QStringLiteral("The row has no waybill number; it was left out."));
        } else if (looksScientific(waybill.number)) {
            refuse(waybill, RefusalReason::DamagedNumber,
                   QStringLiteral("The number has lost digits in a spreadsheet; it was left out. "
                                  "Import the courier's file without opening it first."));
        } else if (!looksLikeWaybill(waybill.number)) {
            refuse(waybill, RefusalReason::BadCode,
                   QStringLiteral("This is no waybill number (6 to 40 letters and digits); it was "
                                  "left out. Correct it and import again."));
        } else if (m_seen.contains(waybill.number)) {
            refuse(waybill, RefusalReason::Duplicate,
                   QStringLiteral("The number stands in the file a second time; it was counted "
                                  "once."));
        } else {
            m_seen.insert(waybill.number);
            return true;
        }
        return false;
    }

    WaybillColumns m_columns;
    const std::function<void(const Refusal&)>& m_refuse;
    QSet<QString> m_seen;
};

/// A header with a waybill column, else a first row that begins with a number.
std::optional<Refusal> findColumns(TableSource& source, WaybillColumns& columns) {
    auto fault = findHeader(source, [&](const TableHeader& row, const CellForm&) {
        columns = columnsOf(row);
        if (columns.number >= 0) {
            columns.orders = ordersInstead(row);
        }
        return columns.number >= 0;
    });
    if (!fault) {
        return columns.orders;
    }
    if (fault->reason != RefusalReason::NotATable &&
        fault->reason != RefusalReason::UnknownFormat) {
        return fault;
    }
    if (source.fault()) {
        return source.fault();
    }
    source.useSheet(0);
    source.useForm(source.forms().first());
    TableRow row;
    if (source.next(row) && looksLikeWaybill(codeText(row.cell(0)).remove(u' '))) {
        columns = {0, 1, 0, std::nullopt};
        return std::nullopt;
    }
    return wholeRefusal(RefusalReason::NotATable,
                        QStringLiteral("The file is no list of waybill numbers: it has neither a "
                                       "column \"waybill\" nor one number a line. Nothing was "
                                       "imported."));
}

void rewindTo(TableSource& source, const WaybillColumns& columns) {
    source.rewind();
    TableRow row;
    while (columns.headerLine > 0 && source.next(row) && row.line < columns.headerLine) {
    }
}

} // namespace

FileVerdict readWaybills(const QString& path, const std::function<void(const FileWaybill&)>& take,
                         const std::function<void(const Refusal&)>& refuse) {
    FileVerdict verdict;
    OpenedTable table = openTable(path);
    if (table.source) {
        verdict.encoding = table.source->encoding();
    }
    if (table.fault) {
        verdict.whole = table.fault;
        return verdict;
    }
    WaybillColumns columns;
    verdict.whole = findColumns(*table.source, columns);
    if (verdict.whole) {
        return verdict;
    }
    rewindTo(*table.source, columns);
    TableRow row;
    while (table.source->next(row)) {
    }
    verdict.whole = table.source->fault();
    if (verdict.whole) {
        return verdict;
    }
    verdict.format = QStringLiteral("waybills");
    rewindTo(*table.source, columns);
    WaybillReader reader(columns, refuse);
    while (table.source->next(row)) {
        if (const auto waybill = reader.read(row)) {
            take(*waybill);
        }
    }
    return verdict;
}

} // namespace packbench
