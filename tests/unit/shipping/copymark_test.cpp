#include "shipping/copymark.h"
#include "shipping/labelevidence.h"

#include <gtest/gtest.h>

namespace packbench {
namespace {

const QByteArray kKey(32, '\x5a');
const QString kNumber = QStringLiteral("758320014601");

CopyMark made(const QString& number, qint64 parcel, int copy, const QByteArray& key = kKey) {
    return copyMark(number + copyMarkTail(number, parcel, copy, key)).value_or(CopyMark{});
}

TEST(CopyMark, ReadsBackWhatItWrote) {
    const CopyMark mark = made(kNumber, 4873, 2);
    EXPECT_EQ(mark.waybill, kNumber);
    EXPECT_EQ(mark.parcel, 4873);
    EXPECT_EQ(mark.copy, 2);
    EXPECT_EQ(mark.mac.size(), 4);
    EXPECT_TRUE(isGenuine(mark, kKey));
}

TEST(CopyMark, IsGenuineForItsOwnNumberParcelCopyAndKeyOnly) {
    const CopyMark mark = made(kNumber, 4873, 1);
    for (const CopyMark& other :
         {CopyMark{QStringLiteral("758320014602"), 4873, 1, mark.mac},
          CopyMark{kNumber, 4874, 1, mark.mac}, CopyMark{kNumber, 4873, 2, mark.mac},
          CopyMark{kNumber, 4873, 1, {}}})
        EXPECT_FALSE(isGenuine(other, kKey)) << other.parcel << ' ' << other.copy;
    EXPECT_FALSE(isGenuine(mark, QByteArray(32, '\x5b')));
}

TEST(CopyMark, IsTheSameBehindCapsLock) {
    const QString text = QStringLiteral("yt88") + copyMarkTail(QStringLiteral("yt88"), 7, 1, kKey);
    const auto mark = copyMark(text.toUpper());
    ASSERT_TRUE(mark);
    EXPECT_TRUE(isGenuine(*mark, kKey));
    const auto lower = copyMark(text.toLower());
    ASSERT_TRUE(lower);
    EXPECT_TRUE(isGenuine(*lower, kKey));
}

TEST(CopyMark, OfAnOlderPackbenchHasNoMacAndIsNotGenuine) {
    const auto mark = copyMark(QStringLiteral("758320014601-PBM-4873-2"));
    ASSERT_TRUE(mark);
    EXPECT_TRUE(mark->mac.isEmpty());
    EXPECT_FALSE(isGenuine(*mark, kKey));
}

TEST(CopyMark, IsNothingElse) {
    for (const char* text : {"", "758320014601", "-PBM-1-1-ABCD", "7-PBM-1", "7-PBM-x-1-ABCD",
                             "7-PBM-1-1-ABC", "7-PBM-1-1-ABCDE", "7-PBM-1-1-"})
        EXPECT_FALSE(copyMark(QString::fromLatin1(text))) << text;
}

TEST(LabelEvidence, IsRankedFromNothingToTheScan) {
    using enum LabelEvidence;
    EXPECT_LT(None, Bytes);
    EXPECT_LT(Bytes, Idle);
    EXPECT_LT(Idle, Counter);
    EXPECT_LT(Counter, ScanBack);
    for (const LabelEvidence one : {None, Bytes, Idle, Counter, ScanBack})
        EXPECT_EQ(labelEvidenceFromWord(word(one)), one);
    EXPECT_FALSE(labelEvidenceFromWord(QStringLiteral("hope")));
}

} // namespace
} // namespace packbench
