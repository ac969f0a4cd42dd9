#include "bench/notice.h"
#include "bench/faultnotice.h"
#include "shipping/fault.h"

#include <gtest/gtest.h>

namespace packbench {

namespace {

QList<NoticeCode> allCodes() {
    QList<NoticeCode> codes;
    for (int i = int(NoticeCode::None) + 1; i <= int(NoticeCode::LedgerFault); ++i)
        codes.append(NoticeCode(i));
    return codes;
}

bool hasChinese(const QString& text) {
    return std::any_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c.script() == QChar::Script_Han; });
}

} // namespace

TEST(Notice, EveryNoticeHasWordsInBothLanguages) {
    for (NoticeCode code : allCodes()) {
        EXPECT_TRUE(hasChinese(words({code, {}}, Language::Chinese))) << int(code);
        const QString english = words({code, {}}, Language::English);
        EXPECT_FALSE(english.isEmpty()) << int(code);
        EXPECT_FALSE(hasChinese(english)) << int(code);
    }
}

TEST(Notice, BothLanguagesGiveTheSameNumberOfSteps) {
    for (NoticeCode code : allCodes())
        EXPECT_EQ(steps({code, {}}, Language::Chinese).size(),
                  steps({code, {}}, Language::English).size())
            << int(code);
}

TEST(Notice, EveryFaultOfTheWorldSaysWhatToDoAndNamesNoCode) {
    QList<Notice> told;
    for (int code = 0; code <= int(LedgerError::Code::Statement); ++code) {
        const Notice notice = faultNotice(
            LedgerError(LedgerError::Code(code), QStringLiteral("Ledger, commit: SQLITE_IOERR")));
        EXPECT_FALSE(steps(notice, Language::Chinese).isEmpty()) << code;
        EXPECT_FALSE(words(notice, Language::English).contains(u"SQLITE")) << code;
        told.append(notice);
    }
    EXPECT_EQ(told.at(int(LedgerError::Code::DiskFull)).code, NoticeCode::LedgerFull);
    EXPECT_EQ(told.at(int(LedgerError::Code::CommitUnknown)).code, NoticeCode::LedgerInDoubt)
        << "never told as not recorded";
    EXPECT_EQ(faultNotice(FileError(FileError::Code::NotWritable, {})).code, NoticeCode::FileFault);
}

TEST(Notice, ArgumentsAreFilledOnceAndNeverReadAsPlaces) {
    const Notice notice{NoticeCode::TooMany, {QStringLiteral("50%2 cotton"), QStringLiteral("3")}};
    EXPECT_EQ(words(notice, Language::English),
              QStringLiteral("50%2 cotton: 3 is all that was ordered"));
}

TEST(Notice, AMissingArgumentLeavesAGapNotAPlace) {
    EXPECT_FALSE(words({NoticeCode::WrongItem, {}}, Language::English).contains(u'%'));
}

} // namespace packbench
