#include "samples.h"

namespace packbench::samples {

namespace {

struct Look {
    const char* picture;
    const char* bin;
    const char* tail;
};

ShownItem item(const QString& sku, const QString& title, const QList<SpecPart>& spec, Look look) {
    return {sku,
            title,
            spec,
            QString::fromLatin1(look.bin),
            QStringLiteral("goods:") + QString::fromLatin1(look.picture),
            QString::fromLatin1(look.tail)};
}

QList<SpecPart> colourSize(Language language, const QString& colour, const QString& size) {
    return {{said(language, "颜色", "Colour"), colour}, {said(language, "尺码", "Size"), size}};
}

ShownItem greyShirt(Language l) {
    return item(QStringLiteral("LS-2208"), said(l, "亚麻短袖衬衫", "Linen shirt, short sleeve"),
                colourSize(l, said(l, "雾灰", "Mist grey"), QStringLiteral("M")),
                {"shirt-grey", "B-03-2", "0417"});
}

ShownItem navyShirt(Language l) {
    return item(QStringLiteral("LS-2208"), said(l, "亚麻短袖衬衫", "Linen shirt, short sleeve"),
                colourSize(l, said(l, "藏青", "Navy"), QStringLiteral("M")),
                {"shirt-navy", "B-03-3", "0424"});
}

ShownItem tea(Language l) {
    return item(QStringLiteral("TE-100"), said(l, "正山小种红茶", "Lapsang Souchong tea"),
                {{said(l, "包装", "Pack"), said(l, "罐装 100 g", "tin 100 g")}},
                {"tea-tin", "C-11-4", "8831"});
}

ShownItem pendant(Language l) {
    return item(QStringLiteral("JW-07"), said(l, "月光石银吊坠", "Moonstone pendant"),
                {{said(l, "材质", "Metal"), said(l, "银 925", "silver 925")},
                 {said(l, "链长", "Chain"), QStringLiteral("45 cm")}},
                {"pendant", "V-02-1", "2207"});
}

ShownItem lamp(Language l) {
    return item(QStringLiteral("HL-31"), said(l, "铜座小台灯", "Brass desk lamp"),
                {{said(l, "颜色", "Colour"), said(l, "墨绿", "Dark green")}},
                {"lamp", "D-01-1", "5510"});
}

ShownItem socks(Language l) {
    return item(QStringLiteral("SO-12"), said(l, "纯棉中筒袜", "Cotton socks"),
                colourSize(l, said(l, "米白", "Cream"), said(l, "均码", "one size")),
                {"socks", "B-07-1", "9903"});
}

ShownStrip strip(Language l) {
    ShownStrip out;
    out.bench = QStringLiteral("03");
    out.operatorName = said(l, "小林", "Lin");
    out.badge = QStringLiteral("0417");
    out.nextLimitAt = at("2026-11-21T18:40");
    out.nextWaveAt = at("2026-11-21T16:00");
    out.waveLeft = 38;
    out.waveTotal = 120;
    out.printer = Lamp::Ready;
    out.scanner = Lamp::Ready;
    out.scale = Lamp::Ready;
    return out;
}

StationSnapshot base(Language l, Stage stage) {
    StationSnapshot out;
    out.stage = stage;
    out.strip = strip(l);
    out.lastParcel = QStringLiteral("78412209334402");
    out.lastParcelCourier = QStringLiteral("zto");
    out.lastParcelState = QStringLiteral("bound");
    out.canUndo = true;
    return out;
}

ShownOrder order(Language l, int shirts) {
    ShownOrder out;
    out.shop = said(l, "天猫女装店", "Tmall clothing store");
    out.number = QStringLiteral("2760315098104873");
    out.recipient = said(l, "王**", "W**");
    out.place = said(l, "浙江杭州", "Hangzhou");
    out.courier = QStringLiteral("zto");
    out.required = 7;
    out.done = 3 + shirts;
    out.lines = {{greyShirt(l), 2, shirts, false, true},
                 {tea(l), 1, 0, false, false},
                 {pendant(l), 1, 0, true, false},
                 {lamp(l), 1, 1, false, false},
                 {socks(l), 2, 2, false, false}};
    out.window = DispatchWindow{at("2026-11-21T16:00"), at("2026-11-22T16:00"), true};
    return out;
}

ShownOrder completeOrder(Language l) {
    ShownOrder out = order(l, 2);
    for (ShownLine& line : out.lines) {
        line.done = line.required;
        line.isOpen = false;
    }
    out.done = out.required;
    return out;
}

ShownLabel label(const char* state) {
    ShownLabel out;
    out.copyId = 71;
    out.waybill = QStringLiteral("773020148806215");
    out.courier = QStringLiteral("sto");
    out.state = QString::fromLatin1(state);
    out.png = labelPng();
    return out;
}

StationSnapshot refused(Language l, Verdict verdict, const ShownRefusal& refusal) {
    StationSnapshot out = packing(l);
    out.verdict = verdict;
    out.notice = refusal.notice;
    out.refusal = refusal;
    return out;
}

} // namespace

QString said(Language language, const char* zh, const char* en) {
    return QString::fromUtf8(language == Language::Chinese ? zh : en);
}

Instant at(const char* text) {
    return *instantFromText(QString::fromLatin1(text), zone());
}

Instant now() {
    return {at("2026-11-21T15:17:42").msUtc};
}

QTimeZone zone() {
    return QTimeZone("Asia/Shanghai");
}

StationSnapshot signedOff(Language l) {
    StationSnapshot out;
    out.strip = strip(l);
    out.strip.operatorName.clear();
    out.strip.badge.clear();
    out.strip.scale = Lamp::Absent;
    out.verdict = Verdict::YourTurn;
    out.notice = {NoticeCode::ScanBadge, {}};
    return out;
}

StationSnapshot idle(Language l) {
    StationSnapshot out = base(l, Stage::Idle);
    out.verdict = Verdict::YourTurn;
    out.notice = {NoticeCode::ScanOrder, {}};
    out.canUndo = false;
    return out;
}

StationSnapshot afterParcel(Language l) {
    StationSnapshot out = idle(l);
    out.verdict = Verdict::Done;
    out.notice = {NoticeCode::Dispatched, {QStringLiteral("78412209334402")}};
    out.lastParcelState = QStringLiteral("dispatched");
    return out;
}

StationSnapshot packing(Language l) {
    StationSnapshot out = base(l, Stage::Packing);
    out.order = order(l, 1);
    out.verdict = Verdict::Accepted;
    out.notice = {NoticeCode::PieceCounted, {greyShirt(l).title, QStringLiteral("1")}};
    return out;
}

StationSnapshot packingBefore(Language l) {
    StationSnapshot out = base(l, Stage::Packing);
    out.order = order(l, 0);
    out.verdict = Verdict::Accepted;
    out.notice = {NoticeCode::OrderOpened, {QStringLiteral("04873"), QStringLiteral("7")}};
    return out;
}

StationSnapshot wrongItem(Language l) {
    ShownRefusal refusal;
    refusal.notice = {NoticeCode::WrongItem,
                      {said(l, "藏青 M", "Navy M"), QStringLiteral("B-03-3"),
                       said(l, "雾灰 M", "Mist grey M"), QStringLiteral("B-03-2")}};
    refusal.scanned = QStringLiteral("6901552000424");
    refusal.got = navyShirt(l);
    refusal.expected = greyShirt(l);
    refusal.differing = {said(l, "颜色", "Colour")};
    StationSnapshot out = refused(l, Verdict::Wrong, refusal);
    out.heldScans = {QStringLiteral("6901552003326"), QStringLiteral("6901552000417")};
    return out;
}

StationSnapshot tooMany(Language l) {
    ShownRefusal refusal;
    refusal.notice = {NoticeCode::TooMany, {socks(l).title, QStringLiteral("2")}};
    refusal.scanned = QStringLiteral("6901552009903");
    refusal.got = socks(l);
    refusal.expected = greyShirt(l);
    return refused(l, Verdict::TooMany, refusal);
}

StationSnapshot unknownCode(Language l) {
    ShownRefusal refusal;
    refusal.notice = {NoticeCode::UnknownCode, {QStringLiteral("X000-KQ7-19")}};
    refusal.scanned = QStringLiteral("X000-KQ7-19");
    return refused(l, Verdict::Unknown, refusal);
}

StationSnapshot stopped(Language l) {
    ShownRefusal refusal;
    refusal.notice = {NoticeCode::OrderCancelled, {QStringLiteral("04881")}};
    refusal.scanned = QStringLiteral("PBS-2760315098104881");
    StationSnapshot out = refused(l, Verdict::Stop, refusal);
    out.stage = Stage::Idle;
    out.order.reset();
    return out;
}

StationSnapshot remark(Language l) {
    StationSnapshot out = base(l, Stage::Remark);
    out.order = completeOrder(l);
    out.order->remarks = {{Remark::From::Seller,
                           said(l, "只发申通。这是礼品，箱内不放价目单。",
                                "Only STO. This is a gift: no price slip in the box."),
                           QStringLiteral("sto"),
                           {}}};
    out.verdict = Verdict::Look;
    out.notice = {NoticeCode::ConfirmRemark, {said(l, "1", "1 remark")}};
    return out;
}

StationSnapshot manyRemarks(Language l) {
    StationSnapshot out = remark(l);
    out.order->remarks.append(
        {Remark::From::Buyer,
         said(l, "麻烦周五再发，谢谢，一定不要发中通", "Please send on Friday, and never by ZTO"),
         {},
         QStringLiteral("zto")});
    out.notice = {NoticeCode::ConfirmRemark, {said(l, "2", "2 remarks")}};
    return out;
}

StationSnapshot printing(Language l) {
    StationSnapshot out = base(l, Stage::Printing);
    out.order = completeOrder(l);
    out.order->courier = QStringLiteral("sto");
    out.label = label("sending");
    out.verdict = Verdict::Done;
    out.notice = {NoticeCode::OrderComplete, {QStringLiteral("04873")}};
    out.canUndo = false;
    return out;
}

StationSnapshot paperOut(Language l) {
    StationSnapshot out = printing(l);
    out.label->state = QStringLiteral("sent");
    out.label->cause = QStringLiteral("paper-out");
    out.strip.printer = Lamp::Look;
    out.verdict = Verdict::Wait;
    out.notice = {NoticeCode::PrinterWaits, {said(l, "缺纸", "out of paper")}};
    return out;
}

StationSnapshot printerAway(Language l) {
    StationSnapshot out = printing(l);
    out.label->state = QStringLiteral("failed-clean");
    out.label->cause = QStringLiteral("unplugged");
    out.strip.printer = Lamp::Stop;
    out.verdict = Verdict::Wait;
    out.notice = {NoticeCode::PrinterGone, {}};
    return out;
}

StationSnapshot scanLabel(Language l) {
    StationSnapshot out = printing(l);
    out.stage = Stage::ScanLabel;
    out.label = label("printed");
    out.label->confirmedByPrinter = true;
    out.verdict = Verdict::YourTurn;
    out.notice = {NoticeCode::ScanLabelOnParcel, {}};
    return out;
}

StationSnapshot inDoubt(Language l) {
    StationSnapshot out = scanLabel(l);
    out.label = label("uncertain");
    out.verdict = Verdict::Look;
    out.notice = {NoticeCode::LabelInDoubt, {QStringLiteral("773020148806215")}};
    return out;
}

StationSnapshot longOrder(Language l) {
    StationSnapshot out = base(l, Stage::Packing);
    ShownOrder many = order(l, 1);
    many.number = QStringLiteral("A-17");
    many.cartons = 3;
    many.lines.clear();
    const QString title =
        said(l, "2026春夏新款法式复古亚麻混纺宽松显瘦百搭短袖翻领衬衫女",
             "Relaxed linen blend short sleeve shirt with camp collar, spring and summer edition");
    for (int i = 0; i < 12; ++i) {
        ShownItem one = item(
            QStringLiteral("LONG-SKU-2026-%1").arg(i), title,
            {{said(l, "颜色分类", "Colour family"), said(l, "雾霾蓝条纹", "Hazy blue stripes")},
             {said(l, "尺码", "Size"), QStringLiteral("XXL")},
             {said(l, "版型", "Cut"), said(l, "加长", "long")}},
            {"shirt-grey", "ZZ-103-12", "0417"});
        many.lines.append({one, 48, i == 3 ? 17 : i < 3 ? 48 : 0, i == 3 || i == 5, i == 3});
    }
    many.required = 576;
    many.done = 161;
    out.order = many;
    out.verdict = Verdict::Accepted;
    out.notice = {NoticeCode::PieceCounted, {title, QStringLiteral("1")}};
    out.nextQuantity = 24;
    out.strip.operatorName = said(l, "欧阳小兰兰", "Maximiliana");
    return out;
}

} // namespace packbench::samples
