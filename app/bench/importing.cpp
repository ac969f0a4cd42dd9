#include "bench/importing.h"

#include "bench/importrecord.h"
#include "exchange/itemfile.h"
#include "faultpoint.h"
#include "ledger/ledger.h"
#include "shipping/courier.h"
#include "shipping/fault.h"

#include <QFileInfo>

namespace packbench {

namespace {

constexpr int kLongestKey = 200;
constexpr qsizetype kMostKnown = 20'000; ///< SKUs kept in memory during an import

ImportRefusal shown(const Refusal& refusal) {
    return {refusal.line, refusal.order, word(refusal.reason), refusal.text};
}

/// Takes the orders of one file into the ledger, inside one transaction.
class OrderIntake : public OrderSink {
public:
    OrderIntake(Ledger& ledger, const WorkingCalendar& calendar, Instant now, ImportReport& report,
                std::function<bool(int)> progress)
        : m_ledger(ledger)
        , m_calendar(calendar)
        , m_now(now)
        , m_report(report)
        , m_progress(std::move(progress)) {}

    void take(const FileOrder& found) override {
        FAULT_POINT("import.order");
        if (found.part == FileOrder::Part::LinesOnly)
            takeLines(found);
        else
            takeWhole(found.order, found.part == FileOrder::Part::HeadOnly, found.line);
    }

    void refuse(const Refusal& refusal) override {
        m_report.refusals.append(shown(refusal));
        if (refusal.reason != RefusalReason::BadCode)
            ++m_report.refused;
    }

    bool progress(int permille) override { return !m_progress || m_progress(permille); }

private:
    /// The ledger keeps keys of at most 200 characters; longer ones are no numbers.
    [[nodiscard]] bool isTooLong(const ShopOrder& order) const {
        bool isLong = order.key.number.size() > kLongestKey ||
                      order.key.shop.size() > kLongestKey || order.waybill.size() > kLongestKey;
        for (const OrderLine& line : order.lines)
            isLong |= line.sku.size() > kLongestKey;
        return isLong;
    }

    void takeWhole(ShopOrder order, bool headOnly, int line) {
        if (isTooLong(order)) {
            refuse({line, order.key.number.left(40), RefusalReason::TooLarge,
                    QStringLiteral("An order number, shop, SKU or waybill has more than 200 "
                                   "characters: the order is not kept. Look at the row.")});
            return;
        }
        auto known = m_ledger.orders().find(order.key);
        if (headOnly)
            keepLines(order, known);
        if (!known) {
            addUnknownItemHold(order);
            m_ledger.orders().add(order, windowOf(order), m_now);
            ++m_report.accepted;
            return;
        }
        takeChange(*known, order, line);
    }

    /// The list comes without lines: those known from the detail list stay.
    static void keepLines(ShopOrder& order, const std::optional<OrderRecord>& known) {
        order.holds.removeAll(Hold::ItemsUnknown);
        if (known && !known->order.lines.isEmpty())
            order.lines = known->order.lines;
        else
            order.holds.append(Hold::ItemsUnknown);
    }

    void takeLines(const FileOrder& found) {
        const auto known = m_ledger.orders().find(found.order.key);
        if (!known) {
            refuse({found.line, found.order.key.number, RefusalReason::UnknownOrder,
                    QStringLiteral(
                        "The detail list names an order that no order list has brought in: its "
                        "lines are not kept. Import the order list, then this file again.")});
            return;
        }
        ShopOrder order = known->order;
        order.state = platformState(*known);
        order.lines = found.order.lines;
        order.holds.removeAll(Hold::ItemsUnknown);
        order.holds.removeAll(Hold::UnknownItem);
        order.holds.removeAll(Hold::ChangedLate);
        takeChange(*known, order, found.line);
    }

    /// The state the shop told, undoing what the bench made of it.
    static OrderState platformState(const OrderRecord& known) {
        const OrderState state = known.order.state;
        return state == OrderState::Packed || state == OrderState::Dispatched ? OrderState::Open
                                                                              : state;
    }

    void takeChange(const OrderRecord& known, ShopOrder order, int line) {
        if (digest(order) == known.digest) {
            ++m_report.unchanged;
            return;
        }
        if (known.order.state == OrderState::Dispatched ||
            known.order.state == OrderState::Packed) {
            takeLateChange(known, order, line);
            return;
        }
        addUnknownItemHold(order);
        if (known.order.holds.contains(Hold::ByService))
            order.holds.append(Hold::ByService);
        m_ledger.orders().replace(known.id, order, windowOf(order));
        ++m_report.updated;
    }

