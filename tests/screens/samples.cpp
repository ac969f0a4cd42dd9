#include "samples.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

namespace packbench::samples {

namespace {

QString said(Language language, const char* zh, const char* en) {
    return QString::fromUtf8(language == Language::Chinese ? zh : en);
}

Instant at(const char* text) {
    return *instantFromText(QString::fromLatin1(text), zone());
}

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

void drawBars(QPainter& painter, const QRect& box, quint32 seed) {
    int x = box.left();
    while (x < box.right() - 12) {
        seed = seed * 1664525u + 1013904223u;
        const int bar = 2 + int(seed >> 28) % 3 * 2;
        painter.fillRect(QRect(x, box.top(), bar, box.height()), Qt::black);
        x += bar + 3 + int(seed >> 24 & 7);
    }
}

void drawSquares(QPainter& painter, const QRect& box) {
    quint32 seed = 77;
    const int cell = box.width() / 25;
    for (int i = 0; i < 625; ++i) {
        seed = seed * 1664525u + 1013904223u;
        if (seed >> 31)
            painter.fillRect(box.left() + i % 25 * cell, box.top() + i / 25 * cell, cell, cell,
                             Qt::black);
    }
    for (const QPoint& corner : {QPoint(0, 0), QPoint(18, 0), QPoint(0, 18)}) {
        const QRect eye(box.topLeft() + corner * cell, QSize(7 * cell, 7 * cell));
        painter.fillRect(eye, Qt::black);
        painter.fillRect(eye.adjusted(cell, cell, -cell, -cell), Qt::white);
        painter.fillRect(eye.adjusted(2 * cell, 2 * cell, -2 * cell, -2 * cell), Qt::black);
    }
}

void write(QPainter& painter, QPoint place, int size, const char* text) {
    QFont font = painter.font();
    font.setPixelSize(size);
    font.setBold(size >= 36);
    painter.setFont(font);
    painter.drawText(place, QString::fromUtf8(text));
}

} // namespace

Instant now() {
    return {at("2026-11-21T15:17:42").msUtc};
}

QTimeZone zone() {
    return QTimeZone("Asia/Shanghai");
}

QByteArray labelPng() {
    static const QByteArray kPng = [] {
        QImage page(800, 1200, QImage::Format_RGB32);
        page.fill(Qt::white);
        QPainter painter(&page);
        painter.setPen(QPen(Qt::black, 4));
        for (const int y : {120, 290, 560, 720, 800, 1060})
            painter.drawLine(20, y, 780, y);
        write(painter, {40, 88}, 56, "申通快递");
        write(painter, {600, 84}, 36, "1 / 1 箱");
        write(painter, {40, 250}, 120, "571-A03");
        write(painter, {620, 250}, 88, "12");
        drawBars(painter, {80, 320, 640, 160}, 4711);
        write(painter, {220, 536}, 44, "7730 2014 8806 215");
        write(painter, {110, 620}, 44, "王**  140******46");
        write(painter, {110, 690}, 40, "浙江 杭州 西湖区 ***");
        write(painter, {40, 776}, 32, "寄  一号仓  0571-*****18");
        write(painter, {40, 860}, 34, "亚麻短袖衬衫 雾灰 M ×2");
        write(painter, {40, 912}, 34, "正山小种红茶 ×1");
        write(painter, {40, 964}, 34, "月光石银吊坠 ×1");
        write(painter, {40, 1016}, 34, "台灯 ×1  中筒袜 ×2");
        drawSquares(painter, {530, 820, 225, 225});
        write(painter, {40, 1120}, 40, "7 件");
        write(painter, {560, 1120}, 34, "打包台 03");
        write(painter, {560, 1170}, 34, "11-21 15:21");
        painter.end();
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        page.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither).save(&buffer, "PNG");
        return bytes;
    }();
    return kPng;
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
    out.label->state = QStringLiteral("prepared");
    out.label->cause = QStringLiteral("paper-out");
    out.strip.printer = Lamp::Look;
    out.verdict = Verdict::Wait;
    out.notice = {NoticeCode::PrinterWaits, {said(l, "缺纸", "out of paper")}};
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

DueBoard dueBoard(Language l) {
    const auto row = [&](const char* number, const QString& shop, int pieces, const char* courier,
                         const char* goal, const char* situation) {
        DueRow out;
        out.key = {QStringLiteral("shop"), QStringLiteral("27603150981") + QLatin1String(number)};
        out.shop = shop;
        out.pieces = pieces;
        out.courier = QString::fromLatin1(courier);
        out.window.goalAt = at(goal);
        out.window.limitAt = out.window.goalAt.plusHours(24);
        out.paidAt = out.window.goalAt.plusHours(-24);
        out.waveAt = at("2026-11-21T16:00");
        out.state = dueState(out.window, now());
        out.situation = QString::fromLatin1(situation);
        return out;
    };
    DueBoard board;
    board.now = now();
    board.rows = {
        row("04411", said(l, "京东 · 家居", "JD · home"), 1, "deppon", "2026-11-20T14:41", "held"),
        row("04702", said(l, "抖音 · 茶", "Douyin · tea"), 2, "yto", "2026-11-21T13:12", "open"),
        row("04718", said(l, "天猫 · 女装", "Tmall · clothing"), 5, "zto", "2026-11-21T14:29",
            "packing"),
        row("04873", said(l, "天猫 · 女装", "Tmall · clothing"), 7, "sto", "2026-11-21T15:55",
            "packing"),
        row("04880", said(l, "拼多多 · 灯", "Pinduoduo · lamps"), 1, "zto", "2026-11-21T16:31",
            "open"),
        row("04891", said(l, "独立站 · 饰品", "Own shop · jewels"), 1, "sf", "2026-11-21T17:57",
            "packed"),
        row("04902", said(l, "拼多多 · 灯", "Pinduoduo · lamps"), 3, "zto", "2026-11-22T09:20",
            "open"),
    };
    board.rows.first().holds = {Hold::Refund};
    board.rows.last().waveAt = at("2026-11-23T10:00");
    board.overdue = 1;
    board.late = 2;
    const int counts[] = {11, 27, 19, 8, 14, 22, 6};
    for (int i = 0; i < 7; ++i)
        board.hours.append({at("2026-11-21T15:00").plusHours(i), counts[i]});
    board.packedThisHour = 31;
    return board;
}

QList<LabelRow> labels() {
    const struct {
        const char* waybill;
        const char* courier;
        const char* state;
        const char* cause;
        int copy;
    } rows[] = {{"773020148806215", "sto", "prepared", "paper-out", 1},
                {"773020148806208", "sto", "printed", "", 1},
                {"78412209334402", "zto", "bound", "", 1},
                {"78412209334396", "zto", "dispatched", "", 2},
                {"SF1400099012345", "sf", "uncertain", "", 1},
                {"YT8800112233445", "yto", "failed-clean", "unplugged", 1},
                {"773020148806100", "sto", "void", "", 1},
                {"78412209334301", "zto", "dispatched", "", 1},
                {"78412209334288", "zto", "dispatched", "", 1}};
    QList<LabelRow> out;
    for (const auto& one : rows) {
        LabelRow row;
        row.copyId = 71 - out.size();
        row.key = {QStringLiteral("tmall"),
                   QStringLiteral("27603150981%1").arg(4873 - out.size(), 5, 10, QChar(u'0'))};
        row.waybill = QString::fromLatin1(one.waybill);
        row.courier = QString::fromLatin1(one.courier);
        row.state = QString::fromLatin1(one.state);
        row.cause = QString::fromLatin1(one.cause);
        row.copyNo = one.copy;
        row.badge = QStringLiteral("0417");
        row.preparedAt = now().plusMs(-420'000 * out.size());
        row.png = labelPng();
        row.mayPrintAgain = row.state != QLatin1String("void");
        out.append(row);
    }
    return out;
}

QList<DeviceRow> devices(bool inTrouble) {
    QList<DeviceRow> out{{QStringLiteral("usb:0a5f:0164:1"),
                          QStringLiteral("printer"),
                          QStringLiteral("ZD420"),
                          QStringLiteral("zpl"),
                          QStringLiteral("usb"),
                          inTrouble ? QStringLiteral("paper-out") : QStringLiteral("ready"),
                          inTrouble ? Lamp::Look : Lamp::Ready,
                          {},
                          true},
                         {QStringLiteral("virtual"),
                          QStringLiteral("printer"),
                          QStringLiteral("Virtual printer"),
                          QStringLiteral("zpl"),
                          QStringLiteral("virtual"),
                          QStringLiteral("ready"),
                          Lamp::Ready,
                          {},
                          false},
                         {QStringLiteral("wedge"),
                          QStringLiteral("scanner"),
                          {},
                          {},
                          QStringLiteral("wedge"),
                          QStringLiteral("ready"),
                          Lamp::Ready,
                          {},
                          false},
                         {QStringLiteral("scale"),
                          QStringLiteral("scale"),
                          {},
                          {},
                          {},
                          QStringLiteral("absent"),
                          Lamp::Absent,
                          {},
                          false},
                         {QStringLiteral("ledger"),
                          QStringLiteral("ledger"),
                          {},
                          {},
                          QStringLiteral("sqlite"),
                          QStringLiteral("ready"),
                          Lamp::Ready,
                          {},
                          false}};
    return out;
}

QList<ImportReport> reports() {
    ImportReport good;
    good.file = QStringLiteral("/orders/ExportOrderList202611211410.csv");
    good.format = QStringLiteral("taobao-list");
    good.encoding = QStringLiteral("GB18030");
    good.accepted = 412;
    good.unchanged = 38;
    ImportReport mixed;
    mixed.file = QStringLiteral("/orders/douyin-20261121.xlsx");
    mixed.format = QStringLiteral("douyin");
    mixed.encoding = QStringLiteral("XLSX");
    mixed.accepted = 96;
    mixed.updated = 3;
    mixed.refused = 2;
    mixed.refusals = {
        {18, QStringLiteral("6926311"), QStringLiteral("joined-row"),
         QStringLiteral("Row 18 joins 3 goods with one sum of 5 pieces; enter the quantities by "
                        "hand or export one row per item.")},
        {44,
         {},
         QStringLiteral("missing-field"),
         QStringLiteral("Row 44 has no order number; the row was left out, export it again.")}};
    return {good, mixed};
}

} // namespace packbench::samples
