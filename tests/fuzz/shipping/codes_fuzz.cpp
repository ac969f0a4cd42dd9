// What anybody may hold under a scanner, and the calendar file: any text, any bytes.
#include "shipping/calendarfile.h"
#include "shipping/courier.h"
#include "shipping/courierrules.h"
#include "shipping/owncode.h"
#include "shipping/scancode.h"

#include <cstdint>
#include <cstdlib>

using namespace packbench;

namespace {

void mustHold(bool isTrue) {
    if (!isTrue)
        std::abort();
}

void judge(const QString& text, const QString& aim) {
    const ScanCode code = classify(text, aim);
    mustHold(code == classify(text, aim));
    mustHold(code.quantity >= 0);
    mustHold(code.gtin.isEmpty() || code.gtin.size() == 14);
    for (const QChar digit : code.gtin)
        mustHold(digit >= u'0' && digit <= u'9');
    // A card that does something has been read whole: its word is known.
    mustHold(code.kind != ScanKind::Command || code.command != Command::None);
    mustHold(code.kind != ScanKind::Badge || !code.argument.isEmpty());
    if (const auto own = readOwnCode(text))
        mustHold(own->quantity >= 1 && own->quantity <= 9999);
    (void)waybillForm(text, proposeCouriers(text));
    (void)courierFromName(text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    const QString text = QString::fromUtf8(bytes.left(5000));
    judge(text, {});
    const qsizetype end = text.indexOf(u'\n');
    if (end >= 0)
        judge(text.mid(end + 1), text.left(end));
    const auto calendar = readCalendarFile(bytes);
    if (const auto* const sentence = std::get_if<QString>(&calendar))
        mustHold(!sentence->isEmpty());
    return 0;
}
