#include "show.h"

#include "drivers/usbidentity.h"

namespace packbench {
namespace {

QByteArray descriptor(const QString& text, bool swapped = false) {
    QByteArray bytes;
    bytes.append(char(2 + 2 * text.size())).append('\x03');
    for (const QChar c : text) {
        const char low = char(c.unicode() & 0xff);
        const char high = char(c.unicode() >> 8);
        bytes.append(swapped ? high : low).append(swapped ? low : high);
    }
    return bytes;
}

TEST(UsbIdentity, ASerialIsReadAsItStands) {
    EXPECT_EQ(serialFromDescriptor(descriptor(QStringLiteral("50J184800123"))),
              QStringLiteral("50J184800123"));
}

TEST(UsbIdentity, AByteSwappedSerialIsTurnedRound) {
    EXPECT_EQ(serialFromDescriptor(descriptor(QStringLiteral("0123456789"), true)),
              QStringLiteral("0123456789"));
}

TEST(UsbIdentity, ASerialTooShortToTellPrintersApartIsNone) {
    EXPECT_EQ(serialFromDescriptor(descriptor(QStringLiteral("123"))), QString());
    EXPECT_EQ(serialFromDescriptor({}), QString());
    EXPECT_EQ(serialFromDescriptor(descriptor(QString(8, QChar(0)))), QString());
}

TEST(UsbIdentity, AnUnprintableSerialIsHex) {
    EXPECT_EQ(serialFromDescriptor(descriptor(QStringLiteral("\u0001\u0002\u0003\u00ff"))),
              QStringLiteral("010002000300ff00"));
}

TEST(UsbIdentity, NamesKeepTheirLetters) {
    EXPECT_EQ(textFromDescriptor(descriptor(QStringLiteral("佳博 GP-1324D "))),
              QStringLiteral("佳博 GP-1324D"));
    EXPECT_EQ(textFromDescriptor({}), QString());
}

TEST(UsbIdentity, IdsAreStableWords) {
    EXPECT_EQ(usbIdBySerial(0x0a5f, 0x101, QStringLiteral("S:1")),
              QStringLiteral("usb:0a5f:0101:S:1"));
    EXPECT_EQ(usbIdByPath(0x0a5f, 0x101, QStringLiteral("1-2.3")),
              QStringLiteral("usb:0a5f:0101@1-2.3"));
}

} // namespace
} // namespace packbench
