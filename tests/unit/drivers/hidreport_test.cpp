#include "show.h"

#include "drivers/hidreport.h"

#include <random>

namespace packbench {
namespace {

// A scale of HID usage page 8D: report 3 with five bytes.
const QByteArray kScale = QByteArray::fromHex("058d0920a1018503"
                                              "0970150026ff0075089505"
                                              "8102c0");

TEST(HidReports, TheApplicationAndItsFieldsAreRead) {
    const HidReports reports = hidReportsFrom(kScale);
    EXPECT_EQ(reports.page, 0x8d);
    EXPECT_EQ(reports.usage, 0x20);
    EXPECT_TRUE(reports.hasIds);
    ASSERT_EQ(reports.fields.size(), 1);
    EXPECT_EQ(reports.fields.first(), (HidField{3, false, 0x8d, 0x70, 0, 8, 5}));
}

TEST(HidReports, EachUsageHasItsPlace) {
    // Report 2: a count of one byte, three symbology bytes, 56 bytes of data, one bit.
    const HidReports reports = hidReportsFrom(QByteArray::fromHex("058c0902a1018502"
                                                                  "0501093b150025ff750895018102"
                                                                  "058c09fb09fc09fd950375088102"
                                                                  "09fe95387508820201"
                                                                  "09ff950175018102"
                                                                  "c0"));
    EXPECT_EQ(reports.find(0x01, 0x3b)->bit, 0);
    EXPECT_EQ(reports.find(0x8c, 0xfb)->bit, 8);
    EXPECT_EQ(reports.find(0x8c, 0xfc)->bit, 16);
    EXPECT_EQ(reports.find(0x8c, 0xfd)->bit, 24);
    EXPECT_EQ(reports.find(0x8c, 0xfe)->bit, 32);
    EXPECT_EQ(reports.find(0x8c, 0xfe)->count, 56);
    EXPECT_EQ(reports.find(0x8c, 0xff)->bit, 480);
    EXPECT_EQ(reports.find(0x8c, 0x77), nullptr);
}

TEST(HidReports, ValuesBeyondAReportsEndAreZero) {
    const HidField field{0, false, 1, 1, 4, 12, 1};
    EXPECT_EQ(valueOf(field, QByteArray::fromHex("f0ff"), false), 0xfffu);
    EXPECT_EQ(valueOf(field, QByteArray::fromHex("f0"), false), 0x00fu);
    EXPECT_EQ(valueOf(field, {}, false), 0u);
    EXPECT_EQ(bytesOf({0, false, 1, 1, 8, 8, 4}, "abc", false), "bc");
}

TEST(HidReports, AnyBytesAreRead) {
    std::mt19937 random(11);
    for (int round = 0; round < 3000; ++round) {
        QByteArray bytes = round % 2 == 0 ? kScale : QByteArray();
        for (int at = 0; at < 60; ++at)
            bytes.insert(qsizetype(random() % unsigned(bytes.size() + 1)),
                         static_cast<char>(random()));
        const HidReports reports = hidReportsFrom(bytes);
        EXPECT_LE(reports.fields.size(), 4096);
        for (const HidField& field : reports.fields)
            (void)valueOf(field, bytes, reports.hasIds);
    }
    EXPECT_LE(hidReportsFrom(QByteArray(100'000, '\x81')).fields.size(), 4096);
    // Counts and sizes that no device has.
    EXPECT_LE(hidReportsFrom(QByteArray::fromHex("058c0902a10177ffffffff97ffffffff09fe8102"))
                  .fields.size(),
              4096);
}

} // namespace
} // namespace packbench
