#include "bench/labelling.h"

#include "bench/foreignpage.h"
#include "bench/foreignreader.h"
#include "bench/labelinbox.h"
#include "bench/labelinboxmatch.h"
#include "bench/parcels.h"
#include "bench/templatechoice.h"
#include "faultpoint.h"
#include "labels/proof.h"
#include "ledger/ledger.h"
#include "shipping/copymark.h"
#include "shipping/courier.h"
#include "shipping/mask.h"
#include "shipping/remark.h"
#include "shipping/scancode.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace packbench {

namespace {

QString joined(const QStringList& parts, const QString& between) {
    QStringList filled;
    for (const QString& part : parts) {
        if (!part.isEmpty())
            filled.append(part);
    }
    return filled.join(between);
}

/// "2nd", as a label says it.
QString ordinal(int number) {
    const int tens = number / 10 % 10;
    const char* ending = tens == 1          ? "th"
                         : number % 10 == 1 ? "st"
                         : number % 10 == 2 ? "nd"
                         : number % 10 == 3 ? "rd"
                                            : "th";
    return QString::number(number) + QLatin1String(ending);
}

QString weightText(int grams) {
    return grams > 0 ? QStringLiteral("%1 kg").arg(grams / 1000.0, 0, 'f', 2) : QString();
}

QList<QHash<QString, QString>> goodsRows(const ShopOrder& order) {
    QList<QHash<QString, QString>> rows;
    for (const OrderLine& line : order.lines) {
        if (!line.isGoods)
            continue;
        QStringList values;
        for (const SpecPart& part : specParts(line.spec))
            values.append(part.value);
        rows.append({{QStringLiteral("title"), line.title},
                     {QStringLiteral("spec"), values.join(u' ')},
                     {QStringLiteral("quantity"), QString::number(line.quantity)},
                     {QStringLiteral("sku"), line.sku}});
    }
    return rows;
}

QString remarkText(const ShopOrder& order) {
    QStringList texts;
    for (const Remark& remark : bindingRemarks(order))
        texts.append(remark.text.simplified());
    return texts.join(QStringLiteral(" · "));
}

LabelCopy copyOf(const Page& page, const ParcelRecord& parcel, const PrinterDescription& printer,
                 const LabelOccasion& occasion) {
    LabelCopy copy;
    copy.parcelId = parcel.id;
    copy.orderId = parcel.orderId;
    copy.copyNo = occasion.copyNo;
    copy.waybill = parcel.waybill;
    copy.courier = parcel.courier;
    copy.printer = printer.id;
    copy.language = word(printer.language);
    copy.bytes = encode(printer.language, page, printer.setup);
    copy.png = pngFromPage(page);
    copy.badge = occasion.person.badge;
    copy.reason = occasion.reason;
    copy.preparedAt = occasion.now;
    return copy;
}

/// What can be read on the page as it will be printed. Foreign pages are read in a process of their
/// own; one that is as it came was.
QStringList codesOn(const Page& page, const IncomingLabel& label) {
    if (page == pageOf(label))
        return label.codes;
    QStringList codes;
    const ForeignFile file = ForeignReader().open(pngFromPage(page), {page.dotsPerMm, {}, 8});
    for (const ForeignPage& one : file.pages) {
        for (const ReadCode& code : one.codes)
            codes += code.text.trimmed();
    }
    return codes;
}

QSizeF printableMm(const BenchSettings& settings, const PrinterDescription& printer) {
    QSizeF size = labelSizeMm(settings);
    if (printer.setup.headDots > 0)
        size.setWidth(std::min(size.width(), double(printer.setup.headDots) / printer.dotsPerMm));
    return size;
}

} // namespace

