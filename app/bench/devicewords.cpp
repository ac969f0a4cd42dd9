#include "bench/devicewords.h"

#include "bench/sentencewords.h"

#include <array>

namespace packbench {
namespace {

// clang-format off
constexpr std::array kRows{
    SentenceRow{"The printer %1 cannot be reached (%2): check that it is switched on and in the network. No label was sent.", "连不上打印机 %1（%2）：看它开机、联网没有。面单没有发出。"},
    SentenceRow{"Nobody knows the printer's name %1: check how it is written. No label was sent.", "网络里没有叫 %1 的打印机：核对名字。面单没有发出。"},
    SentenceRow{"Another program holds %1: close it and try again. No label was sent.", "别的程序占用了 %1：关掉它再试。面单没有发出。"},
    SentenceRow{"Packbench may not use %1: add its user to the group dialout and sign on anew. No label was sent.", "没有权限用 %1：把用户加进 dialout 组，重新登录。面单没有发出。"},
    SentenceRow{"The printer at %1 is not there (%2): check cable and switch. No label was sent.", "%1 上没有打印机（%2）：看线和开关。面单没有发出。"},
    SentenceRow{"Labels cannot be written to the folder %1: check that it is there and who may write to it.", "面单写不进文件夹 %1：看文件夹在不在、有没有写权限。"},
    SentenceRow{"%1 is another name for the printer %2: take one of them out of the settings. Nothing is printed by this name.", "%1 和 %2 是同一台打印机：从设置里去掉一个。用这个名字不会打印。"},
    SentenceRow{"No printer %1 is written down in the settings.", "设置里没有打印机 %1。"},
    SentenceRow{"There is no camera at %1: check its plug. It is looked for by itself.", "%1 上没有摄像头：看插头。插好会自动找到。"},
    SentenceRow{"Packbench may not use the camera at %1: add its user to the group video and sign in again.", "没有权限用摄像头 %1：把用户加进 video 组，重新登录。"},
    SentenceRow{"%1 gives no pictures that can be read: name a camera that 'packctl devices' lists, or a film.", "%1 没有能读的画面：换成 packctl devices 列出的摄像头或一段录像。"},
    SentenceRow{"The film %1 cannot be shown (%2): name another, such as Motion JPEG in an AVI file.", "录像 %1 放不了（%2）：换一段，比如 AVI 里的 Motion JPEG。"},
    SentenceRow{"The camera %1 cannot be used (%2): close the program that holds it. It is tried again by itself.", "摄像头 %1 用不了（%2）：关掉占用它的程序，会自动再试。"},
    SentenceRow{"No picture comes from the camera %1: unplug it and plug it in again. It is tried again by itself.", "摄像头 %1 没有画面：拔下再插，会自动再试。"},
    SentenceRow{"Sending was cancelled before the first byte: no label was sent.", "第一个字节之前就取消了：面单没有发出。"},
    SentenceRow{"The printer was gone before the first byte: no label was sent. Plug it in, switch it on and send the label again.", "打印机在第一个字节之前就断开了：面单没有发出。插好、开机，再发一次。"},
    SentenceRow{"The printer refused the first byte: no label was sent. Switch it off and on and send the label again.", "打印机一个字节也没收：面单没有发出。关机再开，再发一次。"},
    SentenceRow{"Sending was cancelled after %1 of %2 bytes: look whether a label came out.", "发了 %1/%2 字节时取消：看面单出来没有。"},
    SentenceRow{"The printer was gone after %1 of %2 bytes: plug it in, switch it on and look whether a label came out.", "发了 %1/%2 字节时打印机断开：插好、开机，看面单出来没有。"},
    SentenceRow{"The printer took no more after %1 of %2 bytes: look for paper, cover and pause light, and whether a label came out.", "打印机收了 %1/%2 字节就不收了：看纸、盖子、暂停灯，看面单出来没有。"},
    SentenceRow{"The label is empty: nothing was sent.", "面单是空的：什么也没发。"},
    SentenceRow{"The device address '%1' cannot be used: %2.", "设备地址“%1”不能用：%2。"},
    SentenceRow{"The label is %1 mm wide, the printer prints %2 mm: a part of it would be missing, so it was not sent. Choose a narrower template or another printer.", "面单宽 %1 毫米，打印机只能打 %2 毫米，会缺一块，所以没有发出。换窄的模板或换打印机。"},
    SentenceRow{"The printer address '%1' cannot be used: %2.", "打印机地址“%1”不能用：%2。"},
    SentenceRow{"%1 speaks its maker's own raster format, which Packbench cannot print on: use a printer that speaks ZPL, TSPL, EPL2, CPCL or ESC/POS.", "%1 只懂厂家自己的格式，Packbench 打不了：换一台懂 ZPL、TSPL、EPL2、CPCL 或 ESC/POS 的打印机。"},
    SentenceRow{"Packbench is not sure which language %1 speaks: say it (devices page, or packctl devices language), then print a test label.", "不确定 %1 用哪种打印语言：在设备页选好，再打一张测试面单。"},
    SentenceRow{"Packbench may not use %1: add its user to the group dialout, or install the udev rule 70-packbench.rules, and plug it in again.", "没有权限用 %1：把用户加进 dialout 组，或装上 udev 规则 70-packbench.rules，再插一次。"},
    SentenceRow{"%1 is not there: check cable and switch. It is looked for by itself.", "%1 不在：看线和开关。接好会自动找到。"},
    SentenceRow{"Another program holds %1: close it. It is tried again by itself.", "别的程序占用了 %1：关掉它，会自动再试。"},
    SentenceRow{"The folder %1 is full: make room on its disk and send the label again. No label was sent.", "文件夹 %1 所在的磁盘满了：腾出空间再发一次。面单没有发出。"},
    SentenceRow{"The label cannot be written to the folder %1 (%2): check that it is there and who may write to it. No label was sent.", "面单写不进文件夹 %1（%2）：看文件夹在不在、有没有写权限。面单没有发出。"},
    SentenceRow{"Two printers have the serial number of %1: choose the bench's printer anew on the devices page, where each is listed by its socket.", "有两台打印机的序列号都是 %1：在设备页按插口重新选本台的打印机。"},
    SentenceRow{"The printer %1 is not there: check its cable and its switch.", "打印机 %1 不在：看线和开关。"},
    SentenceRow{"Packbench may not use %1: the udev rule 70-packbench.rules is missing. Copy it to /etc/udev/rules.d (a keyboard needs its own line in it), then unplug the device and plug it in again.", "没有权限用 %1：缺 udev 规则 70-packbench.rules。把它拷到 /etc/udev/rules.d（键盘要自己加一行），再拔插一次。"},
    SentenceRow{"Another program holds %1: remove it from CUPS, or close the program that prints to it, and try again.", "别的程序占用了 %1：从 CUPS 里删掉它，或关掉在打印的程序，再试。"},
    SentenceRow{"%1 is gone: check its cable and its switch.", "%1 断开了：看线和开关。"},
    SentenceRow{"%1 does not answer (%2): switch it off and on, or plug it into another socket.", "%1 没有回应（%2）：关机再开，或换个插口。"},
    SentenceRow{"Printer '%1' is not connected.", "打印机“%1”没有连接。"},
};
// clang-format on

} // namespace

QString deviceWords(const QString& sentence, Language language) {
    return language == Language::English ? sentence : inChinese(kRows, sentence);
}

} // namespace packbench
