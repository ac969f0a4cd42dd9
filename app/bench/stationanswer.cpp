#include "bench/stationanswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace packbench {
namespace {

/// Notices are kept by number: another Packbench may number them otherwise.
constexpr int kNotices = int(NoticeCode::LedgerFault);

void put(QJsonObject& out, const char* name, const QString& text) {
    if (!text.isEmpty())
        out.insert(QLatin1String(name), text);
}

void put(QJsonObject& out, const char* name, int number) {
    if (number != 0)
        out.insert(QLatin1String(name), number);
}

QString textOf(const QJsonObject& from, const char* name) {
    return from.value(QLatin1String(name)).toString();
}

int numberOf(const QJsonObject& from, const char* name) {
    return from.value(QLatin1String(name)).toInt();
}

StationReply refused(const char* outcome, NoticeCode code) {
    StationReply reply;
    reply.outcome = QLatin1String(outcome);
    reply.verdict = Verdict::Stop;
    reply.notice = {code, {}};
    return reply;
}

} // namespace

QString answerText(const StationReply& reply) {
    QJsonObject out;
    put(out, "scan", reply.scan);
    put(out, "kind", reply.kind);
    put(out, "outcome", reply.outcome);
    if (reply.order) {
        out.insert(QStringLiteral("shop"), reply.order->shop);
        out.insert(QStringLiteral("order"), reply.order->number);
    }
    put(out, "sku", reply.sku);
    put(out, "line", reply.line);
    put(out, "done", reply.done);
    put(out, "required", reply.required);
    put(out, "orderDone", reply.orderDone);
    put(out, "orderRequired", reply.orderRequired);
    put(out, "verdict", int(reply.verdict));
    put(out, "event", reply.isEvent ? 1 : 0);
    put(out, "held", reply.wasHeld ? 1 : 0);
    put(out, "notices", kNotices);
    put(out, "notice", int(reply.notice.code));
    if (!reply.notice.arguments.isEmpty())
        out.insert(QStringLiteral("about"), QJsonArray::fromStringList(reply.notice.arguments));
    return QString::fromUtf8(QJsonDocument(out).toJson(QJsonDocument::Compact));
}

StationReply answerFrom(const QString& text) {
    const QJsonObject in = QJsonDocument::fromJson(text.toUtf8()).object();
    StationReply reply;
    reply.scan = textOf(in, "scan");
    reply.kind = textOf(in, "kind");
    reply.outcome = textOf(in, "outcome");
    if (in.contains(QLatin1String("order")))
        reply.order = OrderKey{textOf(in, "shop"), textOf(in, "order")};
    reply.sku = textOf(in, "sku");
    reply.line = numberOf(in, "line");
    reply.done = numberOf(in, "done");
    reply.required = numberOf(in, "required");
    reply.orderDone = numberOf(in, "orderDone");
    reply.orderRequired = numberOf(in, "orderRequired");
    reply.isEvent = numberOf(in, "event") != 0;
    reply.wasHeld = numberOf(in, "held") != 0;
    const int verdict = numberOf(in, "verdict");
    if (verdict >= 0 && verdict <= int(Verdict::Wait))
        reply.verdict = Verdict(verdict);
    const int code = numberOf(in, "notice");
    if (numberOf(in, "notices") == kNotices && code >= 0 && code <= kNotices) {
        reply.notice.code = NoticeCode(code);
        for (const QJsonValue& value : in.value(QLatin1String("about")).toArray())
            reply.notice.arguments += value.toString();
    } else {
        reply.notice = {NoticeCode::AnsweredBefore, {reply.outcome}};
    }
    return reply;
}

std::optional<StationReply> answeredBefore(KeyedAct& act) {
    StationReply answer;
    switch (act.found()) {
    case KeyedAct::Found::Nothing: return std::nullopt;
    case KeyedAct::Found::Done:
        answer = answerFrom(act.result());
        answer.isReplay = true;
        break;
    case KeyedAct::Found::Reused: answer = refused("key-reused", NoticeCode::KeyReused); break;
    case KeyedAct::Found::TooOld: answer = refused("key-too-old", NoticeCode::KeyTooOld); break;
    case KeyedAct::Found::BadKey: answer = refused("bad-key", NoticeCode::KeyNotUnderstood); break;
    }
    answer.key = act.key();
    return answer;
}

} // namespace packbench
