// What a bench needs from its start to the question about the first label in doubt, in a large
// ledger that was left in the midst of fifty labels.

#include "bench/sampleshop.h"
#include "bench/startupboard.h"
#include "bench/station.h"
#include "ledger/ledger.h"
#include "support/figures.h"

#include <QGuiApplication>
#include <QTemporaryDir>

using namespace packbench;

namespace {

constexpr int kManyOrders = 200'000;
constexpr int kFewOrders = 2'000;
constexpr int kInDoubt = 50;
constexpr int kStarts = 5;

ShopOrder numbered(int number) {
    ShopOrder order;
    order.key = {QStringLiteral("tmall-women"),
                 QStringLiteral("26%1").arg(number, 10, 10, QChar(u'0'))};
    order.paidAt = sampleShiftStart();
    order.state = OrderState::Open;
    OrderLine line;
    line.sku = QStringLiteral("SKU-%1").arg(number % 5000);
    line.title = QStringLiteral("亚麻短袖衬衫");
    line.quantity = 1;
    order.lines = {line};
    return order;
}

/// A label that was on its way when the bench died.
void leaveInDoubt(Ledger& ledger, qint64 order) {
    ParcelRecord parcel{0, order, 1, 1, 0, {}, {}};
    parcel.id = ledger.labels().addParcel(parcel);
    const QString number = QStringLiteral("78%1").arg(order, 12, 10, QChar(u'0'));
    (void)ledger.waybills().reserveNumber(number, QStringLiteral("zto"), parcel.id);
    ledger.labels().setWaybill(parcel.id, number, QStringLiteral("zto"));
    LabelCopy copy;
    copy.parcelId = parcel.id;
    copy.waybill = number;
    copy.printer = QStringLiteral("virtual");
    copy.bytes = QByteArray(20'000, 'x');
    copy.png = QByteArray(30'000, 'x');
    copy.preparedAt = sampleShiftStart();
    ledger.labels().setState(ledger.labels().prepare(copy), CopyState::Sending, sampleShiftStart());
    ledger.orders().setState(order, OrderState::Packed);
}

LedgerAddress filled(const QString& path, int orders) {
    LedgerAddress address;
    address.path = path;
    const auto ledger = Ledger::create(address);
    Transaction transaction(*ledger);
    for (int i = 0; i < orders; ++i) {
        const qint64 id = ledger->orders().add(numbered(i), std::nullopt, sampleShiftStart());
        if (i % (orders / kInDoubt) == 0)
            leaveInDoubt(*ledger, id);
    }
    transaction.commit();
    return address;
}

/// @returns milliseconds of the slowest start; `asked` labels in doubt.
double slowestStart(const LedgerAddress& address, int& asked) {
    const figures::Sample all = figures::repeat(kStarts, [&](int) {
        SteeredClock clock(sampleShiftStart());
        const auto ledger = Ledger::open(address);
        const Station station(*ledger, clock, [](const PrintJob&) {});
        asked = int(startUpBoard(*ledger, station.stoppedAt()).uncertain.size());
    });
    return figures::percentile(all, 1.0);
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QTemporaryDir folder;
    int asked = 0;
    const double few =
        slowestStart(filled(folder.filePath(QStringLiteral("few.db")), kFewOrders), asked);
    const double many =
        slowestStart(filled(folder.filePath(QStringLiteral("many.db")), kManyOrders), asked);
    figures::Table table(
        QStringLiteral("from the start to the first label in doubt, slowest of 5"));
    table.tell(QStringLiteral("labels in doubt that are asked about"), asked, "");
    table.tell(QStringLiteral("2,000 orders, 50 labels in doubt"), few, "ms");
    table.atMost(QStringLiteral("200,000 orders, 50 labels in doubt"), many, "ms", 5000);
    return asked == kInDoubt ? table.print() : 1;
}