LabelFields labelFields(const OrderRecord& order, const ParcelRecord& parcel,
                        const BenchSettings& settings, const LabelOccasion& occasion) {
    const Recipient& to = order.order.recipient;
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(occasion.now.msUtc, settings.zone);
    LabelFields out;
    const auto put = [&](const char* name, const QString& value) {
        out.values.insert(QLatin1String(name), value);
    };
    put("tracking", parcel.waybill);
    put("courier", joined({courierName(parcel.courier, true), courierName(parcel.courier, false)},
                          QStringLiteral(" ")));
    put("sorting_mark",
        joined({to.city.isEmpty() ? to.province : to.city, to.district}, QStringLiteral(" ")));
    const auto putMasked = [&](const char* name, const QString& value,
                               QString (*mask)(const QString&)) {
        put(name, mask(value));
        out.clear.insert(QLatin1String(name), value);
    };
    putMasked("recipient.name", to.name, maskedName);
    putMasked("recipient.phone", to.phone, maskedPhone);
    put("recipient.place", joined({to.province, to.city, to.district,
                                   to.country == QLatin1String("CN") ? QString() : to.country},
                                  QStringLiteral(" ")));
    putMasked("recipient.street", to.street, maskedStreet);
    put("recipient.postcode", to.postcode);
    put("recipient.country", to.country);
    put("sender.name", settings.senderName);
    putMasked("sender.phone", settings.senderPhone, maskedPhone);
    put("sender.address", settings.senderAddress);
    put("order", order.order.key.number);
    put("shop", order.order.key.shop);
    put("carton", QStringLiteral("%1/%2").arg(parcel.carton).arg(parcel.cartons));
    put("pieces", QString::number(order.order.pieces()));
    put("weight", weightText(parcel.weightGrams));
    put("remark", remarkText(order.order));
    put("operator", occasion.person.badge);
    put("bench", settings.bench);
    put("printed_at", local.toString(QStringLiteral("MM-dd HH:mm")));
    put("printed_time", local.toString(QStringLiteral("yyyy-MM-ddTHH:mm")));
    for (const char* name : {"sorting_code", "hub", "service", "payment", "cod", "insured"})
        put(name, {}); // the order has none of them
    put("copy", occasion.copyNo > 1 ? QStringLiteral("第%1次打印 %2 print")
                                          .arg(occasion.copyNo)
                                          .arg(ordinal(occasion.copyNo))
                                    : QString());
    put("copy_mark", copyMarkTail(parcel.waybill, parcel.id, occasion.copyNo, settings.markKey));
    out.rows.insert(QStringLiteral("goods"), goodsRows(order.order));
    return out;
}

bool mayHaveLeft(const LabelCopy& copy) {
    switch (copy.state) {
    case CopyState::Prepared:
    case CopyState::FailedClean: return false;
    case CopyState::Void: return copy.cause != kLabelCancelled && copy.cause != kLabelNotSent;
    case CopyState::Sending:
    case CopyState::Sent:
    case CopyState::Printed:
    case CopyState::Bound:
    case CopyState::Uncertain: break;
    }
    return true;
}

Labelling::Made Labelling::fromReadyMade(const IncomingLabel& label, const ParcelRecord& parcel,
                                         const PrinterDescription& printer,
                                         const LabelOccasion& occasion) const {
    const QSizeF largest = printableMm(m_settings, printer);
    const auto fitting = onLabelOf(pageOf(label), largest);
    if (!fitting)
        return {{},
                {NoticeCode::LabelTooWide,
                 {QString::number(label.width / label.dotsPerMm),
                  QString::number(std::floor(largest.width()))}}};
    const Page page = atResolution(*fitting, printer.dotsPerMm);
    if (label.waybill != parcel.waybill || !isAmong(codesOn(page, label), parcel.waybill))
        return {{},
                {NoticeCode::LabelNotProofed,
                 {QStringLiteral("%1 ≠ %2").arg(parcel.waybill, label.codes.join(u' ').left(60))}}};
    return {copyOf(page, parcel, printer, occasion),
            {},
            label.state == IncomingState::Matched ? label.id : 0};
}

QString Labelling::courierFor(const OrderRecord& order) const {
    for (const Remark& remark : bindingRemarks(order.order)) {
        if (!remark.courier.isEmpty())
            return remark.courier;
    }
    return order.order.courier.isEmpty() ? m_settings.defaultCourier : order.order.courier;
}

Labelling::Made Labelling::make(const OrderRecord& order, const PrinterDescription& printer,
                                LabelOccasion occasion) {
    const auto parcel = parcelWithNumber(order);
    if (!parcel)
        return {{}, noNumber(order, openParcel(m_ledger, order.id).value_or(ParcelRecord{}))};
    ParcelRecord weighed = *parcel;
    if (occasion.grams > 0) {
        weighed.weightGrams = occasion.grams;
        m_ledger.labels().setWeight(weighed.id, occasion.grams);
    }
    // Copies that a person gave up have numbers, too.
    for (const LabelCopy& copy : copiesOf(weighed)) {
        occasion.copyNo = std::max(occasion.copyNo, copy.copyNo + 1);
        if (copy.cause == kLabelNotThere)
            occasion.reason = QStringLiteral("nothing-came");
    }
    return prepared(order, weighed, printer, occasion, 0);
}

