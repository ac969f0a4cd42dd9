#include "pages.h"
#include "show.h"

#include "drivers/escpos/escposstatus.h"

#include <random>

namespace packbench {
namespace {

QByteArray escPos(const Page& page, const PrintSetup& setup = {}) {
    return encode(PrinterLanguage::EscPos, page, setup);
}

/// The four answers, each byte's fixed bits added.
PrinterState state(unsigned printer, unsigned cause, unsigned error, unsigned paper) {
    QByteArray answer;
    for (const unsigned bits : {printer, cause, error, paper})
        answer += static_cast<char>(bits | 0x12);
    return escPosStatusFrom(answer).state;
}

TEST(EscPosEncoder, ALabelIsExactlyTheseBytes) {
    Page page = blankPage(17, 40, 8);
    test::fill(page, 8, 2, 9, 2);
    test::fill(page, 0, 39, 1, 1);
    const QByteArray expected = QByteArray::fromHex("1b40")      // ESC @: as after switching on
                                + QByteArray::fromHex("1b4a02")  // ESC J: two white rows
                                + QByteArray::fromHex("1d763000" // GS v 0, normal size
                                                      "0300"
                                                      "0200" // bytes a row, rows
                                                      "00ff80"
                                                      "00ff80") // 1 burns
                                + QByteArray::fromHex("1b4a23") // thirty-five white rows
                                + QByteArray::fromHex("1d763000"
                                                      "0100"
                                                      "0100"
                                                      "80") +
                                QByteArray::fromHex("1d0c"); // GS FF: on to the next label
    EXPECT_EQ(escPos(page).toHex(), expected.toHex());
}

TEST(EscPosEncoder, ContinuousPaperIsFedToTheTearBarAndCut) {
    PrintSetup setup;
    setup.tracking = Tracking::Continuous;
    setup.finish = Finish::Cut;
    EXPECT_EQ(escPos(blankPage(8, 8, 8), setup).toHex(), "1b40"
                                                         "1b4a80"
                                                         "1b69");
}

TEST(EscPosEncoder, LongPicturesAreSentInPartsASmallBufferTakes) {
    Page page = blankPage(8, 600, 8);
    test::fill(page, 0, 0, 8, 600);
    EXPECT_EQ(escPos(page).count(QByteArray::fromHex("1d763000")), 3);
}

TEST(EscPosStatus, EachBitIsUnderstood) {
    EXPECT_EQ(state(0, 0, 0, 0), PrinterState::Ready);
    EXPECT_EQ(state(0x04, 0, 0, 0), PrinterState::Ready); // the drawer
    EXPECT_EQ(state(0x08, 0x04, 0, 0), PrinterState::HeadOpen);
    EXPECT_EQ(state(0x08, 0x20, 0, 0x60), PrinterState::PaperOut);
    EXPECT_EQ(state(0, 0, 0, 0x60), PrinterState::PaperOut);
    EXPECT_EQ(state(0x08, 0x40, 0x08, 0), PrinterState::CutterFault);
    EXPECT_EQ(state(0x08, 0x40, 0x20, 0), PrinterState::Fault);
    EXPECT_EQ(state(0x08, 0x40, 0x40, 0), PrinterState::TooHot);
    EXPECT_EQ(state(0x08, 0x40, 0x04, 0), PrinterState::Fault);
    EXPECT_EQ(state(0x08, 0, 0, 0), PrinterState::Paused);
    EXPECT_EQ(escPosStatusFrom(QByteArray::fromHex("1212121e")).warnings,
              QStringList{QStringLiteral("paper-low")});
}

TEST(EscPosStatus, AMarkThatIsNotFoundIsAWord) {
    EXPECT_EQ(escPosStatusFrom(QByteArray::fromHex("1a521612")).warnings,
              QStringList{QStringLiteral("mark-not-found")});
}

TEST(EscPosStatus, NoiseIsReadOnlyInItsFixedForm) {
    std::mt19937 random(41);
    for (int round = 0; round < 20000; ++round) {
        QByteArray bytes(4, Qt::Uninitialized);
        for (char& byte : bytes)
            byte = static_cast<char>(random() & 0x6f) | (random() % 8 == 0 ? '\0' : '\x12');
        const bool hasForm = std::all_of(bytes.cbegin(), bytes.cend(), [](char byte) {
            return (static_cast<unsigned char>(byte) & 0x93) == 0x12;
        });
        EXPECT_EQ(escPosStatusFrom(bytes).state != PrinterState::Unknown, hasForm)
            << bytes.toHex().constData();
    }
}

TEST(EscPosStatus, BytesOfAnotherFormAreUnknown) {
    EXPECT_EQ(escPosStatusFrom({}).state, PrinterState::Unknown);
    EXPECT_EQ(escPosStatusFrom(QByteArray::fromHex("121212")).state, PrinterState::Unknown);
    EXPECT_EQ(escPosStatusFrom(QByteArray::fromHex("12121200")).state, PrinterState::Unknown);
    EXPECT_EQ(escPosStatusFrom(QByteArray(100000, '\x12')).state, PrinterState::Unknown);
}

} // namespace
} // namespace packbench
