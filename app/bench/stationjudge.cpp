#include "bench/parcels.h"
#include "bench/stationjudgement.h"
#include "bench/stationwords.h"
#include "ledger/ledger.h"

namespace packbench {

namespace {

QString heldWords(const QList<Hold>& holds) {
    QStringList words;
    for (Hold hold : holds)
        words.append(word(hold));
    return words.join(QStringLiteral(", "));
}

} // namespace

QList<ItemMatch> Station::matchesOf(const ScanCode& code) const {
    QList<ItemMatch> matches;
    if (!code.gtin.isEmpty() && code.problem.isEmpty())
        matches = m_ledger.items().match(code.gtin);
    if (matches.isEmpty())
        matches = m_ledger.items().match(code.text);
    return matches;
}

std::optional<OrderRecord> Station::orderNamed(const ScanCode& code, bool& several) const {
    several = false;
    if (code.kind == ScanKind::Tote)
        return m_ledger.orders().byTote(code.argument);
    if (code.kind == ScanKind::Box) {
        const auto id = m_ledger.gate().orderOfBox(code.argument);
        return id ? m_ledger.orders().byId(*id) : std::nullopt;
    }
    QString name = code.kind == ScanKind::Slip ? code.argument : code.text;
    if (const auto mark = copyMark(name))
        name = mark->waybill;
    const qsizetype slash = name.indexOf(u'/');
    if (slash > 0) {
        if (auto order = m_ledger.orders().find({name.left(slash), name.mid(slash + 1)}))
            return order;
    }
    const auto orders = m_ledger.orders().byNumber(name);
    several = orders.size() > 1;
    if (orders.size() == 1)
        return orders.first();
    if (several)
        return std::nullopt;
    if (auto order = m_ledger.orders().byWaybill(name))
        return order;
    // A number that was given up still says whose it was.
    const auto parcel = parcelOfNumber(m_ledger, name);
    return parcel ? m_ledger.orders().byId(parcel->orderId) : std::nullopt;
}

Station::Judgement Station::judge(const ScanCode& code) {
    if (code.kind == ScanKind::Badge)
        return judgeBadge(code);
    if (!m_person)
        return {
            QStringLiteral("not-signed-on"), Verdict::Stop, {NoticeCode::NotSignedOn, {}}, true};
    if (code.kind == ScanKind::Command)
        return judgeCommand(code);
    if (!m_packing)
        return judgeIdle(code);
    if (code.kind == ScanKind::Box)
        return judgeBox(code);
    if (m_snapshot.stage == Stage::Remark)
        return {
            QStringLiteral("confirm-remark"), Verdict::Look, {NoticeCode::RemarkFirst, {}}, true};
    if (m_snapshot.stage == Stage::Printing || m_snapshot.stage == Stage::ScanLabel)
        return judgeLabelScan(code);
    if (m_serialLine >= 0)
        return judgeSerial(code);
    return judgePacking(code);
}

Station::Judgement Station::judgeBadge(const ScanCode& code) {
    const auto person = m_ledger.staff().byBadge(code.argument);
    if (!person)
        return {QStringLiteral("unknown-badge"),
                Verdict::Unknown,
                {NoticeCode::UnknownBadge, {code.argument}},
                true};
    Judgement ok{
        QStringLiteral("signed-on"), Verdict::Accepted, {NoticeCode::SignedOn, {person->name}}};
    ok.action = Action::SignOn;
    ok.text = person->badge;
    return ok;
}

Station::Judgement Station::judgeCommand(const ScanCode& code) {
    const auto yes = [](const char* outcome, NoticeCode notice, Action action,
                        Verdict verdict = Verdict::Accepted, const QStringList& about = {}) {
        Judgement judgement{QLatin1String(outcome), verdict, {notice, about}};
        judgement.action = action;
        return judgement;
    };
    const Stage stage = m_snapshot.stage;
    const bool hasCopy = m_copy && (stage == Stage::ScanLabel || stage == Stage::Printing);
    switch (code.command) {
    case Command::Redo:
    case Command::ExtraParcel: return judgeVerb(code);
    case Command::Confirm:
        if (stage == Stage::Remark)
            return yes("remark-confirmed", NoticeCode::RemarkConfirmed, Action::ConfirmRemarks);
        if (stage == Stage::Packing && m_packing && m_packing->isComplete())
            return yes("retry-label", NoticeCode::RemarkConfirmed, Action::RetryLabel);
        break;
    case Command::PrintAgain:
        if (hasCopy && m_copy->state != CopyState::Sending)
            return yes("scan-reason", NoticeCode::ScanReason, Action::AskReason, Verdict::YourTurn);
        if (!m_packing)
            return judgeVerb(code);
        break;
    case Command::NothingCame:
        if (!m_packing)
            return judgeNotThere();
        if (hasCopy && m_copy->state == CopyState::Sent && !m_copy->cause.isEmpty())
            return {QStringLiteral("printer-waits"),
                    Verdict::Wait,
                    {NoticeCode::PrinterWaits, {m_copy->cause}}};
        if (hasCopy && m_copy->state != CopyState::Bound && m_copy->state != CopyState::Sending)
            return yes("nothing-came", NoticeCode::ReasonNoted, Action::NothingCame,
                       Verdict::Accepted, {QStringLiteral("nothing-came")});
        break;
    case Command::CancelLabel: return judgeCancelCard(hasCopy);
    case Command::Reason:
        if (m_verb && m_verb->orderId != 0) {
            Judgement judgement = yes("reason-noted", NoticeCode::ReasonNoted, Action::DoVerb);
            judgement.notice.arguments = {code.argument};
            judgement.text = code.argument;
            return judgement;
        }
        if (m_waitsForReason || (m_lastWasLate && !m_packing)) {
            const bool again = m_waitsForReason;
            Judgement judgement = yes("reason-noted", NoticeCode::ReasonNoted,
                                      again ? Action::PrintAgain : Action::NoteLateReason);
            judgement.notice.arguments = {code.argument};
            judgement.text = code.argument;
            return judgement;
        }
        break;
    case Command::None:
    case Command::Acknowledge:
    case Command::Undo:
    case Command::Quantity:
    case Command::SingleItem:
    case Command::SetAside:
    case Command::SayLanguage:
    case Command::SignOff: return judgeQuickCommand(code);
    case Command::ClockRight: return judgeClockRight();
    case Command::Gate:
    case Command::DayEnd: break; // the kiosk takes them before the bench does
    }
    return yes("nothing-to-do", NoticeCode::NothingToDo, Action::None, Verdict::None);
}

Station::Judgement Station::judgeQuickCommand(const ScanCode& code) {
    Judgement judgement{
        QStringLiteral("nothing-to-do"), Verdict::None, {NoticeCode::NothingToDo, {}}};
    const auto becomes = [&](const char* outcome, Notice notice, Action action) {
        judgement = {QLatin1String(outcome), Verdict::Accepted, std::move(notice)};
        judgement.action = action;
    };
    const bool labelExists = m_copy || (m_parcel && !m_parcel->waybill.isEmpty());
    switch (code.command) {
    case Command::Acknowledge:
        if (m_refusal)
            becomes("released", {NoticeCode::Released, {}}, Action::Release);
        break;
    case Command::Undo:
        if (m_packing && !labelExists && (m_packing->hasProgress() || m_serialLine >= 0))
            becomes("undone", {NoticeCode::ScanTakenBack, {m_packing->record().order.key.number}},
                    Action::Undo);
        else
            judgement = {
                QStringLiteral("nothing-to-undo"), Verdict::None, {NoticeCode::NothingToUndo, {}}};
        break;
    case Command::Quantity:
        becomes("quantity", {NoticeCode::QuantityNext, {QString::number(code.quantity)}},
                Action::SetQuantity);
        break;
    case Command::SingleItem:
        if (!m_packing) {
            becomes(m_singleItem ? "single-item-off" : "single-item-on",
                    {m_singleItem ? NoticeCode::SingleItemOff : NoticeCode::SingleItemOn, {}},
                    Action::ToggleSingle);
        }
        break;
    case Command::SetAside:
        if (m_packing)
            becomes("set-aside", {NoticeCode::SetAside, {m_packing->record().order.key.number}},
                    Action::SetAside);
        break;
    case Command::SayLanguage:
        if (m_printer.asksLanguage) {
            becomes("language-said",
                    {NoticeCode::PrinterLanguageSaid, {m_printer.model, code.argument.toUpper()}},
                    Action::SayLanguage);
            judgement.text = code.argument;
        }
        break;
    case Command::SignOff:
        becomes("signed-off", {NoticeCode::SignedOff, {}}, Action::SignOff);
        break;
    case Command::None:
    case Command::Confirm:
    case Command::PrintAgain:
    case Command::Redo:
    case Command::ExtraParcel:
    case Command::NothingCame:
    case Command::CancelLabel:
    case Command::Gate:
    case Command::DayEnd:
    case Command::ClockRight:
    case Command::Reason: break;
    }
    return judgement;
}

Station::Judgement Station::unknown(const ScanCode& code) const {
    if (code.problem == QLatin1String("bad-check-digit"))
        return {QStringLiteral("bad-check-digit"),
                Verdict::Unknown,
                {NoticeCode::BadCheckDigit, {code.text}},
                true};
    if (!code.problem.isEmpty())
        return {QStringLiteral("unknown-code"),
                Verdict::Unknown,
                {NoticeCode::ScanNotUnderstood, {code.text.left(40)}},
                true};
    const bool namesOrder = code.kind == ScanKind::Slip || code.kind == ScanKind::Tote ||
                            code.kind == ScanKind::Box || code.kind == ScanKind::Waybill;
    return {QStringLiteral("unknown-code"),
            Verdict::Unknown,
            {namesOrder || !m_packing ? NoticeCode::OrderNotFound : NoticeCode::UnknownCode,
             {code.text.left(40)}},
            true};
}

Station::Judgement Station::judgeIdle(const ScanCode& code) {
    if (m_verb && m_verb->orderId == 0)
        return judgeVerbOrder(code);
    bool several = false;
    if (const auto order = orderNamed(code, several)) {
        const auto mark = copyMark(code.text);
        const auto parcel = parcelOfNumber(m_ledger, mark ? mark->waybill : code.text);
        return parcel && parcel->orderId == order->id ? judgeStrayLabel(code, *order)
                                                      : judgeOpening(*order);
    }
    if (several)
        return {QStringLiteral("several-orders"),
                Verdict::Unknown,
                {NoticeCode::SeveralOrders, {code.text}},
                true};
    const auto matches = matchesOf(code);
    if (matches.isEmpty())
        return unknown(code);
    if (m_singleItem)
        return judgeSingleItem(code, matches);
    Judgement judgement{QStringLiteral("no-order"),
                        Verdict::Wrong,
                        {NoticeCode::NoOrderOpen, {matches.first().item.title}},
                        true};
    judgement.got = shownItem(matches.first().item, code.text);
    return judgement;
}

Station::Judgement Station::judgeOpening(const OrderRecord& order) {
    const QString number = order.order.key.number;
    Judgement judgement;
    judgement.orderId = order.id;
    judgement.order = order.order.key;
    const auto refuse = [&](const char* outcome, Verdict verdict, NoticeCode code,
                            const QStringList& arguments) {
        judgement.outcome = QLatin1String(outcome);
        judgement.verdict = verdict;
        judgement.notice = {code, arguments};
        judgement.isRefusal = true;
        return judgement;
    };
    const auto parcel = openParcel(m_ledger, order.id);
    const QString waybill = parcel ? orDash(parcel->waybill) : orDash(order.order.waybill);
    switch (order.order.state) {
    case OrderState::Unpaid:
        return refuse("unpaid", Verdict::Stop, NoticeCode::OrderUnpaid, {number});
    case OrderState::Cancelled:
        return refuse("cancelled", Verdict::Stop, NoticeCode::OrderCancelled, {number});
    case OrderState::Shipped:
    case OrderState::Dispatched:
        return refuse("already-packed", Verdict::Stop, NoticeCode::AlreadyPacked,
                      {number, waybill});
    case OrderState::Packed: {
        const auto copy = parcel ? m_ledger.labels().current(parcel->id) : std::nullopt;
        if (copy && copy->state == CopyState::Bound)
            return refuse("already-packed", Verdict::Stop, NoticeCode::AlreadyPacked,
                          {number, waybill});
        break;
    }
    case OrderState::Open: break;
    }
    if (m_ledgerStops.code != NoticeCode::None)
        return refuse("no-room", Verdict::Stop, m_ledgerStops.code, m_ledgerStops.arguments);
    if (!order.order.holds.isEmpty())
        return refuse("held", Verdict::Stop, NoticeCode::OrderHeld,
                      {number, heldWords(order.order.holds)});
    judgement.outcome = QStringLiteral("opened");
    judgement.verdict = Verdict::Accepted;
    judgement.notice = {NoticeCode::OrderOpened, {number, QString::number(order.order.pieces())}};
    judgement.action = Action::Open;
    return judgement;
}

Station::Judgement Station::judgeSingleItem(const ScanCode& code, const QList<ItemMatch>& matches) {
    QStringList skus;
    for (const ItemMatch& match : matches)
        skus.append(match.item.sku);
    const auto order = m_ledger.orders().mostUrgentSingle(skus);
    if (!order) {
        Judgement none{QStringLiteral("wrong-item"),
                       Verdict::Wrong,
                       {NoticeCode::NoOrderNeedsIt, {matches.first().item.title}},
                       true};
        none.got = shownItem(matches.first().item, code.text);
        return none;
    }
    Judgement judgement = judgeOpening(*order);
    if (!judgement.isRefusal)
        judgement.action = Action::OpenAndCount;
    return judgement;
}

} // namespace packbench
