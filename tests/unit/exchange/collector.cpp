#include "collector.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>

namespace packbench::test {

namespace {

const QTimeZone& china() {
    static const QTimeZone zone("Asia/Shanghai");
    return zone;
}

QString partWord(FileOrder::Part part) {
    switch (part) {
    case FileOrder::Part::Whole: return QStringLiteral("whole");
    case FileOrder::Part::HeadOnly: return QStringLiteral("head");
    case FileOrder::Part::LinesOnly: return QStringLiteral("lines");
    }
    return {};
}

/// Leaves out what is empty, so that golden files stay readable.
void put(QJsonObject& object, const char* name, const QString& value) {
    if (!value.isEmpty()) {
        object.insert(QLatin1String(name), value);
    }
}

QJsonObject described(const Recipient& to) {
    QJsonObject object;
    put(object, "name", to.name);
    put(object, "phone", to.phone);
    put(object, "country", to.country);
    put(object, "province", to.province);
    put(object, "city", to.city);
    put(object, "district", to.district);
    put(object, "street", to.street);
    put(object, "postcode", to.postcode);
    object.insert(QStringLiteral("masked"), to.masked);
    return object;
}

QJsonArray described(const QList<OrderLine>& lines) {
    QJsonArray array;
    for (const OrderLine& line : lines) {
        QJsonObject object;
        put(object, "sku", line.sku);
        put(object, "title", line.title);
        put(object, "spec", line.spec);
        object.insert(QStringLiteral("quantity"), line.quantity);
        if (!line.isGoods) {
            object.insert(QStringLiteral("goods"), false);
        }
        array.append(object);
    }
    return array;
}

QJsonObject described(const FileOrder& file) {
    const ShopOrder& order = file.order;
    QJsonObject object;
    object.insert(QStringLiteral("line"), file.line);
    put(object, "part", partWord(file.part));
    put(object, "shop", order.key.shop);
    put(object, "order", order.key.number);
    put(object, "state", word(order.state));
    put(object, "created", localText(order.createdAt));
    put(object, "paid", localText(order.paidAt));
    put(object, "promised", localText(order.promisedAt));
    if (order.paidDateOnly) {
        object.insert(QStringLiteral("paidDateOnly"), true);
    }
    put(object, "buyerRemark", order.buyerRemark);
    put(object, "sellerRemark", order.sellerRemark);
    put(object, "flag", order.flag);
    put(object, "courier", order.courier);
    put(object, "waybill", order.waybill);
    QJsonArray holds;
    for (const Hold hold : order.holds) {
        holds.append(word(hold));
    }
    if (!holds.isEmpty()) {
        object.insert(QStringLiteral("holds"), holds);
    }
    object.insert(QStringLiteral("recipient"), described(order.recipient));
    object.insert(QStringLiteral("lines"), described(order.lines));
    return object;
}

} // namespace

ShopOrder Collector::order(const QString& number) const {
    for (const FileOrder& file : orders) {
        if (file.order.key.number == number) {
            return file.order;
        }
    }
    return {};
}

QStringList Collector::numbers() const {
    QStringList result;
    for (const FileOrder& file : orders) {
        result += file.order.key.number;
    }
    return result;
}

QStringList Collector::refused() const {
    QStringList result;
    for (const Refusal& refusal : refusals) {
        result +=
            QString::number(refusal.line) + u' ' + word(refusal.reason) + u' ' + refusal.order;
    }
    return result;
}

OrderReading reading(const QString& format) {
    OrderReading how;
    how.format = format;
    how.zone = china();
    return how;
}

QString fileWith(const QTemporaryDir& folder, const QByteArray& content) {
    QString path = folder.filePath(QStringLiteral("export.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        return {};
    }
    return path;
}

Imported::Imported(const QByteArray& content, const OrderReading& how)
    : verdict(readOrders(fileWith(m_folder, content), how, found)) {}

Imported::Imported(const QString& path, const OrderReading& how)
    : verdict(readOrders(path, how, found)) {}

QString Imported::whole() const {
    return verdict.whole ? word(verdict.whole->reason) : QString();
}

QJsonObject described(const Collector& found, const FileVerdict& verdict) {
    QJsonObject object;
    put(object, "format", verdict.format);
    put(object, "encoding", verdict.encoding);
    QJsonArray orders;
    for (const FileOrder& order : found.orders) {
        orders.append(described(order));
    }
    QJsonArray refusals;
    for (const QString& refusal : found.refused()) {
        refusals.append(refusal);
    }
    object.insert(QStringLiteral("orders"), orders);
    object.insert(QStringLiteral("refusals"), refusals);
    object.insert(QStringLiteral("unknownColumns"),
                  QJsonArray::fromStringList(verdict.unknownColumns));
    return object;
}

QString localText(const std::optional<Instant>& instant) {
    if (!instant) {
        return {};
    }
    return QDateTime::fromMSecsSinceEpoch(instant->msUtc, china())
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace packbench::test
