#include "drivers/transports/tapehead.h"

#include <array>
#include <utility>

namespace packbench {
namespace {

constexpr char kFirst[] = "# packbench tape 2";

template <typename Value, size_t count>
using Words = std::array<std::pair<Value, const char*>, count>;

constexpr Words<bool, 2> kYesNo{{{true, "yes"}, {false, "no"}}};
constexpr Words<Tracking, 3> kTrackings{
    {{Tracking::Gap, "gap"}, {Tracking::Mark, "mark"}, {Tracking::Continuous, "continuous"}}};
constexpr Words<Finish, 4> kFinishes{{{Finish::AsSet, "as-set"},
                                      {Finish::TearOff, "tear"},
                                      {Finish::Peel, "peel"},
                                      {Finish::Cut, "cut"}}};

template <typename Value, size_t count>
QByteArray wordIn(const Words<Value, count>& words, Value value) {
    for (const auto& [known, word] : words)
        if (known == value)
            return word;
    return {};
}

template <typename Value, size_t count>
bool take(const Words<Value, count>& words, const QByteArray& word, Value& value) {
    for (const auto& [known, name] : words)
        if (word == name) {
            value = known;
            return true;
        }
    return false;
}

QByteArray textOf(double value) {
    return QByteArray::number(value, 'g', 17);
}

bool take(const QByteArray& text, double& value) {
    bool isNumber = false;
    value = text.toDouble(&isNumber);
    return isNumber;
}

bool take(const QByteArray& text, int& value) {
    bool isNumber = false;
    value = text.toInt(&isNumber);
    return isNumber;
}

bool takeLanguage(const QByteArray& text, PrinterLanguage& value) {
    const auto language = printerLanguageFromWord(QString::fromUtf8(text));
    value = language.value_or(value);
    return language.has_value();
}

bool takePushOut(const QByteArray& text, std::optional<double>& value) {
    if (text == "as-set") {
        value.reset();
        return true;
    }
    return take(text, value.emplace());
}

/// One name of the head: how its value is written, and read.
struct Line {
    const char* name;
    QByteArray (*text)(const TapeHead&);
    bool (*take)(TapeHead&, const QByteArray&);
};
using Head = TapeHead;
using Text = QByteArray;
constexpr Line kLines[] = {
    {"id", [](const Head& h) { return h.printer.id.toUtf8(); },
     [](Head& h, const Text& t) {
         h.printer.id = QString::fromUtf8(t);
         return true;
     }},
    {"model", [](const Head& h) { return h.printer.model.toUtf8(); },
     [](Head& h, const Text& t) {
         h.printer.model = QString::fromUtf8(t);
         return true;
     }},
    {"transport", [](const Head& h) { return h.printer.transport.toUtf8(); },
     [](Head& h, const Text& t) {
         h.printer.transport = QString::fromUtf8(t);
         return true;
     }},
    {"two-way", [](const Head& h) { return wordIn(kYesNo, h.isTwoWay); },
     [](Head& h, const Text& t) { return take(kYesNo, t, h.isTwoWay); }},
    {"keeps-back", [](const Head& h) { return wordIn(kYesNo, h.keepsBack); },
     [](Head& h, const Text& t) { return take(kYesNo, t, h.keepsBack); }},
    {"language", [](const Head& h) { return word(h.printer.language).toUtf8(); },
     [](Head& h, const Text& t) { return takeLanguage(t, h.printer.language); }},
    {"language-known", [](const Head& h) { return wordIn(kYesNo, h.printer.languageKnown); },
     [](Head& h, const Text& t) { return take(kYesNo, t, h.printer.languageKnown); }},
    {"dots", [](const Head& h) { return Text::number(h.printer.dotsPerMm); },
     [](Head& h, const Text& t) { return take(t, h.printer.dotsPerMm); }},
    {"tracking", [](const Head& h) { return wordIn(kTrackings, h.printer.setup.tracking); },
     [](Head& h, const Text& t) { return take(kTrackings, t, h.printer.setup.tracking); }},
    {"gap-mm", [](const Head& h) { return textOf(h.printer.setup.gapMm); },
     [](Head& h, const Text& t) { return take(t, h.printer.setup.gapMm); }},
    {"mark-offset-mm", [](const Head& h) { return textOf(h.printer.setup.markOffsetMm); },
     [](Head& h, const Text& t) { return take(t, h.printer.setup.markOffsetMm); }},
    {"left-mm", [](const Head& h) { return textOf(h.printer.setup.leftMm); },
     [](Head& h, const Text& t) { return take(t, h.printer.setup.leftMm); }},
    {"top-mm", [](const Head& h) { return textOf(h.printer.setup.topMm); },
     [](Head& h, const Text& t) { return take(t, h.printer.setup.topMm); }},
    {"darkness", [](const Head& h) { return Text::number(h.printer.setup.darkness); },
     [](Head& h, const Text& t) { return take(t, h.printer.setup.darkness); }},
    {"speed", [](const Head& h) { return Text::number(h.printer.setup.speedMmPerSecond); },
     [](Head& h, const Text& t) { return take(t, h.printer.setup.speedMmPerSecond); }},
    {"finish", [](const Head& h) { return wordIn(kFinishes, h.printer.setup.finish); },
     [](Head& h, const Text& t) { return take(kFinishes, t, h.printer.setup.finish); }},
    {"push-out-mm",
     [](const Head& h) {
         const auto& mm = h.printer.setup.pushOutMm;
         return mm ? textOf(*mm) : Text("as-set");
     },
     [](Head& h, const Text& t) { return takePushOut(t, h.printer.setup.pushOutMm); }},
    {"z64", [](const Head& h) { return wordIn(kYesNo, h.printer.setup.compressed); },
     [](Head& h, const Text& t) { return take(kYesNo, t, h.printer.setup.compressed); }},
    {"burns-ones", [](const Head& h) { return wordIn(kYesNo, h.printer.setup.burnsOnes); },
     [](Head& h, const Text& t) { return take(kYesNo, t, h.printer.setup.burnsOnes); }},
    {"head-dots", [](const Head& h) { return Text::number(h.printer.setup.headDots); },
     [](Head& h, const Text& t) { return take(t, h.printer.setup.headDots); }},
};

} // namespace

QByteArray textOf(const TapeHead& head) {
    QByteArray text = QByteArray(kFirst) + '\n';
    for (const Line& line : kLines)
        text += "# " + QByteArray(line.name) + ' ' + line.text(head).simplified() + '\n';
    return text;
}

bool hasTapeHead(const QByteArray& file) {
    return file.startsWith(QByteArray(kFirst) + '\n');
}

bool takeHeadLine(TapeHead& head, const QByteArray& line) {
    const QList<QByteArray> words = line.simplified().split(' ');
    for (const Line& known : kLines)
        if (words.value(1) == known.name)
            return known.take(head, words.mid(2).join(' '));
    return true;
}

} // namespace packbench
