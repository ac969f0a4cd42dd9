#include "drivers/transports/tape.h"

#include <algorithm>
#include <array>
#include <utility>

namespace packbench {
namespace {

using Call = TapeLine::Call;
using End = Transfer::End;

template <typename Value, size_t count>
using Words = std::array<std::pair<Value, const char*>, count>;

constexpr Words<End, 5> kEnds{{{End::Complete, "complete"},
                               {End::Timeout, "timeout"},
                               {End::Gone, "gone"},
                               {End::Stalled, "stalled"},
                               {End::Refused, "refused"}}};
constexpr Words<Transport::Hint, 3> kHints{{{Transport::Hint::Nothing, "nothing"},
                                            {Transport::Hint::PaperOut, "paper-out"},
                                            {Transport::Hint::Gone, "gone"}}};

template <typename Value, size_t count>
QByteArray wordOf(const Words<Value, count>& words, Value value) {
    for (const auto& [known, word] : words)
        if (known == value)
            return word;
    return {};
}

template <typename Value, size_t count>
std::optional<Value> valueOf(const Words<Value, count>& words, const QByteArray& word) {
    for (const auto& [value, known] : words)
        if (word == known)
            return value;
    return std::nullopt;
}

QByteArray hex(const QByteArray& bytes) {
    return bytes.isEmpty() ? QByteArray("-") : bytes.toHex();
}

QByteArray bytesFrom(const QByteArray& text) {
    return text == "-" ? QByteArray() : QByteArray::fromHex(text);
}

bool takeWrite(TapeLine& line, const QList<QByteArray>& words) {
    const auto end = valueOf(kEnds, words.value(4));
    if (words.size() != 7 || !end)
        return false;
    line.call = Call::Write;
    line.bytes = bytesFrom(words[3]);
    line.transfer = {*end, words[5].toLongLong(), words[6] == "1"};
    return true;
}

bool takeHint(TapeLine& line, const QByteArray& word) {
    const auto hint = valueOf(kHints, word);
    line.call = Call::Hint;
    line.hint = hint.value_or(line.hint);
    return hint.has_value();
}

QString shown(const QByteArray& bytes) {
    return QString::fromLatin1(bytes.left(24).toHex(' ')) +
           (bytes.size() > 24 ? QStringLiteral(" …") : QString());
}

} // namespace

QByteArray lineOf(const TapeLine& line) {
    const QByteArray times =
        QByteArray::number(line.milliseconds) + ' ' + QByteArray::number(line.took) + ' ';
    switch (line.call) {
    case Call::Write:
        return "write " + times + hex(line.bytes) + ' ' + wordOf(kEnds, line.transfer.end) + ' ' +
               QByteArray::number(line.transfer.taken) + (line.transfer.submitted ? " 1" : " 0");
    case Call::Read: return "read " + times + hex(line.bytes);
    case Call::Arrive: return "arrive " + times + QByteArray::number(line.left);
    case Call::Hint: return "hint " + times + wordOf(kHints, line.hint);
    }
    return {};
}

std::optional<TapeLine> tapeLineFrom(const QByteArray& text) {
    const QList<QByteArray> words = text.simplified().split(' ');
    if (words.size() < 4)
        return std::nullopt;
    TapeLine line;
    line.milliseconds = words[1].toInt();
    line.took = std::max(words[2].toLongLong(), 0LL);
    bool isRead = false;
    if (words[0] == "write") {
        isRead = takeWrite(line, words);
    } else if (words.size() == 4 && words[0] == "read") {
        line.call = Call::Read;
        line.bytes = bytesFrom(words[3]);
        isRead = true;
    } else if (words.size() == 4 && words[0] == "arrive") {
        line.call = Call::Arrive;
        line.left = words[3].toLongLong();
        isRead = true;
    } else if (words.size() == 4 && words[0] == "hint") {
        isRead = takeHint(line, words[3]);
    }
    return isRead ? std::optional(line) : std::nullopt;
}

TapeReading tapeFrom(const QByteArray& text) {
    if (!hasTapeHead(text))
        return {{}, QStringLiteral("it does not begin as a tape of today: record it anew")};
    TapeReading reading;
    int number = 0;
    for (const QByteArray& each : text.split('\n')) {
        const QByteArray line = each.trimmed();
        ++number;
        const auto read = line.startsWith('#') ? std::nullopt : tapeLineFrom(line);
        if (read)
            reading.tape.lines.append(*read);
        const bool isGood =
            line.startsWith('#') ? takeHeadLine(reading.tape.head, line) : read || line.isEmpty();
        if (!isGood)
            return {{}, QStringLiteral("line %1 is no line of a tape").arg(number)};
    }
    return reading;
}

TapeRecorder::TapeRecorder(const PrinterDescription& printer, std::unique_ptr<Transport> device,
                           QIODevice& tape, Stopwatch stopwatch)
    : m_device(std::move(device)), m_tape(tape), m_stopwatch(std::move(stopwatch)) {
    m_tape.write(textOf({printer, m_device->isTwoWay(), m_device->keepsBack()}));
}

void TapeRecorder::note(TapeLine line, qint64 since) {
    line.took = m_stopwatch() - since;
    m_tape.write(lineOf(line) + '\n');
}

Transfer TapeRecorder::write(const QByteArray& chunk, int milliseconds) {
    const qint64 since = m_stopwatch();
    const Transfer transfer = m_device->write(chunk, milliseconds);
    TapeLine line;
    line.milliseconds = milliseconds;
    line.bytes = chunk;
    line.transfer = transfer;
    note(line, since);
    return transfer;
}

qint64 TapeRecorder::awaitArrival(int milliseconds) {
    const qint64 since = m_stopwatch();
    TapeLine line;
    line.call = Call::Arrive;
    line.milliseconds = milliseconds;
    line.left = m_device->awaitArrival(milliseconds);
    note(line, since);
    return line.left;
}

QByteArray TapeRecorder::read(int milliseconds) {
    const qint64 since = m_stopwatch();
    TapeLine line;
    line.call = Call::Read;
    line.milliseconds = milliseconds;
    line.bytes = m_device->read(milliseconds);
    note(line, since);
    return line.bytes;
}

Transport::Hint TapeRecorder::hint() {
    const qint64 since = m_stopwatch();
    TapeLine line;
    line.call = Call::Hint;
    line.hint = m_device->hint();
    note(line, since);
    return line.hint;
}

TapePlayer::TapePlayer(Tape tape, Course& course) : m_tape(std::move(tape)), m_course(course) {}

TapePlayer::~TapePlayer() {
    for (; m_course.played < m_tape.lines.size(); ++m_course.played) {
        const TapeLine& line = m_tape.lines.at(m_course.played);
        // How often one looked for an answer that did not come says nothing.
        if (line.call == Call::Hint || (line.call == Call::Read && line.bytes.isEmpty()))
            continue;
        differ(QStringLiteral("nothing more happens, the tape goes on: %1")
                   .arg(QString::fromLatin1(lineOf(line).left(80))));
        return;
    }
}

void TapePlayer::differ(const QString& how) {
    if (m_course.difference.isEmpty())
        m_course.difference = QStringLiteral("Call %1: %2").arg(m_course.played + 1).arg(how);
}

/// The tape's next call when it is of this kind. How often an answer was looked for depends on
/// time: readings and hints that the other side does not have are passed over, and what the tape
/// does not have was waited for in vain.
const TapeLine* TapePlayer::next(Call call, int milliseconds) {
    const auto depends = [](Call kind) { return kind == Call::Read || kind == Call::Hint; };
    while (m_course.played < m_tape.lines.size()) {
        const TapeLine& line = m_tape.lines.at(m_course.played);
        if (line.call == call) {
            ++m_course.played;
            m_course.now += line.took;
            return &line;
        }
        if (depends(call) || !depends(line.call))
            break;
        ++m_course.played;
    }
    m_course.now += milliseconds;
    return nullptr;
}

Transfer TapePlayer::write(const QByteArray& chunk, int milliseconds) {
    const TapeLine* line = next(Call::Write, milliseconds);
    if (line == nullptr) {
        differ(QStringLiteral("%1 bytes are written, the tape has nothing of it: %2")
                   .arg(chunk.size())
                   .arg(shown(chunk)));
        return {End::Gone, 0, false};
    }
    if (line->bytes != chunk)
        differ(QStringLiteral("written is %1 (%2 bytes), the tape has %3 (%4 bytes)")
                   .arg(shown(chunk))
                   .arg(chunk.size())
                   .arg(shown(line->bytes))
                   .arg(line->bytes.size()));
    return line->transfer;
}

qint64 TapePlayer::awaitArrival(int milliseconds) {
    const TapeLine* line = next(Call::Arrive, milliseconds);
    return line != nullptr ? line->left : 0;
}

QByteArray TapePlayer::read(int milliseconds) {
    const TapeLine* line = next(Call::Read, milliseconds);
    return line != nullptr ? line->bytes : QByteArray();
}

Transport::Hint TapePlayer::hint() {
    const TapeLine* line = next(Call::Hint, 0);
    return line != nullptr ? line->hint : Hint::Nothing;
}

} // namespace packbench
