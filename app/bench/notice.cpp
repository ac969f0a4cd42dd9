#include "bench/notice.h"

#include "bench/devicewords.h"
#include "bench/labelwords.h"
#include "shipping/courier.h"

#include <array>

namespace packbench {

namespace {

struct Row {
    NoticeCode code;
    const char* zh;
    const char* en;
    const char* zhSteps; // steps are separated by '|'
    const char* enSteps;
};

// The one table of what the bench says. %1, %2 … are the notice's arguments.
// clang-format off
constexpr std::array kRows{
    Row{NoticeCode::None, "", "", "", ""},

    // --- your turn: shown on the blue panel
    Row{NoticeCode::ScanBadge, "请扫工牌登录", "Scan your badge to sign on", "", ""},
    Row{NoticeCode::ScanOrder, "请扫出库单、周转箱或运单号", "Scan a slip, a tote or a waybill", "", ""},
    Row{NoticeCode::ScanSerial, "请扫 %1 的序列号", "Scan the serial number of %1", "", ""},
    Row{NoticeCode::ScanLabelOnParcel, "请把面单贴好，再扫包裹上的面单", "Stick the label on, then scan it on the parcel", "", ""},
    Row{NoticeCode::ScanReason, "请扫原因卡", "Scan a reason card", "", ""},
    Row{NoticeCode::ScanOrderOfLabel, "请扫这一单的面单或出库单", "Scan the label or the slip of the order", "", ""},
    Row{NoticeCode::ScanCarrierLabel, "地址是隐藏的：贴上平台面单，再扫它", "The address is masked: stick on the carrier's own label, then scan it", "", ""},

    // --- went well
    Row{NoticeCode::SignedOn, "%1 已登录", "%1 signed on", "", ""},
    Row{NoticeCode::SignedOff, "已退出登录", "Signed off", "", ""},
    Row{NoticeCode::OrderOpened, "订单 %1 已打开，共 %2 件", "Order %1 opened, %2 pieces", "", ""},
    Row{NoticeCode::PieceCounted, "%1 计 %2 件", "%1, %2 counted", "", ""},
    Row{NoticeCode::LineComplete, "%1 已齐", "%1 complete", "", ""},
    Row{NoticeCode::OrderComplete, "订单 %1 已齐，正在出面单", "Order %1 complete, its label is coming", "", ""},
    Row{NoticeCode::LabelPrinted, "面单已打印，运单号 %1", "Label printed, waybill %1", "贴面单|扫包裹上的面单", "Stick it on the parcel|Scan it on the parcel"},
    Row{NoticeCode::LabelBound, "面单已贴对，运单号 %1", "The right label is on the parcel, waybill %1", "", ""},
    Row{NoticeCode::LabelCancelled, "运单 %1 的面单已取消，没有打印；订单已放一边", "The label of waybill %1 is cancelled, nothing was printed; its order is set aside", "", ""},
    Row{NoticeCode::LabelNotThere, "运单 %1 的面单记为没出来，这一张作废；没有重打", "The label of waybill %1 is noted as not there, this copy is void; nothing was printed", "扫出库单打开订单，面单会再出一张|旧的后来出来就销毁", "Scan the slip to open the order, its label then comes again|If the old one turns up, destroy it"},
    Row{NoticeCode::LabelDropped, "运单 %1 的面单已从打印机里清掉，作废；订单已放一边", "The printer dropped the label of waybill %1, it is void; its order is set aside", "出来半张就销毁", "If half of it came out, destroy it"},
    Row{NoticeCode::NumberRedone, "运单号 %1 已作废，新号是 %2", "Waybill %1 is given up, the new one is %2", "旧面单销毁|在快递公司那边也作废 %1", "Destroy the old label|Void %1 at the courier, too"},
    Row{NoticeCode::ExtraParcelAdded, "订单 %1 加了一箱，现在共 %2 箱", "Order %1 has one carton more, %2 now", "每一箱都要贴自己的面单再扫|先出的面单箱数要改就再打一张", "Each carton gets its own label, then scan it|Print an earlier label again if its n of m must be right"},
    Row{NoticeCode::CartonTakenBack, "订单 %1 去掉一箱，现在共 %2 箱", "Order %1 has one carton less, %2 now", "去掉的那箱有面单就销毁，在快递公司那边也作废：%3|别的箱都已贴好面单：再扫一次面单，订单才发", "Destroy the label of the carton taken back, if there is one, and void its number at the courier: %3|If every other label is on, scan one of them again: then the order leaves"},
    Row{NoticeCode::PrinterLanguageSaid, "%1 从现在起用 %2", "%1 is spoken to in %2 from now on", "打一张测试面单", "Print a test label"},
    Row{NoticeCode::Dispatched, "已发货，运单号 %1", "Dispatched, waybill %1", "", ""},
    Row{NoticeCode::RemarkConfirmed, "备注已确认", "Remark confirmed", "", ""},
    Row{NoticeCode::ScanTakenBack, "已撤销 %1 的上一扫", "Last scan of %1 taken back", "", ""},
    Row{NoticeCode::SetAside, "订单 %1 已放一边，已扫的保留", "Order %1 set aside, what was scanned is kept", "", ""},
    Row{NoticeCode::QuantityNext, "下一扫计 %1 件", "The next scan counts %1 pieces", "", ""},
    Row{NoticeCode::SingleItemOn, "单件模式：直接扫商品", "Single-item mode: scan the item itself", "", ""},
    Row{NoticeCode::SingleItemOff, "单件模式已关", "Single-item mode is off", "", ""},
    Row{NoticeCode::RepeatIgnored, "同一把枪 50 毫秒内的重复，只计一次", "A repeat from the same scanner within the repeat time, counted once", "", ""},
    Row{NoticeCode::ScanHeld, "已暂存，解除提示后再判", "Held, judged after the refusal is released", "", ""},
    Row{NoticeCode::Released, "提示已解除", "Released", "", ""},
    Row{NoticeCode::ReasonNoted, "原因已记录：%1", "Reason noted: %1", "", ""},
    Row{NoticeCode::ToteAssigned, "周转箱 %1 归订单 %2", "Tote %1 now holds order %2", "", ""},
    Row{NoticeCode::NothingToDo, "没有要处理的", "Nothing to do", "", ""},

    // --- look
    Row{NoticeCode::ConfirmRemark, "%1 条备注要确认", "%1 to confirm", "读备注|点“我已看过”或扫确认卡", "Read the remark|Tap \"I have read it\" or scan the Confirm card"},

    // --- refused: what was scanned, what it means, what to do
    Row{NoticeCode::WrongItem, "%1 不在这一单里", "%1 is not on this order", "把 %1 放回库位 %2|从库位 %4 拿 %3，再扫", "Put %1 back to bin %2|Take %3 from bin %4 and scan it"},
    Row{NoticeCode::TooMany, "%1 已经够 %2 件", "%1: %2 is all that was ordered", "把多的放回去|接着扫缺的", "Put the extra piece back|Go on with what is missing"},
    Row{NoticeCode::UnknownCode, "没有商品用这个码：%1", "No goods have this code: %1", "看是不是扫错了码|还不行就拿给库管补条码", "Look for another code on the goods|If there is none, ask the stock clerk to add it"},
    Row{NoticeCode::BadCheckDigit, "校验位不对，码没读全：%1", "The check digit is wrong, the code was misread: %1", "把条码擦平，再扫一次", "Flatten the code and scan it again"},
    Row{NoticeCode::SerialUsed, "序列号 %1 已经发过货", "Serial %1 has been packed before", "换一件再扫|这件交给主管", "Take another piece and scan it|Give this one to the supervisor"},
    Row{NoticeCode::SerialNeeded, "%1 要扫序列号", "%1 asks for its serial number", "扫这一件的序列号", "Scan the serial number of this piece"},
    Row{NoticeCode::OrderHeld, "订单 %1 被拦截：%2", "Order %1 is held: %2", "先放一边|等客服放行", "Set it aside|Wait until customer service releases it"},
    Row{NoticeCode::OrderCancelled, "订单 %1 已取消，不要发", "Order %1 is cancelled, it must not leave", "把货放回库位", "Put the goods back to their bins"},
    Row{NoticeCode::AlreadyPacked, "订单 %1 已打包，运单号 %2", "Order %1 is packed already, waybill %2", "找到那个包裹|不要再打一张", "Find that parcel|Do not print another label"},
    Row{NoticeCode::OrderUnpaid, "订单 %1 还没付款", "Order %1 is not paid yet", "先放一边", "Set it aside"},
    Row{NoticeCode::NotSignedOn, "还没登录，这一扫没有计", "Nobody is signed on, this scan was not counted", "先扫工牌", "Scan your badge first"},
    Row{NoticeCode::UnknownBadge, "没有这个工牌：%1", "There is no badge %1", "找主管登记工牌", "Ask the supervisor to add the badge"},
    Row{NoticeCode::NoOrderNeedsIt, "没有等着的单件订单要 %1", "No waiting single-item order needs %1", "把它放回去", "Put it back"},
    Row{NoticeCode::OrderNotFound, "没有这个订单、周转箱或运单号：%1", "No order, tote or waybill is known by %1", "核对出库单|订单文件可能还没导入", "Check the slip|The order file may not be imported yet"},
    Row{NoticeCode::SeveralOrders, "有几家店都有订单号 %1", "Several shops have an order %1", "扫出库单上带店铺的码", "Scan the slip's code that names the shop"},
    Row{NoticeCode::AddressMasked, "订单 %1 的地址是隐藏的，自己出不了面单", "The address of order %1 is masked, no label of our own can be made", "等平台面单或明文地址|先放一边", "Wait for the carrier's label or a clear address|Set it aside"},
    Row{NoticeCode::NoWaybill, "运单号用完了（%1），订单 %2 出不了面单", "No waybill number is left (%1), order %2 gets no label", "导入新的运单号|再扫确认卡", "Import a new pool of numbers|Then scan the Confirm card"},
    Row{NoticeCode::NumbersInQuarantine, "%3 个运单号（%1）等主管对账，订单 %2 先出不了面单", "%3 numbers (%1) wait for a supervisor, order %2 gets no label yet", "主管对账：packctl waybill quarantine|别导新号：新号也要等|再扫确认卡", "Supervisor: packctl waybill quarantine|Import no new pool, it waits, too|Then scan the Confirm card"},
    Row{NoticeCode::LabelNotProofed, "面单没通过校对，没有打印：%1", "The label failed its proof and was not printed: %1", "找主管看模板", "Ask the supervisor to look at the template"},
    Row{NoticeCode::LabelTooWide, "面单宽 %1 毫米，打印机只能打 %2 毫米：没有发出", "The label is %1 mm wide, the printer prints %2 mm: nothing was sent", "叫主管：换窄的模板或换打印机|再点“再发一次”", "Supervisor: narrower template or other printer|Then tap \"Send it again\""},
    Row{NoticeCode::PrinterLanguageUnknown, "还没人说过 %1 用哪种打印语言：没有发出", "Nobody has said which language %1 speaks: nothing was sent", "在设备页选它的打印语言|打一张测试面单", "Choose its language on the devices page|Print a test label"},
    Row{NoticeCode::WrongLabel, "这张面单是别的包裹的：%1，应该是 %2", "This label belongs to another parcel: %1, expected %2", "撕下来，给对的包裹|扫尾号 %3 的面单", "Take it off, give it to its own parcel|Scan the label that ends in %3"},
    Row{NoticeCode::NumberTaken, "运单号 %1 已经是别的包裹的", "Waybill %1 already belongs to another parcel", "不要贴这张面单|找客服要新的运单号", "Do not use this label|Ask customer service for another number"},
    Row{NoticeCode::OrderChanged, "订单刚刚改过，这一扫没有计", "The order has just been changed, this scan was not counted", "看清现在要的货|接着扫", "Look at what it wants now|Go on scanning"},
    Row{NoticeCode::LabelNotPrinted, "运单 %1 的面单还没打印", "The label of waybill %1 has not been printed", "等面单出来再扫", "Wait for the label, then scan it"},
    Row{NoticeCode::OldCopy, "这是旧的一张：第 %1 次，现在有效的是第 %2 次", "This is an older copy: no. %1, valid is no. %2", "撕掉销毁|贴第 %2 次打印的", "Remove and destroy it|Use copy no. %2"},
    Row{NoticeCode::VoidCopy, "这张面单（第 %1 次）已说没出来，作废了", "This label, copy no. %1, was said not to be there: it is void", "撕掉销毁|扫出库单打开订单，贴下一张", "Remove and destroy it|Scan the slip and use the next copy"},
    Row{NoticeCode::ForgedMark, "面单上的方码不是这里打的：%1", "The square code on this label was not printed here: %1", "不要贴这张面单|拿给主管看", "Do not use this label|Show it to the supervisor"},
    Row{NoticeCode::ScanSquareCode, "这个号打过不止一张，只看号码分不出来", "This number was printed more than once: which print is this?", "扫面单上的方码（第 %1 次打印）|别的都销毁", "Scan the square code of print no. %1|Destroy every other one"},
    Row{NoticeCode::DestroyOldLabel, "这个号打过不止一张，有效的是第 %1 次", "This number was printed more than once, valid is no. %1", "把旧的撕掉销毁|再扫一次这张", "Destroy the older one|Scan this one again"},
    Row{NoticeCode::NumberGivenUp, "运单号 %1 已作废", "Waybill %1 was given up", "撕掉销毁这张面单|贴新号的面单", "Remove and destroy this label|Use the label with the new number"},
    Row{NoticeCode::NumberInQuarantine, "运单号 %1 是恢复备份前的号，可能已经用过", "Waybill %1 is of before the restored backup: it may have been used", "包裹放一边|叫主管：对快递的单号清单，放行或作废", "Set the parcel aside|Supervisor: compare the courier's list, release or void it"},
    Row{NoticeCode::RedoTooLate, "运单 %1 已发货，不能换号", "Waybill %1 has left, it gets no other number", "找客服处理", "Ask customer service"},
    Row{NoticeCode::ParcelsMissing, "订单 %1 还差 %2 箱没贴好面单，不能发", "Order %1 lacks %2 cartons with their labels on, it does not leave", "扫出库单打开订单|每一箱贴好面单再扫", "Scan the slip to open the order|Put each carton's label on and scan it"},
    Row{NoticeCode::TwoCameOut, "运单 %1：打印机数到出了 %2 张", "Waybill %1: the printer counted %2 labels", "只留一张|多出来的马上销毁", "Keep one|Destroy every other one now"},
    Row{NoticeCode::OtherOrderOpen, "订单 %1 还没完，先不能开 %2", "Order %1 is not finished, %2 cannot be opened yet", "扫完这一单|或扫“放一边”卡", "Finish this order|Or scan the Set-aside card"},
    Row{NoticeCode::NothingToUndo, "没有可撤销的", "There is nothing to take back", "", ""},
    Row{NoticeCode::NoOrderOpen, "还没打开订单，%1 没有计", "No order is open, %1 was not counted", "先扫出库单或周转箱|单件订单先扫“单件模式”卡", "Scan a slip or a tote first|For single-item orders scan the Single-item card"},
    Row{NoticeCode::LabelFirst, "先扫贴好的面单，尾号 %1", "First scan the label on the parcel, it ends in %1", "把面单贴好|扫它，再拿下一单", "Stick the label on|Scan it, then take the next order"},
    Row{NoticeCode::RemarkFirst, "先确认备注，这一扫已暂存", "Confirm the remark first, this scan is held", "", ""},
    Row{NoticeCode::NotAllowed, "%1 没有这个权限", "%1 may not do this", "找主管", "Ask the supervisor"},
    Row{NoticeCode::ReasonMissing, "要有原因才能再打一张", "Another copy needs a reason", "扫原因卡", "Scan a reason card"},
    Row{NoticeCode::ScanNotUnderstood, "这个码读不懂：%1", "This code cannot be understood: %1", "再扫一次|还不行就换一个码", "Scan it again|If that fails, use another code"},

    // --- ready-made labels that came in
    Row{NoticeCode::InboxMatched, "面单已到，等订单齐了就打印，运单号 %1", "The label is here and prints when its order is clean, waybill %1", "", ""},
    Row{NoticeCode::InboxUsed, "已用作运单 %1 的面单", "It became the label of waybill %1", "", ""},
    Row{NoticeCode::InboxDiscarded, "已丢弃：%1", "Discarded: %1", "", ""},
    Row{NoticeCode::InboxNoOrder, "没有订单要这张面单：%1", "No order is known for this label: %1", "导入订单文件，会自己再对一次|或者指定订单", "Import the order file, it is matched again by itself|Or say which order it is"},
    Row{NoticeCode::InboxSeveralOrders, "面单上的码属于几个订单", "The codes on this label belong to several orders", "看图|让店铺系统重新打这张", "Look at its picture|Have the shop's system print it again"},
    Row{NoticeCode::InboxOtherOrder, "面单是订单 %1 的，不是 %2 的", "This label belongs to order %1, not to %2", "看图|指定它自己的订单，或丢弃", "Look at its picture|Say its own order, or discard it"},
    Row{NoticeCode::InboxNumberDiffers, "订单 %1 的运单号是 %2，这张面单上没有", "Order %1 has waybill %2, which is not on this label", "看图|让店铺系统重新打这张", "Look at its picture|Have the shop's system print it again"},
    Row{NoticeCode::InboxSeveralNumbers, "订单 %1 的面单上有几个可能的运单号：%2", "The label of order %1 shows several possible waybills: %2", "导入带运单号的订单文件", "Import an order file with waybill numbers"},
    Row{NoticeCode::InboxNoNumber, "订单 %1 的面单上没有读得出的运单号", "No waybill can be read on the label of order %1", "让店铺系统重新打这张", "Have the shop's system print it again"},
    Row{NoticeCode::InboxDoubled, "订单 %1 又来一张不同的面单，运单号 %2", "Another label came for order %1, waybill %2, with other content", "看图|要用它就点“用这一张”，不要就丢弃", "Look at its picture|Use this one in place of the other, or discard it"},
    Row{NoticeCode::InboxSeveralParcels, "订单 %1 已有一张面单在等，这张是另一个运单号：%2", "A label is waiting for order %1 already, this one has another waybill: %2", "一单只打一张|要用它就点“用这一张”，不要就丢弃", "An order gets one label here|Use this one in place of the other, or discard it"},
    Row{NoticeCode::InboxHasLabel, "订单 %1 已经出过面单，这张不打：%2", "Order %1 has its label already, this one is not printed: %2", "看图|丢弃，或用“再打一张”", "Look at its picture|Discard it, or use Print again"},
    Row{NoticeCode::InboxNoCode, "面单上没有读得出的条码", "No code can be read on this label", "看图|让店铺系统重新打这张", "Look at its picture|Have the shop's system print it again"},
    Row{NoticeCode::InboxCut, "面单传到一半断了", "The label was cut off on its way", "让店铺系统重新打这张", "Have the shop's system print it again"},
    Row{NoticeCode::InboxNotDrawn, "这张面单画不出来：%1", "This label cannot be drawn: %1", "让店铺系统重新打这张|还不行就换一种打印语言", "Have the shop's system print it again|If that fails, try another printer language"},
    Row{NoticeCode::InboxTooLarge, "面单 %1×%2 毫米，打印机里的纸是 %3×%4 毫米", "The label is %1×%2 mm, the labels in the printer are %3×%4 mm", "在店铺系统里选小的面单|让它重新打", "Choose a smaller label in the shop's system|Have it printed again"},
    Row{NoticeCode::InboxNotListening, "店铺系统的面单进不来，%1 打不开", "Labels of the shop's system cannot come in, %1 is taken", "看是不是别的程序占了这个端口|改 inbox.listen，再启动一次", "See whether another program has that port|Change inbox.listen and start again"},
    Row{NoticeCode::InboxFull, "已有 %1 张面单在等人处理：这张没有收", "%1 labels wait for a person: this one was not taken", "先处理等着的|再让店铺系统打一次", "Deal with those that wait|Have it printed again"},
    Row{NoticeCode::ShopLabelMissing, "地址是隐藏的：店铺系统的面单还没到", "The address is masked: the label has not come from the shop's system yet", "在店铺系统里打印，到了自己出来|或贴上平台面单，再扫它", "Print it in the shop's system, it then comes by itself|Or stick on the carrier's own label and scan it"},

    // --- the ledger is looked after
    Row{NoticeCode::BackupFailed, "账本备份没有做成", "The ledger could not be backed up", "叫主管：看备份盘在不在、满没满|照常打包，过 15 分钟自己再试", "Supervisor: see whether the backup disk is there and has room|Go on packing, it is tried again in 15 minutes"},
    Row{NoticeCode::DiskLow, "磁盘快满了：还剩 %1 MB", "The disk is nearly full: %1 MB left", "叫主管：腾出磁盘空间", "Supervisor: make room on the disk"},
    Row{NoticeCode::DiskNoRoom, "磁盘只剩 %1 MB：不开新单，不出面单", "Only %1 MB are left on the disk: no order is opened, no label printed", "扫的码照样记下|叫主管：腾出磁盘空间，再接着做", "Scans are still recorded|Supervisor: make room on the disk, then go on"},
    Row{NoticeCode::LedgerRestored, "账本是从备份恢复的：%1 个运单号等人核对", "The ledger was restored from a backup: %1 waybill numbers wait to be compared", "叫主管：拿快递的清单核对，再放行", "Supervisor: compare with the courier's list, then release them"},
    Row{NoticeCode::ScansTooFast, "扫得太快：有 %1 个码没有收", "Scans came too fast: %1 were not taken", "停一下，等计数归零|没收的再扫一次", "Stop until none waits|Scan those again"},
    Row{NoticeCode::TooManyHeld, "已暂存 %1 个码，这一个不再暂存", "%1 scans are held already, this one is not", "先处理提示|再把这一个扫一次", "Deal with the refusal|Then scan this one again"},
    Row{NoticeCode::ScansNotCounted, "停机前有 %1 次扫描没有计：%2", "%1 scans before the stop were not counted: %2", "扫工牌，或“知道了”卡|打开那几单，缺的重新扫", "Scan your badge, or the OK card|Open their orders, scan again what is missing"},

    // --- device
    Row{NoticeCode::PrinterWaits, "打印机：%1。面单在等，不会重复打", "Printer: %1. The label waits, it is not sent twice", "处理打印机", "See to the printer"},
    Row{NoticeCode::PrinterGone, "面单还没发出。%1", "The label was not sent. %1", "接好打印机，面单会自己出来", "Connect the printer, the label comes by itself"},
    Row{NoticeCode::LabelInDoubt, "运单 %1 的面单不知道出没出来", "It is not known whether the label of waybill %1 came out", "出来了就扫它|没出来扫“没出面单”卡", "If it came out, scan it|If not, scan the Nothing-came card"},
    Row{NoticeCode::LabelCancelling, "正在取消运单 %1 的面单", "The label of waybill %1 is being cancelled", "", ""},
    Row{NoticeCode::LabelSentAlready, "运单 %1 的面单已经在打印机里，取消不了", "The label of waybill %1 is in the printer already, it cannot be cancelled", "出来了就扫它|没出来扫“没出面单”卡", "If it came out, scan it|If not, scan the Nothing-came card"},

    // --- scans and acts that come with a key
    Row{NoticeCode::KeyReused, "这个键已用于别的内容：没有执行", "This key was used for something else before: nothing was done", "让发送的程序换新键", "Let the program that sends make a new key"},
    Row{NoticeCode::KeyTooOld, "这个键超过 30 天，已查不到做过没有：没有执行", "This key is older than 30 days, whether it was done is no longer known: nothing was done", "看订单现在的样子|还缺的重新扫", "Look at the order as it stands|Scan again what is missing"},
    Row{NoticeCode::KeyNotUnderstood, "键的格式不对：没有执行", "The key has the wrong form: nothing was done", "让发送的程序用第 7 版 UUID", "Let the program that sends use UUIDs of version 7"},
    Row{NoticeCode::ScanParked, "%1 来迟了：后面的已经判过，它停放着，没有计入", "%1 came late: later scans were judged already, it is parked and not counted", "叫主管：看订单，缺的重新扫", "Supervisor: look at the order, scan again what is missing"},
    Row{NoticeCode::AnsweredBefore, "以前已经回答过：%1", "It was answered before: %1", "", ""},
    Row{NoticeCode::LedgerChecking, "正在核对：刚才这一步记下没有", "Checking whether the last step was recorded", "等一下，不要重复刚才这一步", "Wait, do not repeat the last step"},
    // --- gate, hand-over to the courier, clock
    Row{NoticeCode::GateIsOpen, "出库口：扫箱子，再扫它的面单", "The gate: scan the box and its label", "", ""},
    Row{NoticeCode::GateIsOff, "出库口没有启用：这里贴好面单一扫就算发货", "The gate is off: here a parcel leaves with the scan of its label", "要启用，叫主管把 dispatch.at 设为 gate", "To use it, a supervisor sets dispatch.at to gate"},
    Row{NoticeCode::GateWaitsForLabel, "箱子是订单 %1 的，再扫面单", "The box is order %1's, now scan its label", "", ""},
    Row{NoticeCode::GateWaitsForBox, "面单 %1，再扫箱子（周转箱、出库单或箱码）", "Label %1, now scan the box: tote, slip or box code", "", ""},
    Row{NoticeCode::GateAgain, "%1 刚才已经放行，只计一次", "%1 passed just now, it counts once", "", ""},
    Row{NoticeCode::BoxAssigned, "箱码 %1 归订单 %2", "Box code %1 is on order %2's box", "", ""},
    Row{NoticeCode::ClockConfirmed, "时钟已确认，可以发货", "The clock is confirmed, parcels may leave", "", ""},
    Row{NoticeCode::HandoverOpened, "%1 的交接单已打开，把包裹扫上车", "The hand-over list of %1 is open, scan parcels onto the vehicle", "", ""},
    Row{NoticeCode::HandoverTaken, "%1 已上车，共 %2 件", "%1 is on the vehicle, parcels: %2", "", ""},
    Row{NoticeCode::HandoverClosed, "%1 的交接单已签收，共 %2 件", "The hand-over list of %1 is signed, parcels: %2", "", ""},
    Row{NoticeCode::GateUnknownBox, "没有订单用这个箱子：%1，它不能放行", "No order has this box: %1. It stays here", "扫箱子上的出库单|没有出库单就拿回打包台", "Scan the slip in the box|Without a slip bring it back to the bench"},
    Row{NoticeCode::GateUnknownLabel, "没有包裹用这个号：%1，不能放行", "No parcel has this number: %1. It stays here", "扫面单上的运单号|还不行就拿回打包台", "Scan the waybill on its label|If that fails bring it back to the bench"},
    Row{NoticeCode::GateIdentity, "这里不认%1，箱子没有计", "Here %1 does not count, the box was not taken", "扫这个仓库认的箱码|要改，叫主管设 gate.identity", "Scan the code that counts here|Supervisor: gate.identity says which"},
    Row{NoticeCode::GateWrongBox, "箱子是订单 %1 的，面单是订单 %2 的（%3）：不能放行", "The box is order %1's, the label order %2's (%3): it stays here", "箱子放一边，不要交给快递|把面单撕下来，找到它的箱子|两个箱子都拿回打包台核对", "Set the box aside, no courier takes it|Take the label off and find its box|Check both boxes at the bench"},
    Row{NoticeCode::GateWrongLabel, "面单上的标记和运单号 %1 对不上：不能放行", "The mark on this label is not that of waybill %1: it stays here", "撕掉销毁|拿回打包台再打一张", "Remove and destroy it|Bring the box to the bench for another copy"},
    Row{NoticeCode::GateNumberVoid, "运单号 %1 已作废：贴着它的包裹不能走", "Waybill %1 was given up: a parcel with it must not leave", "撕掉销毁|贴新号的面单，在打包台扫过再来", "Remove and destroy it|Put the new label on and scan it at the bench first"},
    Row{NoticeCode::GateOldCopy, "这是旧的一张：第 %1 次，有效的是第 %2 次（%3）：不能放行", "This is an older copy: no. %1, valid is no. %2 (%3): it stays here", "撕掉销毁|贴第 %2 次打印的，在打包台扫过再来", "Remove and destroy it|Put copy no. %2 on and scan it at the bench first"},
    Row{NoticeCode::GateAlreadyGone, "%1 已在 %2 由 %3 放行，不能再走一次", "%1 passed at %2, by %3: it cannot leave twice", "是同一个箱子，就放到快递那里|是另一个箱子，面单是第二张：撕掉销毁，箱子拿回打包台", "If it is that same box, put it with its courier's|Another box: destroy its label, bring it to the bench"},
    Row{NoticeCode::GateCancelled, "订单 %1 已取消：包裹不能走", "Order %1 is cancelled: its parcel must not leave", "包裹放一边|面单撕掉，货放回库位", "Set the parcel aside|Take its label off, put the goods back to their bins"},
    Row{NoticeCode::GateHeld, "订单 %1 被拦截：包裹不能走", "Order %1 is held: its parcel must not leave yet", "包裹放一边|等客服放行", "Set the parcel aside|Wait until customer service releases it"},
    Row{NoticeCode::GateNotBound, "面单 %1 没有在打包台扫过，不知道贴得对不对：不能放行", "Label %1 was never scanned on its parcel at a bench: it stays here", "拿回打包台|打开订单 %2，扫包裹上的面单|再来出库口", "Bring it back to the bench|Open order %2 and scan the label on the parcel|Then come to the gate again"},
    Row{NoticeCode::GateMarkNeeded, "%1 打印过几张，光凭运单号看不出是哪一张：还不能放行", "%1 was printed more than once, its number does not say which copy this is", "扫面单上的方码|扫不出就拿回打包台再打一张", "Scan the square code on the label|If it is unreadable, bring the box to the bench"},
    Row{NoticeCode::GateChanged, "%1 刚在别处处理过，这一扫没有计", "%1 has just been dealt with elsewhere, this scan was not counted", "箱子和面单再扫一次，看说什么", "Scan box and label once more and see what it says"},
    Row{NoticeCode::BoxTaken, "箱码 %1 已经在订单 %2 的箱子上，不能再用", "Box code %1 is on order %2's box already and is never used again", "撕掉这个箱码|贴一个新的再扫", "Take this box code off|Stick on a new one and scan it"},
    Row{NoticeCode::ClockBehind, "时钟是 %1，账本里最新的记录是 %2：时钟不对，先不能发货", "The clock says %1, the newest record %2: one of them is wrong, nothing leaves until it is right", "叫主管对时钟，扫描都记下了|时钟若是对的，主管扫“时钟正确”卡", "Supervisor: set the clock, scans are still recorded|If it is right, a supervisor scans the Clock-is-right card"},
    Row{NoticeCode::ClockStepped, "时钟跳了：应是 %1，现在是 %2", "The clock jumped: %1 was due, it says %2", "看看时钟对不对", "See whether the clock is right"},
    Row{NoticeCode::HandoverUnknown, "没有包裹用这个号：%1，没有上车", "No parcel has this number: %1. It is not on the vehicle's list", "扫面单上的运单号|还不行就拿回来", "Scan the waybill on its label|If that fails take it back"},
    Row{NoticeCode::HandoverNotGone, "%1 还没放行，不能上车", "%1 has not been dispatched, it must not go on the vehicle", "拿回出库口或打包台先扫", "Bring it to the gate or the bench first"},
    Row{NoticeCode::HandoverOtherCourier, "%1 是 %2 的，不是 %3 的：不能上这辆车", "%1 is for %2, not for %3: not on this vehicle", "放到 %2 的包裹里", "Put it with the parcels of %2"},
    Row{NoticeCode::HandoverOnList, "%1 已在交接单 %2 上：不能交两次", "%1 is on hand-over list %2 already: it is not handed over twice", "是同一个包裹就不用再扫|是另一个，面单是第二张：撕掉销毁", "If it is that same parcel, nothing is to be done|If it is another, its label is a second one: destroy it"},
    Row{NoticeCode::HandoverOldCopy, "这是旧的一张面单（%1）：不能上车", "This is an older copy of %1's label: not on this vehicle", "撕掉销毁|包裹拿回打包台", "Remove and destroy it|Bring the parcel to the bench"},
    Row{NoticeCode::HandoverCount, "司机数了 %1 件，扫上车的是 %2 件：还不能签", "The driver counted %1, %2 were scanned onto the vehicle: not signed", "一起再数一遍|多的扫上去，少的找出来", "Count again together|Scan what is missing, find what is too few"},
    Row{NoticeCode::SheetWritten, "日结单已写好：%1", "The day-end sheet is written: %1", "", ""},
    Row{NoticeCode::SheetNotWritten, "日结单没写成 %1：%2", "The day-end sheet could not be written to %1: %2", "看磁盘满没满、文件夹能不能写|再点一次", "See whether the disk is full or the folder cannot be written|Tap again"},

    // --- the world broke: the bench stops, the log has the reason in full
    Row{NoticeCode::LedgerFull, "磁盘满了：刚才这一步没有记下", "The disk is full: the last step was not recorded", "包裹先放一边|叫主管：腾出磁盘空间|重新打开 Packbench，显示已完成的都还在", "Put the open parcel aside|Supervisor: make room on the disk|Start Packbench again, what is done is kept"},
    Row{NoticeCode::LedgerDamaged, "账本损坏：不能再往里记", "The ledger is damaged: nothing more can be recorded in it", "包裹先放一边，不要再打包|叫主管：用备份恢复账本", "Put the open parcel aside, pack nothing more|Supervisor: restore the ledger from a backup"},
    Row{NoticeCode::LedgerInDoubt, "不知道刚才这一步记下没有", "It is not known whether the last step was recorded", "包裹先放一边，不要重复刚才这一步|重新打开 Packbench|打开这一单，看记下了没有", "Set the parcel aside, do not repeat the step|Start Packbench again|Open the order and see what is recorded"},
    Row{NoticeCode::LedgerAway, "账本打不开：刚才这一步没有记下", "The ledger cannot be opened: the last step was not recorded", "包裹先放一边|叫主管：看磁盘或服务器在不在|重新打开 Packbench", "Put the open parcel aside|Supervisor: see to the disk or the server|Start Packbench again"},
    Row{NoticeCode::FileFault, "有个文件读写不了，打包台停下了", "A file cannot be read or written, the bench stopped", "包裹先放一边|叫主管：看磁盘和文件夹的权限|重新打开 Packbench，显示已完成的都还在", "Put the open parcel aside|Supervisor: see to the disk and its folders|Start Packbench again, what is done is kept"},
    Row{NoticeCode::LedgerFault, "账本出错：刚才这一步没有记下", "The ledger has a fault: the last step was not recorded", "包裹先放一边|叫主管|重新打开 Packbench，显示已完成的都还在", "Put the open parcel aside|Call the supervisor|Start Packbench again, what is done is kept"},
};
// clang-format on

struct Term {
    const char* word;
    const char* zh;
    const char* en;
};

// Stable words that come as arguments, in the words of the floor.
constexpr std::array kTerms{
    Term{"unknown-item", "商品资料里没有的货", "an item the catalogue does not know"},
    Term{"items-unknown", "缺订单明细", "its detail list is missing"},
    Term{"joined-row", "多件合并成一行", "several items in one row"},
    Term{"refund", "退款处理中", "a refund is being dealt with"},
    Term{"by-service", "客服拦截", "customer service stopped it"},
    Term{"changed-late", "出面单后店铺改过", "the shop changed it after its label"},
    Term{"paper-out", "缺纸", "paper out"},
    Term{"ribbon-out", "碳带用完", "ribbon out"},
    Term{"head-open", "打印头开着", "head open"},
    Term{"paused", "已暂停", "paused"},
    Term{"cutter-fault", "切刀故障", "cutter fault"},
    Term{"too-hot", "过热", "too hot"},
    Term{"fault", "故障", "fault"},
    Term{"unplugged", "没有连接", "not connected"},
    Term{"same-picture", "和等着的那张一样", "the same as the one that waits"},
    Term{"bound-by-hand", "订单已经贴了别的面单", "its order got another label"},
    Term{"carton-taken-back", "这一箱去掉了", "its carton was taken back"},
    Term{"nothing-came", "没有出来", "nothing came out"},
    Term{"tote", "周转箱", "a tote"},
    Term{"slip", "出库单", "a slip"},
    Term{"box", "箱码", "a box code"},
};

QString termed(const QString& argument, Language language) {
    if (argument.endsWith(u'.') || argument.contains(QStringLiteral(": "))) {
        const QString device = deviceWords(argument, language);
        return device == argument ? labelWords(argument, language) : device;
    }
    if (argument.startsWith(QLatin1String("courier:")))
        return courierName(argument.mid(8), language == Language::Chinese);
    QStringList parts = argument.split(QStringLiteral(", "));
    for (QString& part : parts) {
        for (const Term& term : kTerms) {
            if (part == QLatin1String(term.word))
                part = QString::fromUtf8(language == Language::Chinese ? term.zh : term.en);
        }
    }
    return parts.join(language == Language::Chinese ? QStringLiteral("，") : QStringLiteral(", "));
}

const Row& rowOf(NoticeCode code) {
    for (const Row& row : kRows) {
        if (row.code == code)
            return row;
    }
    return kRows.front();
}

QString filled(const char* form, const QStringList& arguments, Language language) {
    const QString text = QString::fromUtf8(form);
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPlace =
            text.at(i) == QLatin1Char('%') && i + 1 < text.size() && text.at(i + 1).isDigit();
        if (!isPlace) {
            out += text.at(i);
            continue;
        }
        out += termed(arguments.value(text.at(i + 1).digitValue() - 1), language);
        ++i;
    }
    return out;
}

} // namespace

QString words(const Notice& notice, Language language) {
    const Row& row = rowOf(notice.code);
    return filled(language == Language::Chinese ? row.zh : row.en, notice.arguments, language);
}

QStringList steps(const Notice& notice, Language language) {
    const Row& row = rowOf(notice.code);
    const QString all =
        QString::fromUtf8(language == Language::Chinese ? row.zhSteps : row.enSteps);
    QStringList out;
    for (const QString& step : all.split(QLatin1Char('|'), Qt::SkipEmptyParts))
        out.append(filled(step.toUtf8().constData(), notice.arguments, language));
    return out;
}

} // namespace packbench
