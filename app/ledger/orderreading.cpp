#include "ledger/orderreading.h"

#include "ledger/columns.h"
#include "ledger/database.h"

#include <QHash>

namespace packbench {
namespace {

constexpr int kPage = 256;

Recipient readRecipient(Rows& rows) {
    Recipient recipient;
    recipient.name = rows.text();
    recipient.phone = rows.text();
    recipient.country = rows.text();
    recipient.province = rows.text();
    recipient.city = rows.text();
    recipient.district = rows.text();
    recipient.street = rows.text();
    recipient.postcode = rows.text();
    recipient.masked = rows.flag();
    return recipient;
}

/// The two shapes of every question about a page: of one state, or of all.
struct PageQuestions {
    const char* orders;
    const char* lines;
    const char* holds;
};
constexpr PageQuestions kAll{"order/page", "order/page-lines", "order/page-holds"};
constexpr PageQuestions kOfState{"order/page-of-state", "order/page-lines-of-state",
                                 "order/page-holds-of-state"};

} // namespace

OrderRecord readOrder(Rows& rows) {
    OrderRecord record;
    ShopOrder& order = record.order;
    record.id = rows.integer();
    order.key.shop = rows.text();
    order.key.number = rows.text();
    const QString state = rows.text();
    order.state = known(orderStateFromWord(state), state);
    order.createdAt = rows.maybeInstant();
    order.paidAt = rows.maybeInstant();
    order.paidDateOnly = rows.flag();
    order.promisedAt = rows.maybeInstant();
    order.recipient = readRecipient(rows);
    order.buyerRemark = rows.text();
    order.sellerRemark = rows.text();
    order.flag = rows.text();
    order.courier = rows.text();
    order.waybill = rows.text();
    record.window = readWindow(rows);
    record.tote = rows.text();
    record.digest = rows.text();
    record.remarksConfirmed = rows.maybeInstant().has_value();
    record.importedAt = rows.instant();
    return record;
}

void readLine(Rows& rows, OrderRecord& order) {
    OrderLine line;
    line.sku = rows.text();
    line.title = rows.text();
    line.spec = rows.text();
    line.quantity = rows.number();
    line.isGoods = rows.flag();
    order.order.lines += line;
    order.done += rows.number();
}

Hold readHold(Rows& rows) {
    const QString hold = rows.text();
    return known(holdFromWord(hold), hold);
}

QList<OrderRecord> readPage(Database& database, const QString& state, PaymentPlace& last) {
    const PageQuestions& questions = state.isEmpty() ? kAll : kOfState;
    const PaymentPlace before = last;
    QList<OrderRecord> page;
    QHash<qint64, qsizetype> places;
    {
        Rows rows = database.ask(
            questions.orders,
            {{"state", state}, {"rank", before.rank}, {"id", before.id}, {"atMost", kPage}});
        while (rows.next()) {
            page += readOrder(rows);
            last = {rows.integer(), page.constLast().id};
            places.insert(last.id, page.size() - 1);
        }
    }
    const auto within = [&](const char* question, const auto& take) {
        Rows rows = database.ask(question, {{"state", state},
                                            {"rank", before.rank},
                                            {"id", before.id},
                                            {"lastRank", last.rank},
                                            {"lastId", last.id}});
        while (rows.next()) {
            if (const auto place = places.constFind(rows.integer()); place != places.cend())
                take(rows, page[*place]);
        }
    };
    if (!page.isEmpty()) {
        within(questions.lines, readLine);
        within(questions.holds,
               [](Rows& rows, OrderRecord& order) { order.order.holds += readHold(rows); });
    }
    return page;
}

} // namespace packbench