    /// The label exists: the shop's own "shipped" is no news; anything else is refused, and what
    /// has not left yet is stopped until somebody looked.
    void takeLateChange(const OrderRecord& known, const ShopOrder& order, int line) {
        if (order.state == OrderState::Shipped) {
            ++m_report.unchanged;
            return;
        }
        if (known.order.state == OrderState::Packed)
            m_ledger.orders().setHold(known.id, Hold::ChangedLate, true);
        refuse({line, order.key.number, RefusalReason::LabelExists,
                known.order.state == OrderState::Packed
                    ? QStringLiteral(
                          "The shop changed this order after its label was made: the change is not "
                          "taken and the parcel is stopped. Find the parcel and decide with "
                          "customer service.")
                    : QStringLiteral(
                          "The shop changed this order after it left: the change is not taken. "
                          "Tell customer service.")});
    }

    void addUnknownItemHold(ShopOrder& order) {
        order.holds.removeAll(Hold::UnknownItem);
        for (const OrderLine& line : order.lines) {
            if (line.isGoods && !knows(line.sku)) {
                order.holds.append(Hold::UnknownItem);
                return;
            }
        }
    }

    /// The catalogue does not change inside the file's transaction, and a file names few items
    /// often.
    [[nodiscard]] bool knows(const QString& sku) {
        const auto asked = m_known.constFind(sku);
        if (asked != m_known.cend())
            return *asked;
        if (m_known.size() >= kMostKnown)
            m_known.clear();
        return *m_known.insert(sku, m_ledger.items().find(sku).has_value());
    }

    [[nodiscard]] std::optional<DispatchWindow> windowOf(const ShopOrder& order) const {
        const bool isPaid = order.paidAt || order.state == OrderState::Open;
        // Exports without a payment time (Douyin): the clock starts with the order, the earlier
        // time.
        const auto start = order.paidAt ? order.paidAt : order.createdAt;
        if (!isPaid || !start)
            return std::nullopt;
        return dispatchWindow(*start, m_calendar, order.promisedAt);
    }

