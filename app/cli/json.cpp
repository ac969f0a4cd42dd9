#include "cli/json.h"

#include "shipping/mask.h"

namespace packbench {

QJsonValue timeValue(const std::optional<Instant>& instant, const QTimeZone& zone) {
    return instant ? QJsonValue(isoText(*instant, zone)) : QJsonValue(QJsonValue::Null);
}

QJsonValue textOrNull(const QString& text) {
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject orderObject(const OrderRecord& record, const QTimeZone& zone) {
    const ShopOrder& order = record.order;
    QJsonArray lines;
    for (int i = 0; i < order.lines.size(); ++i) {
        const OrderLine& line = order.lines.at(i);
        lines.append(QJsonObject{{"sku", textOrNull(line.sku)},
                                 {"quantity", line.quantity},
                                 {"title", line.title},
                                 {"spec", textOrNull(line.spec)},
                                 {"goods", line.isGoods},
                                 {"done", record.done.value(i)}});
    }
    QJsonArray holds;
    for (Hold hold : order.holds)
        holds.append(word(hold));
    const auto goal = record.window ? std::optional(record.window->goalAt) : std::nullopt;
    const auto limit = record.window ? std::optional(record.window->limitAt) : std::nullopt;
    QJsonValue calendar = QJsonValue::Null;
    if (record.window)
        calendar =
            record.window->calendarKnown ? QStringLiteral("known") : QStringLiteral("unknown");
    return {{"shop", order.key.shop},
            {"order", order.key.number},
            {"state", word(order.state)},
            {"createdAt", timeValue(order.createdAt, zone)},
            {"paidAt", timeValue(order.paidAt, zone)},
            {"recipient", textOrNull(order.recipient.name)},
            {"maskedAddress", order.recipient.masked},
            {"buyerRemark", textOrNull(order.buyerRemark)},
            {"sellerRemark", textOrNull(order.sellerRemark)},
            {"flag", textOrNull(order.flag)},
            {"holds", holds},
            {"lines", lines},
            {"goalAt", timeValue(goal, zone)},
            {"limitAt", timeValue(limit, zone)},
            {"promisedAt", timeValue(order.promisedAt, zone)},
            {"calendar", calendar},
            {"courier", textOrNull(order.courier)},
            {"waybill", textOrNull(order.waybill)},
            {"tote", textOrNull(record.tote)}};
}

QJsonObject dispatchObject(const DispatchRecord& dispatch, const QTimeZone& zone) {
    const auto goal = dispatch.window ? std::optional(dispatch.window->goalAt) : std::nullopt;
    const auto limit = dispatch.window ? std::optional(dispatch.window->limitAt) : std::nullopt;
    return {{"shop", dispatch.key.shop},
            {"order", dispatch.key.number},
            {"parcel", dispatch.parcelId},
            {"waybill", dispatch.waybill},
            {"courier", textOrNull(dispatch.courier)},
            {"dispatchedAt", timeValue(dispatch.dispatchedAt, zone)},
            {"operator", textOrNull(dispatch.operatorName)},
            {"badge", textOrNull(dispatch.badge)},
            {"bench", dispatch.bench},
            {"goalAt", timeValue(goal, zone)},
            {"limitAt", timeValue(limit, zone)},
            {"inGoal", dispatch.inGoal},
            {"inLimit", dispatch.inLimit},
            {"lateReason", textOrNull(dispatch.lateReason)}};
}

QJsonObject labelObject(const LabelCopy& copy, const QTimeZone& zone) {
    return {{"waybill", copy.waybill},
            {"courier", textOrNull(copy.courier)},
            {"copy", copy.copyNo},
            {"state", word(copy.state)},
            {"cause", textOrNull(copy.cause)},
            {"evidence", word(copy.evidence)},
            {"cameOut", copy.cameOut ? QJsonValue(*copy.cameOut) : QJsonValue(QJsonValue::Null)},
            {"mark", textOrNull(copy.mark)},
            {"printer", copy.printer},
            {"template", textOrNull(copy.form)},
            {"operator", textOrNull(copy.badge)},
            {"reason", textOrNull(copy.reason)},
            {"preparedAt", timeValue(copy.preparedAt, zone)},
            {"sentAt", timeValue(copy.sentAt, zone)},
            {"boundAt", timeValue(copy.boundAt, zone)},
            {"bytesTaken", copy.bytesTaken}};
}

QJsonObject importObject(const ImportReport& report, const QString& counted) {
    QJsonArray refusals;
    for (const ImportRefusal& refusal : report.refusals) {
        refusals.append(QJsonObject{
            {"line", refusal.line > 0 ? QJsonValue(refusal.line) : QJsonValue(QJsonValue::Null)},
            {"order", textOrNull(refusal.order)},
            {"reason", refusal.reason},
            {"text", refusal.text}});
    }
    const QJsonObject counts{{"accepted", report.accepted},
                             {"updated", report.updated},
                             {"unchanged", report.unchanged},
                             {"refused", report.refused}};
    return {{"file", report.file},
            {"format", textOrNull(report.format)},
            {"encoding", textOrNull(report.encoding)},
            {counted, counts},
            {"refusals", refusals},
            {"unknownColumns", QJsonArray::fromStringList(report.unknownColumns)}};
}

QJsonObject replyObject(const StationReply& reply, Language language) {
    QJsonObject out{
        {"scan", reply.isEvent ? QJsonValue(QJsonValue::Null) : QJsonValue(reply.scan)},
        {"kind", textOrNull(reply.kind)},
        {"outcome", reply.outcome},
        {"order", reply.order ? QJsonValue(reply.order->number) : QJsonValue(QJsonValue::Null)},
        {"shop", reply.order ? QJsonValue(reply.order->shop) : QJsonValue(QJsonValue::Null)},
        {"line", reply.line > 0 ? QJsonValue(reply.line) : QJsonValue(QJsonValue::Null)},
        {"sku", textOrNull(reply.sku)}};
    const bool hasLine = reply.line > 0;
    out.insert(QStringLiteral("done"), hasLine                   ? QJsonValue(reply.done)
                                       : reply.orderRequired > 0 ? QJsonValue(reply.orderDone)
                                                                 : QJsonValue());
    out.insert(QStringLiteral("required"), hasLine ? QJsonValue(reply.required)
                                           : reply.orderRequired > 0
                                               ? QJsonValue(reply.orderRequired)
                                               : QJsonValue());
    out.insert(QStringLiteral("say"), words(reply.notice, language));
    if (reply.isEvent)
        out.insert(QStringLiteral("event"), true);
    if (!reply.key.isEmpty())
        out.insert(QStringLiteral("key"), reply.key);
    if (reply.isReplay)
        out.insert(QStringLiteral("replayed"), true);
    if (reply.wasHeld)
        out.insert(QStringLiteral("held"), true);
    return out;
}

} // namespace packbench
