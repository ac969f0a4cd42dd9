#include "show.h"

#include "drivers/printermodels/deviceid.h"

#include <random>

namespace packbench {
namespace {

const QByteArray kText = "MFG:Northbeam;CMD:ZPL;MDL:NB-4;CLS:PRINTER;";

QByteArray answer(const QByteArray& text, int length, bool bigEndian = true) {
    const char high = char(length >> 8);
    const char low = char(length & 0xff);
    QByteArray bytes;
    bytes.append(bigEndian ? high : low).append(bigEndian ? low : high);
    return bytes + text;
}

int whole(const QByteArray& text) {
    return int(text.size()) + 2;
}

TEST(DeviceIdText, TheLengthMayComeInEitherOrder) {
    EXPECT_EQ(deviceIdText(answer(kText, whole(kText))), kText);
    EXPECT_EQ(deviceIdText(answer(kText, whole(kText), false)), kText);
}

TEST(DeviceIdText, WhatStandsBehindTheIdIsLeftOut) {
    EXPECT_EQ(deviceIdText(answer(kText, whole(kText)) + "GARBAGE"), kText);
    EXPECT_EQ(deviceIdText(answer(kText, whole(kText)) + QByteArray(100, '\0')), kText);
}

TEST(DeviceIdText, ALengthThatDoesNotCountItselfLosesNothing) {
    EXPECT_EQ(deviceIdText(answer(kText, whole(kText) - 2)), kText);
}

TEST(DeviceIdText, AnImpossibleLengthGivesWhatArrived) {
    EXPECT_EQ(deviceIdText(answer(kText, 0xffff)), kText);
    EXPECT_EQ(deviceIdText(answer(kText, 0)), kText);
}

TEST(DeviceIdText, NothingOfNothing) {
    EXPECT_EQ(deviceIdText({}), QByteArray());
    EXPECT_EQ(deviceIdText(QByteArray(1, '\0')), QByteArray());
    EXPECT_EQ(deviceIdText(QByteArray(2, '\0')), QByteArray());
    EXPECT_EQ(deviceIdText(QByteArray(3, '\0')), QByteArray());
}

TEST(DeviceId, BothSpellingsInAnyOrderAndCase) {
    const DeviceId expected{QStringLiteral("Northbeam"),
                            QStringLiteral("NB-4"),
                            {QStringLiteral("ZPL")},
                            QStringLiteral("77A"),
                            QStringLiteral("Label")};
    EXPECT_EQ(deviceIdFrom("MFG:Northbeam;MDL:NB-4;CMD:ZPL;SN:77A;DES:Label;"), expected);
    EXPECT_EQ(deviceIdFrom(" Description: Label ; SERN:77A ;COMMAND SET: ZPL; model:NB-4;"
                           "Manufacturer:Northbeam "),
              expected);
}

TEST(DeviceId, BlanksAndNoneSayNothing) {
    EXPECT_TRUE(deviceIdFrom("MFG: ;CMD:None;MDL:;").isEmpty());
    EXPECT_TRUE(deviceIdFrom("no pairs at all").isEmpty());
    EXPECT_TRUE(deviceIdFrom({}).isEmpty());
}

TEST(DeviceId, SeveralCommandsAreOneEntryEach) {
    EXPECT_EQ(deviceIdFrom("CMD: EPL , ZPL,;").commands,
              (QStringList{QStringLiteral("EPL"), QStringLiteral("ZPL")}));
}

TEST(DeviceId, ControlCharactersNeverReachAScreen) {
    EXPECT_EQ(deviceIdFrom("MFG:No\x1b[31mrth\r\n;").maker, QStringLiteral("No [31mrth"));
}

TEST(DeviceId, AnEndlessIdIsCutToSize) {
    const DeviceId id = deviceIdFrom("MFG:" + QByteArray(65535, 'x') + ";MDL:A;");
    EXPECT_LE(id.maker.size(), 80);
    EXPECT_EQ(id.model, QStringLiteral("A"));
}

TEST(DeviceId, AnyBytesAreTaken) {
    std::mt19937 random(5);
    for (int round = 0; round < 2000; ++round) {
        QByteArray bytes(int(random() % 300), Qt::Uninitialized);
        for (char& byte : bytes)
            byte = char(random());
        const DeviceId id = deviceIdFrom(deviceIdText(bytes));
        EXPECT_LE(id.maker.size(), 80);
    }
}

} // namespace
} // namespace packbench