    Ledger& m_ledger;
    const WorkingCalendar& m_calendar;
    Instant m_now;
    ImportReport& m_report;
    std::function<bool(int)> m_progress;
    QHash<QString, bool> m_known; ///< whether the catalogue has the SKU
};

/// A file that is unusable as a whole: nothing counts, one refusal.
void refuseWhole(ImportReport& report, const Refusal& whole) {
    report.accepted = report.updated = report.unchanged = 0;
    report.refused = 1;
    report.refusals = {shown(whole)};
}

void conclude(ImportReport& report, const FileVerdict& verdict) {
    report.format = verdict.format;
    report.encoding = verdict.encoding;
    report.unknownColumns = verdict.unknownColumns;
    if (verdict.whole)
        refuseWhole(report, *verdict.whole);
}

/// Taobao's list has to be in before its detail list: lists first, the order given otherwise.
QStringList listsFirst(const QStringList& files, const QHash<QString, QString>& formats) {
    QStringList out;
    for (const QString& file : files) {
        if (formats.value(file) != QLatin1String("taobao-details"))
            out.append(file);
    }
    for (const QString& file : files) {
        if (formats.value(file) == QLatin1String("taobao-details"))
            out.append(file);
    }
    return out;
}

/// Reads nothing into the ledger: only tells what a file is.
class NoSink : public OrderSink {
public:
    void take(const FileOrder&) override {}
    void refuse(const Refusal&) override {}
    bool progress(int) override { return false; }
};

/// What the file has no column for stays as the catalogue knows it.
FileItem completed(Catalogue& items, FileItem found) {
    const auto known = items.find(found.item.sku);
    if (!known)
        return found;
    const FileItem::Named& named = found.named;
    found.item.spec = named.spec ? found.item.spec : known->spec;
    found.item.bin = named.bin ? found.item.bin : known->bin;
    found.item.picture = named.picture ? found.item.picture : known->picture;
    found.item.weightGrams = named.weight ? found.item.weightGrams : known->weightGrams;
    found.item.priceCents = named.price ? found.item.priceCents : known->priceCents;
    found.item.asksSerial = named.serial ? found.item.asksSerial : known->asksSerial;
    if (!named.codes)
        found.codes = items.codesOf(found.item.sku);
    return found;
}

} // namespace

Importing::Importing(Ledger& ledger, const BenchSettings& settings, Clock& clock, Progress progress)
    : m_ledger(ledger), m_settings(settings), m_clock(clock), m_progress(std::move(progress)) {}

ImportRecord Importing::recordOf(const ImportRequest& request, const QString& kind,
                                 const QString& file) {
    return {m_ledger, m_clock.now(), request, kind, int(request.files.indexOf(file)) + 1};
}

QList<ImportReport> Importing::orders(const ImportRequest& request) {
    const WorkingCalendar calendar = workingCalendar(m_settings);
    const OrderReading reading{request.format, request.shop, m_settings.zone};
    QHash<QString, QString> formats;
    if (request.files.size() > 1) {
        for (const QString& file : request.files) {
            NoSink sink;
            formats.insert(file, readOrders(file, reading, sink).format);
        }
    }
    QList<ImportReport> reports;
    for (const QString& file : listsFirst(request.files, formats)) {
        ImportRecord record = recordOf(request, QStringLiteral("orders"), file);
        if (const auto before = record.before()) {
            reports.append(*before);
            continue;
        }
        ImportReport report;
        report.file = QFileInfo(file).fileName();
        Transaction transaction(m_ledger);
        OrderIntake intake(m_ledger, calendar, m_clock.now(), report, [&](int permille) {
            return !m_progress || m_progress(permille, report.file);
        });
        const FileVerdict verdict = readOrders(file, reading, intake);
        conclude(report, verdict);
        if (!verdict.whole && !request.dryRun) {
            record.done(report);
            transaction.commit();
        }
        reports.append(report);
    }
    return reports;
}

QList<ImportReport> Importing::items(const ImportRequest& request) {
    QList<ImportReport> reports;
    for (const QString& file : request.files) {
        ImportRecord record = recordOf(request, QStringLiteral("items"), file);
        if (const auto before = record.before()) {
            reports.append(*before);
            continue;
        }
        ImportReport report;
        report.file = QFileInfo(file).fileName();
        Transaction transaction(m_ledger);
        const auto take = [&](const FileItem& found) {
            bool isLong = found.item.sku.size() > kLongestKey;
            for (const ItemCode& code : found.codes)
                isLong |= code.code.size() > kLongestKey;
            if (isLong) {
                ++report.refused;
                report.refusals.append(shown(
                    {found.line, found.item.sku.left(40), RefusalReason::TooLarge,
                     QStringLiteral("SKU or code has more than 200 characters: the item is not "
                                    "kept. Look at the row.")}));
                return;
            }
            const FileItem whole = completed(m_ledger.items(), found);
            switch (m_ledger.items().put(whole.item, whole.codes)) {
            case Catalogue::Put::Accepted: ++report.accepted; break;
            case Catalogue::Put::Updated: ++report.updated; break;
            case Catalogue::Put::Unchanged: ++report.unchanged; break;
            }
        };
        const auto refuse = [&](const Refusal& refusal) {
            report.refusals.append(shown(refusal));
            if (refusal.reason != RefusalReason::BadCode)
                ++report.refused;
        };
        const FileVerdict verdict = readItems(file, take, refuse);
        conclude(report, verdict);
        if (!verdict.whole && !request.dryRun) {
            m_ledger.orders().releaseKnownItems();
            record.done(report);
            transaction.commit();
        }
        reports.append(report);
    }
    return reports;
}

QList<ImportReport> Importing::waybills(const ImportRequest& request) {
    QList<ImportReport> reports;
    for (const QString& file : request.files) {
        ImportRecord record = recordOf(request, QStringLiteral("waybills"), file);
        if (const auto before = record.before()) {
            reports.append(*before);
            continue;
        }
        ImportReport report;
        report.file = QFileInfo(file).fileName();
        Transaction transaction(m_ledger);
        const auto refuse = [&](const Refusal& refusal) {
            report.refusals.append(shown(refusal));
            ++report.refused;
        };
        const auto take = [&](const FileWaybill& found) {
            // request.shop carries the courier for files without a courier column.
            const QString courier = found.courier.isEmpty() ? request.shop : found.courier;
            switch (m_ledger.waybills().add(found.number, courier)) {
            case WaybillPool::Put::Accepted: ++report.accepted; break;
            case WaybillPool::Put::Unchanged: ++report.unchanged; break;
            case WaybillPool::Put::OtherCourier:
                refuse({found.line, found.number, RefusalReason::OtherCourier,
                        QStringLiteral(
                            "This number is already in the ledger under another courier: it stays "
                            "there. Ask the courier whose number it is.")});
                break;
            }
        };
        const FileVerdict verdict = readWaybills(file, take, refuse);
        conclude(report, verdict);
        if (!verdict.whole && !request.dryRun) {
            record.done(report);
            transaction.commit();
        }
        reports.append(report);
    }
    return reports;
}

} // namespace packbench
