#include "print.h"
#include "readtable.h"

#include "shipping/gs1.h"
#include "shipping/gs1table.h"
#include "shipping/gtin.h"

#include <gtest/gtest.h>

#include <QRegularExpression>

#include <random>

namespace packbench {

void PrintTo(const Gs1Problem& problem, std::ostream* out) {
    *out << word(problem).toStdString();
}

void PrintTo(const Gs1Message& message, std::ostream* out) {
    *out << word(message.problem).toStdString() << " at " << message.problemAt.toStdString();
    for (const Gs1Element& element : message.elements)
        *out << " (" << element.ai.toStdString() << ")" << element.value.toStdString();
}

namespace {

const QString kGs = QStringLiteral("\x1D");

Gs1Message good(const QList<Gs1Element>& elements) {
    return {elements, Gs1Problem::None, {}};
}

Gs1Problem problemOf(const char* text) {
    return readGs1(QString::fromLatin1(text)).problem;
}

TEST(Gs1, ReadsGtinLotAndSerial) {
    EXPECT_EQ(readGs1(QStringLiteral("010690123456789210A1\x1D") + QStringLiteral("21S7")),
              good({{"01", "06901234567892"}, {"10", "A1"}, {"21", "S7"}}));
}

TEST(Gs1, LeadingFnc1IsDropped) {
    EXPECT_EQ(readGs1(kGs + QStringLiteral("0106901234567892")), good({{"01", "06901234567892"}}));
}

TEST(Gs1, SelfDelimitingFieldsNeedNoSeparator) {
    EXPECT_EQ(
        readGs1(QStringLiteral("010690123456789217261231310300125010LOT")),
        good({{"01", "06901234567892"}, {"17", "261231"}, {"3103", "001250"}, {"10", "LOT"}}));
}

TEST(Gs1, ASeparatorWhereNoneIsNeededDoesNoHarm) {
    EXPECT_EQ(readGs1(QStringLiteral("0106901234567892\x1D") + QStringLiteral("17261231\x1D")),
              good({{"01", "06901234567892"}, {"17", "261231"}}));
}

TEST(Gs1, AMissingSeparatorIsSeenWhereTheFieldOverflows) {
    // 30 characters of lot and serial without FNC1 between them: nobody can part them.
    const auto message = readGs1(QStringLiteral("0106901234567892") +
                                 QStringLiteral("10ABCDEFGHIJKLMNO21ABCDEFGHIJKL"));
    EXPECT_EQ(message.problem, Gs1Problem::BadLength);
    EXPECT_EQ(message.problemAt, QStringLiteral("10"));
    EXPECT_EQ(message.elements.size(), 1);
}

TEST(Gs1, BracketedTextIsTaken) {
    EXPECT_EQ(readGs1(QStringLiteral("(01)06901234567892(10)A(1)(21)S7")),
              good({{"01", "06901234567892"}, {"10", "A(1)"}, {"21", "S7"}}));
}

TEST(Gs1, BracketedFieldsAreHeldToTheirLength) {
    EXPECT_EQ(problemOf("(01)0690123456789(10)A1"), Gs1Problem::BadLength);
    EXPECT_EQ(problemOf("(01)069012345678922(10)A1"), Gs1Problem::BadLength);
    EXPECT_EQ(problemOf("(310)123456"), Gs1Problem::UnknownAi);
}

TEST(Gs1, CheckDigitsAreVerified) {
    EXPECT_EQ(problemOf("0106901234567893"), Gs1Problem::BadCheckDigit);
    EXPECT_EQ(problemOf("00106141412345678908"), Gs1Problem::None);
    EXPECT_EQ(problemOf("00106141412345678909"), Gs1Problem::BadCheckDigit);
    EXPECT_EQ(problemOf("4141234567890128"), Gs1Problem::None);
    EXPECT_EQ(problemOf("4141234567890127"), Gs1Problem::BadCheckDigit);
}

TEST(Gs1, TheCheckPairOfAModelNumberIsVerified) {
    EXPECT_EQ(problemOf("80131987654Ad4X4bL5ttr2310c2K"), Gs1Problem::None);
    EXPECT_EQ(problemOf("80131987654Ad4X4bL5ttr2310c2L"), Gs1Problem::BadCheckDigit);
    EXPECT_EQ(problemOf("80131"), Gs1Problem::BadCheckDigit);
}

TEST(Gs1, AnIbanIsVerified) {
    EXPECT_EQ(problemOf("8007GB82WEST12345698765432"), Gs1Problem::None);
    EXPECT_EQ(problemOf("8007GB82WEST12345698765433"), Gs1Problem::BadCheckDigit);
}

TEST(Gs1, DatesAreDates) {
    EXPECT_EQ(problemOf("17261231"), Gs1Problem::None);
    EXPECT_EQ(problemOf("17261331"), Gs1Problem::BadDate);
    EXPECT_EQ(problemOf("17260231"), Gs1Problem::BadDate);
    EXPECT_EQ(problemOf("17260000"), Gs1Problem::BadDate);
    EXPECT_EQ(problemOf("17240229"), Gs1Problem::None);
    EXPECT_EQ(problemOf("17250229"), Gs1Problem::BadDate);
}

TEST(Gs1, DayZeroMeansMonthEndOnlyWhereTheStandardSaysSo) {
    EXPECT_EQ(problemOf("17260200"), Gs1Problem::None);
    EXPECT_EQ(problemOf("7006260200"), Gs1Problem::BadDate);
}

TEST(Gs1, TimesAreTimes) {
    EXPECT_EQ(problemOf("70032612312359"), Gs1Problem::None);
    EXPECT_EQ(problemOf("70032612312400"), Gs1Problem::BadDate);
    EXPECT_EQ(problemOf("800826123123"), Gs1Problem::None);
    EXPECT_EQ(problemOf("8008261231235960"), Gs1Problem::BadDate);
    EXPECT_EQ(problemOf("80082612312359"), Gs1Problem::None);
}

TEST(Gs1, CharacterSetsAreKept) {
    EXPECT_EQ(problemOf("10A B"), Gs1Problem::BadCharacter);
    EXPECT_EQ(problemOf("10A$"), Gs1Problem::BadCharacter);
    EXPECT_EQ(problemOf("8010AB-12"), Gs1Problem::None);
    EXPECT_EQ(problemOf("8010ab"), Gs1Problem::BadCharacter);
    EXPECT_EQ(problemOf("30A"), Gs1Problem::BadCharacter);
    EXPECT_EQ(readGs1(QStringLiteral("10批号")).problem, Gs1Problem::BadCharacter);
}

TEST(Gs1, OptionalPartsMayBeMissingButNotCut) {
    EXPECT_EQ(problemOf("4230861560"), Gs1Problem::BadLength);
    EXPECT_EQ(problemOf("423086156"), Gs1Problem::None);
    EXPECT_EQ(problemOf("423086"), Gs1Problem::None);
    EXPECT_EQ(problemOf("2531234567890128"), Gs1Problem::None);
    EXPECT_EQ(problemOf("2531234567890128SERIAL"), Gs1Problem::None);
}

TEST(Gs1, PieceAndTotalMustAgree) {
    EXPECT_EQ(problemOf("8006069012345678920102"), Gs1Problem::None);
    EXPECT_EQ(problemOf("8006069012345678920302"), Gs1Problem::BadCharacter);
    EXPECT_EQ(problemOf("8006069012345678920002"), Gs1Problem::BadCharacter);
}

TEST(Gs1, UnknownIdentifiersAreRefused) {
    EXPECT_EQ(problemOf("0412345"), Gs1Problem::UnknownAi);
    EXPECT_EQ(problemOf("3106123456"), Gs1Problem::UnknownAi);
    EXPECT_EQ(problemOf("010690123456789299"), Gs1Problem::BadLength);
    EXPECT_EQ(problemOf("0106901234567892XY"), Gs1Problem::UnknownAi);
}

TEST(Gs1, OtherTextIsNotGs1) {
    for (const char* text : {"", "\x1D", "HELLO", "(A1)", "A"})
        EXPECT_EQ(problemOf(text), Gs1Problem::NotGs1) << text;
}

TEST(Gs1, TheSameIdentifierTwiceMustSayTheSame) {
    EXPECT_EQ(problemOf("10A\x1D"
                        "10A"),
              Gs1Problem::None);
    const auto message = readGs1(QStringLiteral("10A\x1D") + QStringLiteral("10B"));
    EXPECT_EQ(message.problem, Gs1Problem::Contradiction);
    EXPECT_EQ(message.elements.size(), 1);
}

TEST(Gs1, ValueOfAnAbsentIdentifierIsEmpty) {
    const auto message = readGs1(QStringLiteral("10A1"));
    EXPECT_EQ(message.value(QStringLiteral("10")), QStringLiteral("A1"));
    EXPECT_TRUE(message.value(QStringLiteral("21")).isEmpty());
}

TEST(Gs1, EveryProblemHasItsWord) {
    EXPECT_EQ(word(Gs1Problem::BadCheckDigit), QStringLiteral("bad-check-digit"));
    EXPECT_EQ(word(Gs1Problem::UnknownAi), QStringLiteral("unknown-ai"));
    EXPECT_EQ(word(Gs1Problem::Contradiction), QStringLiteral("contradiction"));
}

// Random messages, written and read back.

struct Sample {
    QString ai;
    bool selfDelimiting;
    QString value;
};

QString randomText(std::mt19937& random, const QString& alphabet, int size) {
    QString text;
    for (int i = 0; i < size; ++i)
        text += alphabet.at(int(random() % std::size_t(alphabet.size())));
    return text;
}

Sample randomSample(std::mt19937& random, int kind) {
    const QString digits = QStringLiteral("0123456789");
    const QString set82 = QStringLiteral("!\"%&'*+,-./0123456789:;<=>?ABCXYZ_abcxyz");
    const auto size = [&](int most) { return 1 + int(random() % std::size_t(most)); };
    switch (kind) {
    case 0: return {"01", true, withCheckDigit(randomText(random, digits, 13))};
    case 1: return {"10", false, randomText(random, set82, size(20))};
    case 2: return {"21", false, randomText(random, set82, size(20))};
    case 3: return {"30", false, randomText(random, digits, size(8))};
    case 4: return {"3103", true, randomText(random, digits, 6)};
    case 5:
        return {"17", true,
                QStringLiteral("26%1%2")
                    .arg(1 + int(random() % 12), 2, 10, QLatin1Char('0'))
                    .arg(int(random() % 29), 2, 10, QLatin1Char('0'))};
    case 6: return {"410", true, withCheckDigit(randomText(random, digits, 12))};
    case 7: return {"422", false, randomText(random, digits, 3)};
    default: return {"91", false, randomText(random, set82, size(90))};
    }
}

TEST(Gs1, AnyMessageWrittenIsReadBack) {
    std::mt19937 random(42);
    for (int run = 0; run < 1000; ++run) {
        QList<int> kinds{0, 1, 2, 3, 4, 5, 6, 7, 8};
        std::shuffle(kinds.begin(), kinds.end(), random);
        QString plain;
        QString bracketed;
        QList<Gs1Element> elements;
        for (int i = 0, count = 1 + int(random() % 6); i < count; ++i) {
            const Sample sample = randomSample(random, kinds.at(i));
            elements << Gs1Element{sample.ai, sample.value};
            bracketed += u'(' + sample.ai + u')' + sample.value;
            plain += sample.ai + sample.value;
            if (!sample.selfDelimiting || random() % 4 == 0)
                plain += kGs;
        }
        ASSERT_EQ(readGs1(plain), good(elements)) << qPrintable(plain);
        ASSERT_EQ(readGs1(bracketed), good(elements)) << qPrintable(bracketed);
    }
}

TEST(Gs1, WhatIsReadWithoutProblemIsTheWholeText) {
    std::mt19937 random(43);
    const QString alphabet = QStringLiteral("01234567890123456789\x1D()AB~é");
    int read = 0;
    for (int run = 0; run < 20000; ++run) {
        const QString text = randomText(random, alphabet, 1 + int(random() % 24));
        const auto message = readGs1(text);
        if (message.problem != Gs1Problem::None)
            continue;
        ++read;
        QString joined;
        for (const Gs1Element& element : message.elements)
            joined += element.ai + element.value;
        QString without = text;
        without.remove(kGs);
        if (!text.contains(u'(')) {
            EXPECT_EQ(joined, without);
        }
    }
    EXPECT_GT(read, 20);
}

// The table against the dictionary it restates.

struct Range {
    int longest = 0;
    int shortest = 0;
    bool optionalSeen = false;
};

Range lengthsIn(const QString& components) {
    static const QRegularExpression part(QStringLiteral("(\\[?)[NXYZ](\\.\\.)?([0-9]+)"));
    Range range;
    auto matches = part.globalMatch(components);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const int size = match.captured(3).toInt();
        range.longest += size;
        if (match.captured(1).isEmpty())
            range.shortest += match.captured(2).isEmpty() ? size : 1;
    }
    return range;
}

TEST(Gs1Table, AgreesWithTheSyntaxDictionary) {
    const QString path = test::sharedData("barcodes/gs1/gs1-syntax-dictionary.txt");
    SKIP_WITHOUT(path);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    static const QRegularExpression line(
        QStringLiteral("^([0-9]+)(?:-([0-9]+))?\\s+([*?]*)\\s*((?:\\[?[NXYZ][^ ]*\\s*)+)"));
    static const QRegularExpression part(QStringLiteral("\\[?[NXYZ](?:\\.\\.)?[0-9]+"));
    int identifiers = 0;
    for (const QByteArray& raw : file.readAll().split('\n')) {
        const auto match = line.match(QString::fromUtf8(raw));
        if (!match.hasMatch())
            continue;
        const QString first = match.captured(1);
        const QString last = match.captured(2).isEmpty() ? first : match.captured(2);
        for (int ai = first.toInt(); ai <= last.toInt(); ++ai) {
            const QString text =
                QStringLiteral("%1").arg(ai, int(first.size()), 10, QLatin1Char('0'));
            const auto ours =
                std::find_if(gs1Fields().begin(), gs1Fields().end(), [&](const Gs1Field& field) {
                    const std::string each = text.toStdString();
                    return field.first.size() == each.size() && field.first <= each &&
                           each <= field.last;
                });
            ASSERT_NE(ours, gs1Fields().end()) << qPrintable(text);
            EXPECT_EQ(ours->selfDelimiting, match.captured(3).contains(u'*')) << qPrintable(text);
            const QString form =
                QString::fromLatin1(ours->form.data(), qsizetype(ours->form.size()));
            const auto theirs = lengthsIn(match.captured(4));
            EXPECT_EQ(lengthsIn(form).longest, theirs.longest) << qPrintable(text);
            EXPECT_EQ(lengthsIn(form).shortest, theirs.shortest) << qPrintable(text);
            ++identifiers;
        }
    }
    EXPECT_EQ(identifiers, 541);
}

TEST(Gs1Table, NoTwoFieldsBeginAlike) {
    for (const Gs1Field& one : gs1Fields()) {
        for (const Gs1Field& other : gs1Fields()) {
            if (&one == &other || one.first.size() > other.first.size())
                continue;
            const auto head = other.first.substr(0, one.first.size());
            EXPECT_FALSE(head >= one.first && head <= one.last)
                << one.first << " and " << other.first;
        }
    }
}

} // namespace
} // namespace packbench
