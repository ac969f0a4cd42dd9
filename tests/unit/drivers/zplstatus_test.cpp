#include "show.h"

#include "drivers/zpl/zplstatus.h"

#include <random>

namespace packbench {
namespace {

const QByteArray kFirst = "014,0,0,0633,000,0,0,0,000,0,0,0";
const QByteArray kSecond = "000,0,0,0,0,2,6,0,00000000,1,000";

QByteArray wrapped(const QByteArray& fields) {
    return "\x02" + fields + "\x03\r\n";
}

QByteArray answer(const QByteArray& first = kFirst, const QByteArray& second = kSecond) {
    return wrapped(first) + wrapped(second) + wrapped("1234,0");
}

QByteArray with(QByteArray fields, int index, const QByteArray& value) {
    QList<QByteArray> parts = fields.split(',');
    parts[index] = value;
    return parts.join(',');
}

PrinterState state(const QByteArray& answer) {
    return zplStatusFrom(answer).state;
}

PrinterState first(int index, const QByteArray& value) {
    return state(answer(with(kFirst, index, value)));
}

PrinterState second(int index, const QByteArray& value) {
    return state(answer(kFirst, with(kSecond, index, value)));
}

TEST(ZplStatus, TheManualsSampleIsReady) {
    EXPECT_EQ(state(answer()), PrinterState::Ready);
}

TEST(ZplStatus, EachFlagOfTheFirstStringIsUnderstood) {
    EXPECT_EQ(first(1, "1"), PrinterState::PaperOut);
    EXPECT_EQ(first(2, "1"), PrinterState::Paused);
    EXPECT_EQ(first(4, "001"), PrinterState::Printing);
    EXPECT_EQ(first(5, "1"), PrinterState::Printing);
    EXPECT_EQ(first(6, "1"), PrinterState::Fault);
    EXPECT_EQ(first(7, "1"), PrinterState::Printing);
    EXPECT_EQ(first(9, "1"), PrinterState::Fault);
    EXPECT_EQ(first(10, "1"), PrinterState::Fault);
    EXPECT_EQ(first(11, "1"), PrinterState::TooHot);
}

TEST(ZplStatus, EachFlagOfTheSecondStringIsUnderstood) {
    EXPECT_EQ(second(2, "1"), PrinterState::HeadOpen);
    EXPECT_EQ(second(3, "1"), PrinterState::RibbonOut);
    EXPECT_EQ(second(7, "1"), PrinterState::Printing);
    EXPECT_EQ(second(8, "00000003"), PrinterState::Printing);
}

TEST(ZplStatus, LabelsRemainingAreTold) {
    EXPECT_EQ(zplStatusFrom(answer(kFirst, with(kSecond, 8, "00000003"))).labelsRemaining, 3);
    EXPECT_EQ(zplStatusFrom(answer()).labelsRemaining, 0);
    EXPECT_EQ(zplStatusFrom({}).labelsRemaining, std::nullopt);
}

TEST(ZplStatus, ASettingIsNoTrouble) {
    EXPECT_EQ(first(0, "030"), PrinterState::Ready);
    EXPECT_EQ(first(3, "1218"), PrinterState::Ready);
    EXPECT_EQ(second(4, "1"), PrinterState::Ready); // thermal transfer mode
    EXPECT_EQ(second(5, "3"), PrinterState::Ready); // cutter mode
    EXPECT_EQ(second(10, "017"), PrinterState::Ready);
}

TEST(ZplStatus, TheCauseCountsBeforeThePauseItBrings) {
    EXPECT_EQ(state(answer(with(with(kFirst, 1, "1"), 2, "1"))), PrinterState::PaperOut);
    EXPECT_EQ(state(answer(with(kFirst, 1, "1"), with(kSecond, 2, "1"))), PrinterState::HeadOpen);
}

TEST(ZplStatus, NewerFirmwareMayAppendFields) {
    EXPECT_EQ(state(answer(kFirst + ",7,8", kSecond + ",000")), PrinterState::Ready);
}

TEST(ZplStatus, SilenceIsUnknown) {
    EXPECT_EQ(state({}), PrinterState::Unknown);
}

TEST(ZplStatus, NoPartOfAnAnswerMeansReady) {
    const QByteArray whole = answer();
    const qsizetype twoStrings = wrapped(kFirst).size() + wrapped(kSecond).size() - 2;
    for (qsizetype size = 0; size < twoStrings; ++size)
        EXPECT_EQ(state(whole.left(size)), PrinterState::Unknown) << size;
}

TEST(ZplStatus, TheFirstStringAloneProvesTroubleOnly) {
    EXPECT_EQ(state(wrapped(with(kFirst, 1, "1"))), PrinterState::PaperOut);
    EXPECT_EQ(state(wrapped(kFirst)), PrinterState::Unknown);
}

TEST(ZplStatus, OfAnOldAnswerAndANewOneTheNewOneCounts) {
    EXPECT_EQ(state(answer(with(kFirst, 1, "1")) + answer()), PrinterState::Ready);
    EXPECT_EQ(state(answer().mid(20) + answer(with(kFirst, 1, "1"))), PrinterState::PaperOut);
}

TEST(ZplStatus, ACutAnswerBeforeAWholeOneDoesNotHideIt) {
    EXPECT_EQ(state("\x02"
                    "014,0,0" +
                    answer(with(kFirst, 11, "1"))),
              PrinterState::TooHot);
}

TEST(ZplStatus, AFieldThatIsNoNumberMakesItUnknown) {
    EXPECT_EQ(first(1, "x"), PrinterState::Unknown);
    EXPECT_EQ(second(2, ""), PrinterState::Unknown);
    EXPECT_EQ(first(4, "-01"), PrinterState::Unknown);
}

TEST(ZplStatus, BabbleIsNeverReady) {
    std::mt19937 random(11);
    for (int round = 0; round < 5000; ++round) {
        QByteArray bytes(int(random() % 200), Qt::Uninitialized);
        for (char& byte : bytes)
            byte = "\x02\x03\r\n,019x\xff"[random() % 10];
        EXPECT_TRUE(state(bytes) != PrinterState::Ready || bytes.count('\x03') >= 2)
            << "ready without two strings";
    }
    for (int value = 0; value < 256; ++value)
        EXPECT_EQ(state(QByteArray(90, char(value))), PrinterState::Unknown);
}

TEST(ZplStatus, AnAnswerIsWholeWithItsThirdString) {
    EXPECT_TRUE(isWholeZplStatus(answer()));
    EXPECT_FALSE(isWholeZplStatus(wrapped(kFirst) + wrapped(kSecond)));
}

} // namespace
} // namespace packbench