Labelling::Made Labelling::again(const LabelCopy& before, const PrinterDescription& printer,
                                 LabelOccasion occasion) {
    const auto order = m_ledger.orders().byId(before.orderId);
    auto parcel = m_ledger.labels().parcel(before.parcelId);
    Q_ASSERT(order && parcel);
    if (BROKEN("new-number-on-reprint")) {
        m_ledger.waybills().setState(parcel->waybill, WaybillState::Void);
        const auto other = m_ledger.waybills().reserve(parcel->courier, parcel->id);
        m_ledger.labels().setWaybill(parcel->id, other->number, other->courier);
        parcel = m_ledger.labels().parcel(before.parcelId);
    }
    occasion.copyNo = before.copyNo + 1;
    return prepared(*order, *parcel, printer, occasion, before.id);
}

Labelling::Made Labelling::refit(const LabelCopy& copy, const PrinterDescription& printer,
                                 LabelOccasion occasion) {
    const auto order = m_ledger.orders().byId(copy.orderId);
    const auto parcel = m_ledger.labels().parcel(copy.parcelId);
    Q_ASSERT(order && parcel);
    occasion.copyNo = copy.copyNo;
    occasion.reason = copy.reason;
    Made made = drawn(*order, *parcel, printer, occasion);
    if (!made.copy)
        return made;
    made.copy->id = copy.id;
    m_ledger.labels().refit(*made.copy);
    return made;
}

Labelling::Made Labelling::drawn(const OrderRecord& order, const ParcelRecord& parcel,
                                 const PrinterDescription& printer, const LabelOccasion& occasion) {
    if (const auto label = readyMade(order, parcel))
        return fromReadyMade(*label, parcel, printer, occasion);
    const ChosenTemplate chosen =
        labelTemplate(templateName(m_settings, parcel.courier), m_ledger.templates());
    const DrawnLabel label =
        drawLabel(chosen.form, labelFields(order, parcel, m_settings, occasion), printer.dotsPerMm);
    const QList<LabelFinding> findings = label.findings + proof(label.page, label.codes);
    for (const LabelFinding& finding : findings)
        if (mustNotPrint(finding))
            return {{}, {NoticeCode::LabelNotProofed, {finding.text}}};

    if (const auto finding = unprovable(label.codes, parcel.waybill))
        return {{}, {NoticeCode::LabelNotProofed, {finding->text}}};

    LabelCopy copy = copyOf(label.page, parcel, printer, occasion);
    copy.form = chosen.title;
    const QString mark = parcel.waybill + copyMarkTail(parcel.waybill, parcel.id, occasion.copyNo,
                                                       m_settings.markKey);
    const bool showsMark = std::any_of(label.codes.cbegin(), label.codes.cend(),
                                       [&](const auto& code) { return code.text == mark; });
    if (showsMark)
        copy.mark = mark;
    return {copy, {}};
}

Labelling::Made Labelling::prepared(const OrderRecord& order, const ParcelRecord& parcel,
                                    const PrinterDescription& printer,
                                    const LabelOccasion& occasion, qint64 voids) {
    const Made made = drawn(order, parcel, printer, occasion);
    if (!made.copy)
        return made;
    FAULT_POINT("label.drawn");
    return untilStored([&] { return kept(made, order, parcel, occasion, voids); });
}

Labelling::Made Labelling::kept(Made made, const OrderRecord& order, const ParcelRecord& parcel,
                                const LabelOccasion& occasion, qint64 voids) {
    Transaction transaction(m_ledger);
    const auto current = m_ledger.labels().current(parcel.id);
    if ((current ? current->id : 0) != voids)
        return {{}, {NoticeCode::AlreadyPacked, {order.order.key.number, parcel.waybill}}};
    if (voids != 0) {
        m_ledger.labels().setState(voids, CopyState::Void, occasion.now, 0,
                                   mayHaveLeft(*current) ? QStringLiteral("printed-again")
                                                         : kLabelNotSent);
        if (const auto number = m_ledger.waybills().find(parcel.waybill);
            number && number->state == WaybillState::Bound)
            m_ledger.waybills().setState(parcel.waybill, WaybillState::Reserved);
    }
    keep(made, order, parcel);
    transaction.commit();
    return made;
}

void Labelling::keep(Made& made, const OrderRecord& order, const ParcelRecord& parcel) {
    made.copy->id = m_ledger.labels().prepare(*made.copy);
    if (made.incoming != 0)
        m_ledger.incoming().use(made.incoming, parcel.id);
    m_ledger.orders().setState(order.id, OrderState::Packed);
}

} // namespace packbench
