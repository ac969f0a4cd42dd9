#include "bench/templatepreview.h"

#include "bench/labelling.h"
#include "labels/proof.h"
#include "ledger/ledger.h"

#include <QRegularExpression>

namespace packbench {

namespace {

using Row = QHash<QString, QString>;

const QString kSampleNumber = QStringLiteral("SAMPLE0000000");

Row goods(const char* title, const char* spec, int quantity) {
    return {{QStringLiteral("title"), QString::fromUtf8(title)},
            {QStringLiteral("spec"), QString::fromUtf8(spec)},
            {QStringLiteral("quantity"), QString::number(quantity)},
            {QStringLiteral("sku"), QStringLiteral("SKU-%1").arg(quantity)}};
}

void put(LabelFields& fields, std::initializer_list<std::pair<const char*, const char*>> values) {
    for (const auto& [name, value] : values)
        fields.values.insert(QLatin1String(name), QString::fromUtf8(value));
}

/// Every field a label may have, of middling length.
LabelFields middlingFields() {
    LabelFields fields;
    put(fields, {{"tracking", "SAMPLE0000000"},
                 {"courier", "样例快递 Sample"},
                 {"sorting_mark", "杭州市 西湖区"},
                 {"recipient.name", "样**"},
                 {"recipient.phone", "140******01"},
                 {"recipient.place", "浙江省 杭州市 西湖区"},
                 {"recipient.street", "样例路***"},
                 {"recipient.postcode", "310000"},
                 {"sender.name", "一号仓"},
                 {"sender.phone", "140******02"},
                 {"sender.address", "浙江省杭州市余杭区样例街道"},
                 {"order", "2609210001"},
                 {"shop", "样例店"},
                 {"carton", "1/1"},
                 {"pieces", "3"},
                 {"weight", "1.25 kg"},
                 {"remark", "礼品 · 不放价目单"},
                 {"operator", "0417"},
                 {"bench", "01"},
                 {"printed_at", "11-21 15:21"},
                 {"copy", ""},
                 {"copy_mark", ""}});
    fields.rows[QStringLiteral("goods")] = {goods("亚麻短袖衬衫", "雾灰 M", 2),
                                            goods("正山小种红茶", "250 g", 1)};
    return fields;
}

LabelFields longFields(LabelFields fields) {
    put(fields,
        {{"tracking", "SAMPLE1234567890-12-12"},
         {"sorting_mark", "巴音郭楞蒙古自治州 和硕县"},
         {"recipient.name", "样例·样例·样例·样例拉·样例提"},
         {"recipient.place", "新疆维吾尔自治区 巴音郭楞蒙古自治州 和硕县"},
         {"recipient.street", "样例镇样例北路与样例大道交叉口东南侧二百米处样例小区物业***"},
         {"sender.address", "广东省东莞市样例镇样例社区样例路样例工业园第七栋三楼东侧"},
         {"order", "112-4873002-9917455-A"},
         {"shop", "样例家居生活用品旗舰店"},
         {"carton", "12/12"},
         {"pieces", "128"},
         {"weight", "28.75 kg"},
         {"remark", "易碎物品请轻拿轻放，请勿放快递柜，送货前先打电话"},
         {"copy", "第2次打印 print no. 2"},
         {"copy_mark", "-PBM-123456-2"}});
    QList<Row> rows;
    for (int i = 1; i <= 12; ++i)
        rows.append(goods("加厚磨毛四件套纯棉床单被套样例", "星空蓝 1.8米床", i));
    fields.rows[QStringLiteral("goods")] = rows;
    return fields;
}

LabelFields latinFields(LabelFields fields) {
    put(fields, {{"courier", "Sample Post International"},
                 {"sorting_mark", "PL-WAW 02"},
                 {"recipient.name", "S******** S*****"},
                 {"recipient.phone", "14*******12"},
                 {"recipient.place", "Łódź, Województwo łódzkie, Poland"},
                 {"recipient.street", "ul. Przykładowa ***"},
                 {"recipient.postcode", "00-000"},
                 {"sender.name", "Warehouse One"},
                 {"sender.address", "Sample Street, Yuhang District, Hangzhou, Zhejiang"},
                 {"order", "112-4873002-9917"},
                 {"shop", "Sample Shop"},
                 {"remark", "Gift, no price list"}});
    fields.rows[QStringLiteral("goods")] = {goods("Linen short-sleeve shirt", "Fog grey, M", 1),
                                            goods("Moonstone pendant, sterling silver", "", 1)};
    return fields;
}

std::optional<OrderRecord> newestOrder(Ledger& ledger) {
    const QList<LabelCopy> copies = ledger.labels().newest(1);
    if (!copies.isEmpty())
        return ledger.orders().byId(copies.first().orderId);
    const QList<DueRecord> due = ledger.orders().due(1);
    return due.isEmpty() ? std::nullopt : ledger.orders().byId(due.first().id);
}

/// "Item 3 (text): …" is about the third item.
int itemNamed(const QString& sentence) {
    static const QRegularExpression kItem(QStringLiteral("^Item (\\d+)\\b"));
    const auto match = kItem.match(sentence);
    return match.hasMatch() ? match.captured(1).toInt() - 1 : -1;
}

int itemAround(const LabelTemplate& form, QRect dots, int dotsPerMm) {
    const QPointF middle = QRectF(dots).center() / dotsPerMm;
    for (qsizetype i = 0; i < form.items.size(); ++i)
        if (form.items.at(i).kind == ItemKind::Barcode && form.items.at(i).mm.contains(middle))
            return static_cast<int>(i);
    return -1;
}

} // namespace

LabelFields sampleFields(PreviewData data) {
    switch (data) {
    case PreviewData::Newest: break;
    case PreviewData::Long: return longFields(middlingFields());
    case PreviewData::Latin: return latinFields(middlingFields());
    }
    return middlingFields();
}

LabelFields newestFields(Ledger& ledger, const BenchSettings& settings, Instant now) {
    const auto order = newestOrder(ledger);
    if (!order)
        return sampleFields(PreviewData::Newest);
    ParcelRecord parcel = ledger.labels().parcelOfOrder(order->id).value_or(ParcelRecord{});
    if (parcel.waybill.isEmpty())
        parcel.waybill = order->order.waybill.isEmpty() ? kSampleNumber : order->order.waybill;
    if (parcel.courier.isEmpty())
        parcel.courier = order->order.courier;
    return labelFields(*order, parcel, settings, {Operator{}, now, 1, {}, 0});
}

LabelFields previewFields(PreviewData data, Ledger& ledger, const BenchSettings& settings,
                          Instant now) {
    return data == PreviewData::Newest ? newestFields(ledger, settings, now) : sampleFields(data);
}

QList<TemplateFinding> findingsOf(const LabelTemplate& form, const DrawnLabel& label) {
    QList<TemplateFinding> findings;
    for (const LabelFinding& one : label.findings)
        findings.append({one.kind, one.text, itemNamed(one.text), mustNotPrint(one)});
    for (const ExpectedCode& code : label.codes)
        for (const LabelFinding& one : proof(label.page, {code}))
            findings.append({one.kind, one.text, itemAround(form, code.dots, label.page.dotsPerMm),
                             mustNotPrint(one)});
    return findings;
}

TemplatePreview drawPreview(const PreviewRequest& request) {
    TemplatePreview preview;
    preview.serial = request.serial;
    preview.dotsPerMm = request.dotsPerMm;
    const TemplateReading reading = readTemplate(request.json);
    if (!reading.ok()) {
        for (const QString& problem : reading.problems)
            preview.findings.append(
                {QStringLiteral("not-a-template"), problem, itemNamed(problem), true});
        return preview;
    }
    const DrawnLabel label = drawLabel(reading.value, request.fields, request.dotsPerMm);
    preview.png = pngFromPage(label.page);
    preview.dots = {label.page.width, label.page.height};
    preview.findings = findingsOf(reading.value, label);
    return preview;
}

} // namespace packbench
