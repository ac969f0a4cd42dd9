#include "rules.h"

#include <QHash>
#include <QRegularExpression>
#include <functional>
#include <optional>

namespace packbench::house {

namespace {

using LineRule = std::function<QString(const Source&, const QString& line)>;

// Applies a rule to every line of every file; the rule answers what is wrong, or nothing.
QStringList eachLine(const Sources& house, const LineRule& rule) {
    QStringList findings;
    for (const Source& source : house) {
        int number = 0;
        for (const QString& line : source.lines()) {
            ++number;
            if (const QString wrong = rule(source, line); !wrong.isEmpty())
                findings << QStringLiteral("%1:%2: %3").arg(source.path).arg(number).arg(wrong);
        }
    }
    return findings;
}

struct Include {
    QString name;
    bool own = false; // in quotes
};

std::optional<Include> includeOf(const QString& line) {
    static const QRegularExpression pattern(
        QStringLiteral(R"rx(^\s*#\s*include\s*(["<])([^">]+)[">])rx"));
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    return Include{match.captured(2), match.captured(1) == u"\""};
}

// The folder a path belongs to, as the table below names it; empty for tests and the like.
QString folderOf(const QString& path) {
    if (path == u"app/main.cpp")
        return QStringLiteral("main");
    const QStringList parts = path.split(u'/');
    if (parts.size() < 2)
        return {};
    return parts[0] == u"app" ? parts[1] : parts[0];
}

// screens stay on this side of bench: the window's thread never waits for a disk or a device. cli
// has no window; each command of it is a small main that opens a ledger and hands it to the bench.
const QHash<QString, QStringList>& mayKnow() {
    static const auto words = [](const char* text) {
        return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
    };
    static const QHash<QString, QStringList> table{
        {QStringLiteral("shipping"), {}},
        {QStringLiteral("labels"), {}},
        {QStringLiteral("drivers"), words("labels")},
        {QStringLiteral("ledger"), words("shipping")},
        {QStringLiteral("exchange"), words("shipping")},
        {QStringLiteral("bench"), words("shipping ledger exchange labels drivers")},
        {QStringLiteral("screens"), words("bench shipping")},
        {QStringLiteral("cli"), words("bench shipping ledger exchange labels drivers")},
        {QStringLiteral("main"), words("screens bench shipping ledger exchange labels drivers")},
    };
    return table;
}

// A foreign library: how its includes begin, and the only files that may have them.
struct Foreign {
    QRegularExpression include;
    QRegularExpression home;
};

const std::vector<Foreign>& foreigners() {
    const auto rx = [](const char* text) { return QRegularExpression(QString::fromLatin1(text)); };
    static const std::vector<Foreign> table{
        {rx("libusb\\.h$"), rx("^drivers/usb[a-z]*\\.cpp$")},
        {rx("^ZXing/|ReadBarcode\\.h$"), rx("^(labels/proof|drivers/camera)[a-z]*\\.cpp$")},
        {rx("^zint\\.h$"), rx("^labels/barcode\\.cpp$")},
        {rx("^(QtSql/|QSql)"), rx("^app/ledger/")},
        {rx("^(sqlite3|libpq-fe)\\.h$"), rx("^app/ledger/.*\\.cpp$")},
        {rx("^(orcus/|spm/|xlsxwriter|zip\\.h)"), rx("^app/exchange/.*\\.cpp$")},
    };
    return table;
}

// What a header of ours may include in angle brackets: the standard library and Qt.
bool isStandardOrQt(const QString& name) {
    static const QRegularExpression pattern(
        QStringLiteral("^([a-z_0-9]+|Q[A-Za-z0-9]+|Qt[A-Za-z]+/Q[A-Za-z0-9]+|qqmlregistration\\.h|"
                       "QtQml/qqmlregistration\\.h)$"));
    return pattern.match(name).hasMatch();
}

QString foreignInclude(const Source& source, const Include& include) {
    for (const Foreign& foreign : foreigners())
        if (foreign.include.match(include.name).hasMatch() &&
            !foreign.home.match(source.path).hasMatch())
            return QStringLiteral("<%1> belongs into %2 only")
                .arg(include.name, foreign.home.pattern());
    if (source.isHeader() && !include.own && !isStandardOrQt(include.name))
        return QStringLiteral("<%1> in a header: foreign types stay in .cpp files")
            .arg(include.name);
    return {};
}

QRegularExpression pieces(std::initializer_list<const char*> parts,
                          QRegularExpression::PatternOptions options = {}) {
    QString pattern;
    for (const char* part : parts)
        pattern += QString::fromLatin1(part);
    return QRegularExpression(pattern, options);
}

} // namespace

QStringList layering(const Sources& house) {
    return eachLine(house, [](const Source& source, const QString& line) -> QString {
        const QString from = folderOf(source.path);
        const auto include = includeOf(line);
        if (!source.isCode() || !include || !include->own || !mayKnow().contains(from))
            return {};
        const QStringList parts = include->name.split(u'/');
        const QString to = parts[0] == u"app" ? parts.value(1) : parts[0];
        const bool climbs = include->name.contains(u"../");
        if (climbs || (mayKnow().contains(to) && to != from && !mayKnow()[from].contains(to)))
            return QStringLiteral("%1 may not include \"%2\"").arg(from, include->name);
        return {};
    });
}

QStringList foreignIncludes(const Sources& house) {
    return eachLine(house, [](const Source& source, const QString& line) -> QString {
        const auto include = includeOf(line);
        return source.isCode() && !source.isTest() && include ? foreignInclude(source, *include)
                                                              : QString();
    });
}

QStringList strayStatements(const Sources& house) {
    static const QRegularExpression statement(QStringLiteral(
        "\"\\s*(SELECT\\s.*\\sFROM|INSERT\\s+INTO|UPDATE\\s+\\w+\\s+SET|DELETE\\s+FROM|CREATE\\s+"
        "(TABLE|INDEX)|BEGIN\\s+IMMEDIATE|PRAGMA\\s)"));
    QStringList findings = eachLine(house, [](const Source& source, const QString& line) {
        const bool elsewhere = !source.isTest() && !source.path.startsWith(u"app/ledger/");
        return source.isCode() && elsewhere && statement.match(line).hasMatch()
                   ? QStringLiteral("SQL is written in app/ledger only")
                   : QString();
    });
    for (const Source& source : house)
        if (source.path.endsWith(u".sql") && !source.isTest() &&
            !source.path.startsWith(u"app/ledger/"))
            findings << QStringLiteral("%1:1: statements lie in app/ledger only").arg(source.path);
    return findings;
}

QStringList clockReaders(const Sources& house) {
    static const QRegularExpression reading(QStringLiteral(
        "currentDateTime|currentMSecsSinceEpoch|currentSecsSinceEpoch|QDate::currentDate|"
        "QTime::currentTime|system_clock::now|\\btime\\((nullptr|NULL|0)\\)|\\bgettimeofday\\("));
    return eachLine(house, [](const Source& source, const QString& line) {
        const bool clock = source.path.startsWith(u"app/bench/clock");
        return source.isCode() && !source.isTest() && !clock && reading.match(line).hasMatch()
                   ? QStringLiteral("only app/bench/clock reads the clock")
                   : QString();
    });
}

QStringList singletons(const Sources& house) {
    static const QRegularExpression accessor(
        QStringLiteral("\\bstatic\\s+[\\w:<>]+\\s*[&*]\\s*instance\\s*\\("));
    return eachLine(house, [](const Source& source, const QString& line) {
        return source.isCode() && !source.isTest() && accessor.match(line).hasMatch()
                   ? QStringLiteral("main builds, others hold references: no instance()")
                   : QString();
    });
}

QStringList oversized(const Sources& house) {
    QStringList findings;
    for (const Source& source : house) {
        const bool page = source.path.endsWith(u".qml");
        const qsizetype limit = page ? 250 : 400;
        const qsizetype count = source.text.count(u'\n');
        if ((page || source.isCode()) && count > limit)
            findings << QStringLiteral("%1:%2: more than %3 lines: stop and split")
                            .arg(source.path)
                            .arg(count)
                            .arg(limit);
    }
    return findings;
}

QStringList foreignWords(const Sources& house) {
    // In pieces, so that this file does not break its own rule.
    const auto anyCase = QRegularExpression::CaseInsensitiveOption;
    static const std::vector<QRegularExpression> words{
        pieces({"/wo", "rk/|/ro", "ot/|/tm", "p/w"}),
        pieces({"\\bC", "EO\\b|\\bL", "LMs?\\b"}),
        pieces({"language ", "model|assist", "ant|\\b(sub)?ag", "ents?\\b"}, anyCase),
        pieces({"cla", "ude|anthro", "pic|open", "ai\\b|chat", "gpt|copi", "lot"}, anyCase),
        pieces({"https?://[\\w.-]*(deb", "ian\\.org/debian|registry|\\bproxy)"}, anyCase),
    };
    return eachLine(house, [](const Source& source, const QString& line) -> QString {
        if (source.path == u"LICENSE")
            return {};
        for (const QRegularExpression& word : words)
            if (const auto match = word.match(line); match.hasMatch())
                return QStringLiteral("\"%1\" is no part of the project").arg(match.captured());
        return {};
    });
}

QStringList telephoneNumbers(const Sources& house) {
    static const QRegularExpression mobile(QStringLiteral("(?<![\\d.])1[3-9]\\d{9}(?!\\d)"));
    return eachLine(house, [](const Source&, const QString& line) -> QString {
        auto all = mobile.globalMatch(line);
        while (all.hasNext())
            if (const QString number = all.next().captured(); !number.startsWith(u"140"))
                return QStringLiteral("%1 may be somebody's number: examples begin with 140")
                    .arg(number);
        return {};
    });
}

QStringList strayEntries(const QStringList& entries) {
    static const QStringList house =
        QStringLiteral(
            "CMakeLists.txt CMakePresets.json packbench.sh README.md CHANGELOG.md LICENSE .ci "
            ".clang-format .clang-tidy .editorconfig .gitignore app labels drivers tests")
            .split(u' ');
    QStringList findings;
    for (const QString& entry : entries)
        if (!house.contains(entry) && !entry.endsWith(u".user"))
            findings << QStringLiteral("%1: the house has no such entry").arg(entry);
    return findings;
}

} // namespace packbench::house
