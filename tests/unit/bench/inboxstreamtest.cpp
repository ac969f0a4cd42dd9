#include "bench/inboxstream.h"
#include "bench/inboxaddress.h"

#include <gtest/gtest.h>

#include <random>

namespace packbench {
namespace {

QByteArrayList ownOf(const QList<InboxJob>& jobs) {
    QByteArrayList own;
    for (const InboxJob& job : jobs)
        own += job.own;
    return own;
}

/// All at once and byte by byte must come to the same.
QList<InboxJob> jobsOf(bool isTspl, const QByteArray& bytes) {
    const auto whole = isTspl ? tsplInboxStream() : zplInboxStream();
    const auto pieces = isTspl ? tsplInboxStream() : zplInboxStream();
    whole->take(bytes);
    whole->end();
    for (const char byte : bytes)
        pieces->take(QByteArray(1, byte));
    pieces->end();
    const auto jobs = whole->takeJobs();
    const auto again = pieces->takeJobs();
    EXPECT_EQ(ownOf(jobs), ownOf(again));
    return jobs;
}

TEST(InboxStream, ZplLabelsEndAtXzHoweverTheyCome) {
    const auto jobs = jobsOf(false, "^XA^FO1,1^FDone^FS^XZ\r\n^XA^FO1,1^FDtwo^FS^XZ");
    ASSERT_EQ(jobs.size(), 2);
    EXPECT_EQ(jobs[0].bytes, "^XA^FO1,1^FDone^FS^XZ");
    EXPECT_TRUE(jobs[1].own.endsWith("^XA^FO1,1^FDtwo^FS^XZ"));
    EXPECT_FALSE(jobs[1].isCut);
}

TEST(InboxStream, CountedBytesEndNoZplLabel) {
    const QByteArray bytes = "^XA^FO1,1^GFB,4,4,1,^XZ\x01^FS^XZ";
    const auto jobs = jobsOf(false, bytes);
    ASSERT_EQ(jobs.size(), 1);
    EXPECT_EQ(jobs[0].bytes, bytes);
}

TEST(InboxStream, WhatIsStoredAndSetIsThereForLaterLabelsAndCountsNotAsTheirs) {
    const auto jobs =
        jobsOf(false, "~DGR:A.GRF,1,1,FF^XA^PW400^XGR:A.GRF^FS^XZ^XA^XGR:A.GRF^FS^XZ");
    ASSERT_EQ(jobs.size(), 2);
    EXPECT_EQ(jobs[1].own, "^XA^XGR:A.GRF^FS^XZ");
    EXPECT_TRUE(jobs[1].bytes.contains("~DGR:A.GRF,1,1,FF"));
    EXPECT_TRUE(jobs[1].bytes.contains("^PW400"));
}

TEST(InboxStream, AFormIsNoLabelAndIsFilledInLater) {
    const auto jobs = jobsOf(false, "^XA^DFR:F.ZPL^FO1,1^FN1^FS^XZ^XA^XFR:F.ZPL^FN1^FDx^FS^XZ");
    ASSERT_EQ(jobs.size(), 1);
    EXPECT_EQ(jobs[0].own, "^XA^XFR:F.ZPL^FN1^FDx^FS^XZ");
    EXPECT_TRUE(jobs[0].bytes.startsWith("^XA^DFR:F.ZPL"));
}

TEST(InboxStream, ALabelThatWasBegunIsCutAndNoiseIsNothing) {
    const auto jobs = jobsOf(false, "^XA^FO1,1^FDhalf");
    ASSERT_EQ(jobs.size(), 1);
    EXPECT_TRUE(jobs[0].isCut);
    EXPECT_TRUE(jobsOf(false, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").isEmpty());
    EXPECT_TRUE(jobsOf(true, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").isEmpty());
}

TEST(InboxStream, TsplLabelsEndAtPrintAndKeepTheirSettings) {
    const auto jobs = jobsOf(true, "SIZE 100 mm,150 mm\nCLS\nBAR 1,1,9,9\nPRINT 1\n"
                                   "CLS\nBAR 2,2,9,9\nPRINT 1,1\n");
    ASSERT_EQ(jobs.size(), 2);
    EXPECT_EQ(jobs[1].own, "CLS\nBAR 2,2,9,9\nPRINT 1,1\n");
    EXPECT_TRUE(jobs[1].bytes.startsWith("SIZE 100 mm,150 mm\n"));
}

TEST(InboxStream, PicturesBytesEndNoTsplLabel) {
    const QByteArray label = "CLS\nBITMAP 0,0,2,4,0,\nPRINT1\r\nPRINT 1\n";
    const auto jobs = jobsOf(true, label);
    ASSERT_EQ(jobs.size(), 1);
    EXPECT_EQ(jobs[0].own, label);
    EXPECT_FALSE(jobs[0].isCut);
}

TEST(InboxStream, QueriesAreTakenOutOfTheStreamAtOnce) {
    const auto zpl = zplInboxStream();
    zpl->take("^XA^FO1,1~HS^FDx^FS^XZ~HI");
    EXPECT_EQ(zpl->takeQueries(), (QList<QByteArray>{"~HS", "~HI"}));
    ASSERT_EQ(zpl->takeJobs().value(0).own, "^XA^FO1,1^FDx^FS^XZ");
    zpl->take("~HQES");
    EXPECT_EQ(zpl->takeQueries(), QList<QByteArray>{"~HQES"});
    const auto tspl = tsplInboxStream();
    tspl->take("\x1b!?");
    EXPECT_EQ(tspl->takeQueries(), QList<QByteArray>{"\x1b!?"});
}

TEST(InboxStream, GarbageIsRefusedLongBeforeItFillsTheMemory) {
    std::mt19937 dice(7);
    for (const bool isTspl : {false, true}) {
        for (const bool isRandom : {false, true}) {
            const auto stream = isTspl ? tsplInboxStream() : zplInboxStream();
            QByteArray chunk(64 << 10, 'A');
            int chunks = 0;
            for (; chunks < 1600 && !stream->isRefused(); ++chunks) {
                for (char& byte : chunk)
                    byte = isRandom ? static_cast<char>(dice()) : byte;
                stream->take(chunk);
            }
            EXPECT_TRUE(stream->isRefused()) << isTspl << isRandom;
            EXPECT_LE(chunks, 1026);
            EXPECT_TRUE(stream->takeJobs().isEmpty());
        }
    }
}

TEST(InboxStream, WhoPrintsInAnotherLanguageIsHeardInHisOwn) {
    const QByteArray zpl = "^XA^FO9,9^GB9,9,9^FS^XZ";
    const QByteArray tspl = "SIZE 50 mm,30 mm\r\nCLS\r\nBAR 5,5,20,20\r\nPRINT 1\r\n";
    const QByteArray epl2 = "\nN\nq400\nLO5,5,20,20\nP1\n";
    EXPECT_EQ(otherInboxStream(zpl, false), nullptr) << "that is what is set";
    EXPECT_EQ(otherInboxStream(tspl, true), nullptr);
    EXPECT_EQ(otherInboxStream("~HS", true), nullptr) << "nothing can be told yet";
    EXPECT_EQ(otherInboxStream("Dear customer\r\n", false), nullptr);
    const auto jobsOf = [](const QByteArray& bytes, bool isTspl) {
        const auto stream = otherInboxStream(bytes, isTspl);
        if (!stream)
            return QList<InboxJob>();
        stream->take(bytes);
        stream->end();
        return stream->takeJobs();
    };
    EXPECT_EQ(jobsOf(zpl + zpl, true).size(), 2);
    EXPECT_EQ(jobsOf(tspl + tspl, false).size(), 2);
    for (const QByteArray& file : {epl2, QByteArray("%PDF-1.4 …"), QByteArray("\x89PNG…")}) {
        const auto jobs = jobsOf(file, false);
        ASSERT_EQ(jobs.size(), 1);
        EXPECT_EQ(jobs.first().bytes, file);
        EXPECT_FALSE(jobs.first().isCut);
    }
}

TEST(InboxAddress, OnlyThisMachineMayPrintUnlessOthersAreListed) {
    const auto allowed = inboxAllowedFrom(QStringLiteral("192.0.2.7 198.51.100.0/24"));
    ASSERT_TRUE(allowed);
    EXPECT_TRUE(isAllowed(QHostAddress(QStringLiteral("127.0.0.1")), {}));
    EXPECT_TRUE(isAllowed(QHostAddress(QStringLiteral("::1")), {}));
    EXPECT_FALSE(isAllowed(QHostAddress(QStringLiteral("192.0.2.7")), {}));
    EXPECT_TRUE(isAllowed(QHostAddress(QStringLiteral("::ffff:192.0.2.7")), *allowed));
    EXPECT_TRUE(isAllowed(QHostAddress(QStringLiteral("198.51.100.200")), *allowed));
    EXPECT_FALSE(isAllowed(QHostAddress(QStringLiteral("192.0.2.8")), *allowed));
    EXPECT_FALSE(inboxAllowedFrom(QStringLiteral("office")));
    EXPECT_TRUE(inboxAddressFrom(QStringLiteral("9100"), false)->address.isLoopback());
    EXPECT_FALSE(inboxAddressFrom(QStringLiteral("9100"), true)->address.isLoopback());
    EXPECT_EQ(inboxAddressFrom(QStringLiteral("[::1]:9101"), false)->port, 9101);
    EXPECT_FALSE(inboxAddressFrom(QStringLiteral("here:9100"), false));
    EXPECT_FALSE(inboxAddressFrom(QStringLiteral("127.0.0.1:99999"), false));
}

} // namespace
} // namespace packbench
