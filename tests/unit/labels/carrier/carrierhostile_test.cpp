#include "streams.h"

#include <gtest/gtest.h>

namespace packbench {

namespace {

struct Name {
    const char* what;
    QString text;
};

QList<Name> hostileNames() {
    return {{"quotes", u"Anna \"the\" O'Neil"_qs},
            {"end of a text", u"\",1\r\nSELFTEST\r\nTEXT 0,0,\""_qs},
            {"line ends", u"one\r\ntwo\nthree"_qs},
            {"reset", u"\x1b!R"_qs},
            {"escape alone", u"a\x1b"_qs},
            {"backslashes", u"C:\\[R]\\\\"_qs},
            {"picture", u"BITMAP 0,0,1,1,1,"_qs},
            {"nothing", QString()},
            {"null", QString(QChar(0)) + u'x'},
            {"emoji", u"\U0001F600\U0001F469\u200D\U0001F467"_qs},
            {"right to left", u"\u202Eabc\u05D0\u05D1\u0627\u0628"_qs},
            {"Chinese", u"欧阳娜娜·广东省"_qs},
            {"combining", QString(u'e') + QString(300, QChar(0x301))},
            {"long", QString(4000, u'W')},
            {"long Chinese", QString(4000, u'国')}};
}

// A text as TSPL takes it from somebody who knows how: controls gone, quotes written out.
QByteArray tsplText(const QString& text) {
    QByteArray out;
    for (const char c : text.toUtf8()) {
        if (c == '"')
            out += "\\[\"]";
        else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)
            out += c;
    }
    return out;
}

QByteArray epl2Text(const QString& text) {
    QByteArray out;
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)
            out += c;
    }
    return out;
}

bool isSteering(const QString& kind) {
    return kind == u"unknown-command" || kind == u"changes-printer" || kind == u"bad-parameter";
}

} // namespace

TEST(CarrierHostile, ANameWrittenAsItShouldBeNeverSteersAPrinter) {
    for (const Name& name : hostileNames()) {
        const Interpreted tspl =
            interpreted(tsplInterpreter(smallPaper()),
                        "CLS\r\nCODEPAGE UTF-8\r\nTEXT 20,20,\"3\",0,1,1,\"" + tsplText(name.text) +
                            "\"\r\nBAR 5,290,10,5\r\nPRINT 1\r\n");
        ASSERT_EQ(tspl.labels.size(), 1) << name.what;
        const QStringList tsplKinds = tspl.kinds();
        EXPECT_FALSE(std::any_of(tsplKinds.begin(), tsplKinds.end(), isSteering)) << name.what;
        EXPECT_TRUE(tspl.isBlack(6, 291)) << name.what;
        const Interpreted epl2 = interpreted(epl2Interpreter(smallPaper()),
                                             "\nN\nA20,20,0,3,1,1,N,\"" + epl2Text(name.text) +
                                                 "\"\nLO5,290,10,5\nP1\n");
        ASSERT_EQ(epl2.labels.size(), 1) << name.what;
        const QStringList epl2Kinds = epl2.kinds();
        EXPECT_FALSE(std::any_of(epl2Kinds.begin(), epl2Kinds.end(), isSteering)) << name.what;
        EXPECT_TRUE(epl2.isBlack(6, 291)) << name.what;
    }
}

TEST(CarrierHostile, ANameWrittenRawIsFoundOrHarmless) {
    for (const Name& name : hostileNames()) {
        const QByteArray raw = name.text.toUtf8();
        const Interpreted tspl =
            interpreted(tsplInterpreter(smallPaper()), "CLS\r\nTEXT 20,20,\"3\",0,1,1,\"" + raw +
                                                           "\"\r\nBAR 5,290,10,5\r\nPRINT 1\r\n");
        EXPECT_TRUE(tspl.labels.size() == 1 || !tspl.problem.isEmpty()) << name.what;
        const Interpreted epl2 =
            interpreted(epl2Interpreter(smallPaper()),
                        "\nN\nA20,20,0,3,1,1,N,\"" + raw + "\"\nLO5,290,10,5\nP1\n");
        EXPECT_TRUE(epl2.labels.size() == 1 || !epl2.problem.isEmpty()) << name.what;
    }
    const Interpreted reset = interpreted(
        tsplInterpreter(smallPaper()), "CLS\r\nTEXT 20,20,\"3\",0,1,1,\"a\x1b!Rb\"\r\nPRINT 1\r\n");
    EXPECT_EQ(reset.kinds(), QStringList(u"changes-printer"_qs));
    const Interpreted selfTest = interpreted(
        tsplInterpreter(smallPaper()),
        "CLS\r\nTEXT 20,20,\"3\",0,1,1,\"x\"\r\nSELFTEST\r\nTEXT 0,0,\"\"\r\nPRINT 1\r\n");
    EXPECT_TRUE(selfTest.kinds().contains(u"changes-printer"));
}

TEST(CarrierHostile, AnEmojiIsABoxAndSaid) {
    const Interpreted result = interpreted(
        tsplInterpreter(smallPaper()),
        "CLS\r\nCODEPAGE UTF-8\r\nTEXT 20,20,\"3\",0,1,1,\"\xF0\x9F\x98\x80\"\r\nPRINT 1\r\n");
    EXPECT_EQ(result.kinds(), QStringList(u"missing-glyph"_qs));
    EXPECT_GT(ink(result.labels.first().page), 10);
}

} // namespace packbench
