#include "samples.h"

namespace packbench::samples {

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

AheadBoard labelsAhead() {
    AheadBoard board;
    board.total = board.done = 1873;
    board.stopped = 2;
    board.leftOut = 24;
    board.rows = {
        {{QStringLiteral("tmall"), QStringLiteral("2609210777")},
         QStringLiteral("Item 4 (barcode): the code is too long for its place; it was not drawn."),
         true},
        {{QStringLiteral("jd"), QStringLiteral("717800020481")},
         QStringLiteral("Item 4 (barcode): no code was made. Code 128 takes printable ASCII "
                        "characters only."),
         true},
        {{QStringLiteral("pdd"), QStringLiteral("260921-8842")},
         QStringLiteral("Item 9 (text): “recipient.street” had to be cut to fit."),
         false}};
    return board;
}

QList<InboxRow> inbox() {
    const Notice reasons[] = {
        {NoticeCode::InboxDoubled,
         {QStringLiteral("276031509814873"), QStringLiteral("773020148806215")}},
        {NoticeCode::InboxNoOrder, {QStringLiteral("JDVB00000000204")}},
        {NoticeCode::InboxOtherOrder,
         {QStringLiteral("717800000004"), QStringLiteral("276031509814873")}},
        {NoticeCode::InboxTooLarge,
         {QStringLiteral("150"), QStringLiteral("210"), QStringLiteral("103"),
          QStringLiteral("153")}},
        {NoticeCode::InboxNoCode, {}},
        {NoticeCode::InboxCut, {}}};
    QList<InboxRow> out;
    for (const Notice& reason : reasons) {
        InboxRow row;
        row.id = 9 - out.size();
        row.source = QStringLiteral("192.0.2.7");
        row.arrivedAt = at("2026-11-21T15:00").plusMs(-60'000 * qint64(out.size()));
        row.state = QStringLiteral("unmatched");
        row.notice = reason;
        row.png = labelPng();
        row.mayUse = reason.code == NoticeCode::InboxDoubled;
        row.mayName =
            reason.code == NoticeCode::InboxNoOrder || reason.code == NoticeCode::InboxOtherOrder;
        if (row.mayUse)
            row.waybill = QStringLiteral("773020148806215");
        out.append(row);
    }
    return out;
}

QList<LabelRow> labels() {
    const struct {
        const char* waybill;
        const char* courier;
        const char* state;
        const char* cause;
        int copy;
    } rows[] = {{"773020148806215", "sto", "sent", "paper-out", 1},
                {"773020148806208", "sto", "printed", "", 1},
                {"78412209334402", "zto", "bound", "", 1},
                {"78412209334396", "zto", "dispatched", "", 2},
                {"SF1400099012345", "sf", "uncertain", "", 1},
                {"YT8800112233445", "yto", "failed-clean", "unplugged", 1},
                {"773020148806100", "sto", "void", "cancelled", 1},
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
        row.mayCancel = row.state == QLatin1String("failed-clean");
        row.mayRedo = row.mayExtend = row.state != QLatin1String("dispatched") && row.mayPrintAgain;
        row.evidence = row.state == QLatin1String("printed") ? QStringLiteral("counter")
                       : row.state == QLatin1String("sent")  ? QStringLiteral("bytes")
                                                             : QStringLiteral("none");
        out.append(row);
    }
    return out;
}

namespace {

StartUpRow startUpRow(int number, const char* state, const char* evidence) {
    StartUpRow row;
    row.copyId = 300 + number;
    row.key = {QStringLiteral("tmall"),
               QStringLiteral("27603150981%1").arg(4885 - 4 * number, 5, 10, QChar(u'0'))};
    row.waybill = QStringLiteral("7730201488%1").arg(6232 - number);
    row.courier = number % 2 == 0 ? QStringLiteral("sto") : QStringLiteral("zto");
    row.state = QString::fromLatin1(state);
    row.evidence = QString::fromLatin1(evidence);
    row.printer = QStringLiteral("usb:0a5f:0164:1");
    row.bytesAll = 17'800;
    row.bytesTaken = number % 2 == 0 ? 0 : 8'192;
    row.badge = QStringLiteral("0417");
    row.operatorName = QStringLiteral("Lin 0417");
    row.at = now().plusMs(-61'000 - 40'000 * number);
    row.png = labelPng();
    return row;
}

} // namespace

StartUpBoard startUp(int uncertain) {
    StartUpBoard board;
    board.stoppedAt = now().plusMs(-60'000);
    board.uncertainAll = uncertain;
    for (int number = 0; number < uncertain; ++number)
        board.uncertain.append(startUpRow(number, "uncertain", "none"));
    board.toFinish = {startUpRow(60, "prepared", "none"), startUpRow(61, "printed", "counter"),
                      startUpRow(62, "not-there", "none")};
    return board;
}

namespace {

DeviceRow device(const char* id, const char* kind, const char* model, const char* transport) {
    DeviceRow row;
    row.id = QString::fromLatin1(id);
    row.kind = QString::fromLatin1(kind);
    row.model = QString::fromLatin1(model);
    row.transport = QString::fromLatin1(transport);
    row.state = QStringLiteral("ready");
    row.lamp = Lamp::Ready;
    return row;
}

DeviceRow printer(const char* id, const char* model, const char* language, const char* transport) {
    DeviceRow row = device(id, "printer", model, transport);
    row.language = QString::fromLatin1(language);
    row.dotsPerMm = 8;
    row.mayCalibrate = true;
    return row;
}

} // namespace

DeviceRow camera(const QString& state) {
    DeviceRow row =
        device("camera:/dev/v4l/by-id/usb-Bench_C270", "scanner", "HD Webcam C270", "camera");
    row.state = state;
    row.lamp = state == u"ready"                               ? Lamp::Ready
               : state == u"busy" || state == u"no-permission" ? Lamp::Stop
                                                               : Lamp::Look;
    return row;
}

QList<DeviceRow> devices(bool inTrouble) {
    DeviceRow label = printer("usb:0a5f:0164:1", "ZD420", "zpl", "usb");
    label.isUsed = true;
    label.warnings = {QStringLiteral("paper-low")};
    label.labelsRemaining = 3;
    label.lamp = Lamp::Look;
    if (inTrouble) {
        label.state = QStringLiteral("paper-out");
        label.lamp = Lamp::Look;
    }
    DeviceRow scanner = device("usb:05e0:1300@1-2", "scanner", "DS2208", "usb-hid");
    scanner.lastScan = QStringLiteral("6901234500417");
    scanner.lastRaw = QStringLiteral("]E06901234500417‹CR›");
    scanner.lastAim = QStringLiteral("]E0");
    DeviceRow scale = device("usb:0922:8003@1-3", "scale", "M10", "usb-hid");
    scale.grams = 640;
    return {label,   printer("virtual", "Virtual printer", "zpl", "virtual"),
            scanner, device("wedge", "scanner", "", "wedge"),
            scale,   device("ledger", "ledger", "", "sqlite")};
}

QList<DeviceRow> devicesOfUnknownLanguage() {
    QList<DeviceRow> rows = devices(false);
    rows.removeFirst();
    DeviceRow unknown = printer("usb:1d5a:0401:NB0001", "Northbeam NB-4", "", "usb");
    unknown.isUsed = true;
    unknown.mayCalibrate = false;
    unknown.asksLanguage = true;
    unknown.likelyLanguage = QStringLiteral("tspl");
    unknown.state = QStringLiteral("unknown-language");
    unknown.lamp = Lamp::Look;
    rows.prepend(unknown);
    return rows;
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
