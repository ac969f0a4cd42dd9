#include "screens/packmodel.h"

#include <algorithm>

namespace packbench {

static_assert(int(PackModel::ScanLabel) == int(Stage::ScanLabel));
static_assert(int(PackModel::Wait) == int(Verdict::Wait));
static_assert(int(PackModel::Stopped) == int(Verdict::Stop));

PackModel::PackModel(BenchPort& bench, LabelShelf& labels) : m_bench(bench), m_labels(labels) {}

void PackModel::show(const StationSnapshot& snapshot) {
    const StationSnapshot before = m_shown;
    const ShownOrder orderBefore = m_order;
    m_shown = snapshot;
    m_order = snapshot.order.value_or(ShownOrder{});
    showLines();
    const bool isNewVerdict = before.notice != snapshot.notice ||
                              before.verdict != snapshot.verdict ||
                              before.order != snapshot.order || before.refusal != snapshot.refusal;
    if (isNewVerdict)
        sayVerdict(orderBefore);
    if (snapshot.refusal) {
        m_got.show(snapshot.refusal->got, snapshot.refusal->differing);
        m_expected.show(snapshot.refusal->expected, snapshot.refusal->differing);
    }
    if (snapshot.label)
        m_labelPicture = m_labels.keep(snapshot.label->copyId, snapshot.label->png);
    tellChanges(before);
}

void PackModel::tellChanges(const StationSnapshot& before) {
    const StationSnapshot& now = m_shown;
    if (before.stage != now.stage)
        Q_EMIT stepChanged();
    if (before.refusal != now.refusal)
        Q_EMIT refusalChanged();
    if (before.notice != now.notice || before.verdict != now.verdict || before.stage != now.stage ||
        before.order != now.order || before.refusal != now.refusal ||
        before.repeatsIgnored != now.repeatsIgnored || before.nextQuantity != now.nextQuantity ||
        before.singleItemMode != now.singleItemMode)
        Q_EMIT verdictChanged();
    if (before.order != now.order) {
        const ShownOrder old = before.order.value_or(ShownOrder{});
        if (before.order.has_value() != now.order.has_value() || old.number != m_order.number ||
            old.shop != m_order.shop || old.courier != m_order.courier ||
            old.carton != m_order.carton || old.cartons != m_order.cartons ||
            old.remarks != m_order.remarks || old.place != m_order.place)
            Q_EMIT orderChanged();
        Q_EMIT progressChanged();
    }
    if (before.label != now.label)
        Q_EMIT labelChanged();
    if (before.heldScans != now.heldScans || before.heldCount != now.heldCount ||
        before.waitingScans != now.waitingScans)
        Q_EMIT heldChanged();
    if (before.canUndo != now.canUndo || before.lastParcel != now.lastParcel ||
        before.lastParcelState != now.lastParcelState ||
        before.lastParcelCourier != now.lastParcelCourier)
        Q_EMIT bottomChanged();
}

void PackModel::speak(Language language) {
    m_language = language;
    sayVerdict(m_order);
    Q_EMIT verdictChanged();
    Q_EMIT orderChanged();
    Q_EMIT labelChanged();
    Q_EMIT bottomChanged();
}

void PackModel::showLines() {
    QList<LineRow> waiting;
    QList<ShownLine> folded;
    m_hasOpen = false;
    for (int i = 0; i < m_order.lines.size(); ++i) {
        const ShownLine& line = m_order.lines.at(i);
        if (line.isOpen) {
            m_hasOpen = true;
            m_openLine = line;
        } else if (line.done >= line.required) {
            folded.append(line);
        } else {
            waiting.append({i, line});
        }
    }
    if (m_hasOpen)
        m_open.show(m_openLine.item);
    m_waiting.show(waiting);
    if (m_folded == folded)
        return;
    m_folded = folded;
    Q_EMIT foldedChanged();
}

/// The line whose count has risen since the snapshot before.
const ShownLine* PackModel::countedLine(const ShownOrder& before) const {
    const bool isSameOrder = before.number == m_order.number && before.shop == m_order.shop &&
                             before.lines.size() == m_order.lines.size();
    for (int i = 0; isSameOrder && i < m_order.lines.size(); ++i) {
        if (m_order.lines.at(i).done > before.lines.at(i).done)
            return &m_order.lines.at(i);
    }
    return nullptr;
}

void PackModel::sayVerdict(const ShownOrder& before) {
    const Notice& notice = m_shown.refusal ? m_shown.refusal->notice : m_shown.notice;
    m_said = words(notice, m_language);
    const QStringList next = packbench::steps(notice, m_language);
    if (next != m_steps) {
        m_steps = next;
        Q_EMIT stepsChanged();
    }
    m_detail.clear();
    m_pieceNumber = 0;
    if (m_shown.verdict != Verdict::Accepted)
        return;
    if (const ShownLine* line = countedLine(before)) {
        m_said = line->item.title;
        m_detail = specLine(line->item.spec);
        m_pieceNumber = line->done;
    }
}

PackModel::Word PackModel::word() const {
    const NoticeCode code = m_shown.refusal ? m_shown.refusal->notice.code : m_shown.notice.code;
    switch (m_shown.verdict) {
    case Verdict::None: return NoWord;
    case Verdict::Accepted: return OkWord;
    case Verdict::Done: return DoneWord;
    case Verdict::TooMany: return TooManyWord;
    case Verdict::Stop: return StopWord;
    case Verdict::Look: return LookWord;
    case Verdict::Wait: return WaitWord;
    case Verdict::Unknown:
        return code == NoticeCode::BadCheckDigit || code == NoticeCode::ScanNotUnderstood
                   ? MisreadWord
                   : UnknownWord;
    case Verdict::Wrong:
        if (code == NoticeCode::WrongItem)
            return WrongItemWord;
        if (code == NoticeCode::BadCheckDigit || code == NoticeCode::ScanNotUnderstood)
            return MisreadWord;
        return code == NoticeCode::WrongLabel || code == NoticeCode::OldCopy ||
                       code == NoticeCode::ForgedMark || code == NoticeCode::NumberGivenUp
                   ? WrongLabelWord
                   : RefusedWord;
    case Verdict::YourTurn: break;
    }
    if (code == NoticeCode::ScanSerial)
        return SerialWord;
    if (code == NoticeCode::ScanReason)
        return ReasonWord;
    switch (m_shown.stage) {
    case Stage::SignedOff: return BadgeWord;
    case Stage::Idle: return OrderWord;
    case Stage::ScanLabel: return LabelWord;
    case Stage::Packing:
    case Stage::Remark:
    case Stage::Printing: break;
    }
    return ItemWord;
}

QString PackModel::courierName(const QString& key) const {
    return shownCourier(key, m_language);
}

QString PackModel::about() const {
    return m_order.shop.isEmpty() ? aboutShort()
                                  : m_order.shop + QStringLiteral(" · ") + aboutShort();
}

QString PackModel::aboutShort() const {
    QStringList parts{m_order.recipient, m_order.place, courier()};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QVariantList PackModel::remarks() const {
    QVariantList out;
    for (const Remark& remark : m_order.remarks) {
        const bool changes = !remark.courier.isEmpty() && remark.courier != m_order.courier;
        out.append(QVariantMap{{QStringLiteral("from"), int(remark.from)},
                               {QStringLiteral("text"), remark.text},
                               {QStringLiteral("courier"), courierName(remark.courier)},
                               {QStringLiteral("notCourier"),
                                courierName(changes ? m_order.courier : remark.notCourier)}});
    }
    return out;
}

int PackModel::donePieces() const {
    int pieces = 0;
    for (const ShownLine& line : m_folded)
        pieces += line.done;
    return pieces;
}

QString PackModel::doneText() const {
    QStringList parts;
    for (const ShownLine& line : m_folded)
        parts.append(QStringLiteral("%1 %2").arg(line.item.title).arg(line.done));
    return parts.join(QStringLiteral(" · "));
}

QStringList PackModel::donePictures() const {
    QStringList out;
    for (const ShownLine& line : m_folded) {
        if (out.size() < 6)
            out.append(line.item.picture);
    }
    return out;
}

QString PackModel::scanned() const {
    return m_shown.refusal ? m_shown.refusal->scanned : QString();
}

QString PackModel::differing() const {
    return m_shown.refusal ? m_shown.refusal->differing.join(QStringLiteral(" · ")) : QString();
}

QString PackModel::labelTail() const {
    QString digits = label().waybill;
    if (digits.size() < 10)
        return digits;
    return digits.mid(digits.size() - 7, 4) + QLatin1Char(' ') + digits.right(3);
}

void PackModel::labelDamaged() {
    if (m_shown.label)
        m_bench.printAgain(label().copyId, QStringLiteral("damaged"));
}

void PackModel::cancelLabel() {
    if (m_shown.label)
        m_bench.cancelLabel(label().copyId);
}

bool PackModel::labelWaits() const {
    return labelState() == u"prepared" || labelState() == u"failed-clean";
}

int PackModel::heldCount() const {
    return std::max(m_shown.heldCount, int(m_shown.heldScans.size()));
}

int PackModel::scansWaiting() const {
    constexpr int kFew = 5;
    return m_shown.waitingScans < kFew ? 0 : m_shown.waitingScans;
}

QStringList PackModel::held() const {
    QStringList out;
    for (const QString& code : m_shown.heldScans)
        out.append(tail(code, 4));
    return out;
}

} // namespace packbench
