#include "drivers/transports/tape.h"

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

std::optional<TapeLine> writeFrom(const QList<QByteArray>& words) {
    const auto end = valueOf(kEnds, words.value(3));
    if (words.size() != 6 || !end)
        return std::nullopt;
    TapeLine line;
    line.call = Call::Write;
    line.milliseconds = words[1].toInt();
    line.bytes = bytesFrom(words[2]);
    line.transfer = {*end, words[4].toLongLong(), words[5] == "1"};
    return line;
}

QString shown(const QByteArray& bytes) {
    return QString::fromLatin1(bytes.left(24).toHex(' ')) +
           (bytes.size() > 24 ? QStringLiteral(" …") : QString());
}

} // namespace

QByteArray lineOf(const TapeLine& line) {
    const QByteArray ms = QByteArray::number(line.milliseconds);
    switch (line.call) {
    case Call::Write:
        return "write " + ms + ' ' + hex(line.bytes) + ' ' + wordOf(kEnds, line.transfer.end) +
               ' ' + QByteArray::number(line.transfer.taken) +
               (line.transfer.submitted ? " 1" : " 0");
    case Call::Read: return "read " + ms + ' ' + hex(line.bytes);
    case Call::Arrive: return "arrive " + ms + ' ' + QByteArray::number(line.left);
    case Call::Hint: return "hint " + wordOf(kHints, line.hint);
    }
    return {};
}

std::optional<TapeLine> tapeLineFrom(const QByteArray& text) {
    const QList<QByteArray> words = text.simplified().split(' ');
    TapeLine line;
    if (words.first() == "write")
        return writeFrom(words);
    line.milliseconds = words.value(1).toInt();
    if (words.first() == "read" && words.size() == 3) {
        line.call = Call::Read;
        line.bytes = bytesFrom(words[2]);
        return line;
    }
    if (words.first() == "arrive" && words.size() == 3) {
        line.call = Call::Arrive;
        line.left = words[2].toLongLong();
        return line;
    }
    const auto hint = words.first() == "hint" ? valueOf(kHints, words.value(1)) : std::nullopt;
    if (!hint)
        return std::nullopt;
    line.call = Call::Hint;
    line.milliseconds = 0;
    line.hint = *hint;
    return line;
}

TapeRecorder::TapeRecorder(std::unique_ptr<Transport> device, QIODevice& tape)
    : m_device(std::move(device)), m_tape(tape) {}

void TapeRecorder::note(const TapeLine& line) {
    m_tape.write(lineOf(line) + '\n');
}

Transfer TapeRecorder::write(const QByteArray& chunk, int milliseconds) {
    TapeLine line{Call::Write, milliseconds, chunk, {}, 0, Hint::Nothing};
    line.transfer = m_device->write(chunk, milliseconds);
    note(line);
    return line.transfer;
}

qint64 TapeRecorder::awaitArrival(int milliseconds) {
    const qint64 left = m_device->awaitArrival(milliseconds);
    note({Call::Arrive, milliseconds, {}, {}, left, Hint::Nothing});
    return left;
}

QByteArray TapeRecorder::read(int milliseconds) {
    const QByteArray bytes = m_device->read(milliseconds);
    note({Call::Read, milliseconds, bytes, {}, 0, Hint::Nothing});
    return bytes;
}

Transport::Hint TapeRecorder::hint() {
    const Hint hint = m_device->hint();
    note({Call::Hint, 0, {}, {}, 0, hint});
    return hint;
}

TapePlayer::TapePlayer(QList<TapeLine> tape, Course& course)
    : m_tape(std::move(tape)), m_course(course) {}

void TapePlayer::differ(const QString& how) {
    if (m_course.difference.isEmpty())
        m_course.difference = QStringLiteral("Call %1: %2").arg(m_course.played + 1).arg(how);
}

/// The tape's next call when it is of this kind. How often an answer was looked for depends on
/// time: readings and hints that the other side does not have are passed over.
const TapeLine* TapePlayer::next(Call call) {
    const auto depends = [](Call kind) { return kind == Call::Read || kind == Call::Hint; };
    while (m_course.played < m_tape.size()) {
        const TapeLine& line = m_tape.at(m_course.played);
        if (line.call == call) {
            ++m_course.played;
            return &line;
        }
        if (depends(call))
            return nullptr;
        if (!depends(line.call))
            break;
        ++m_course.played;
    }
    return nullptr;
}

Transfer TapePlayer::write(const QByteArray& chunk, int milliseconds) {
    Q_UNUSED(milliseconds)
    const TapeLine* line = next(Call::Write);
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
    Q_UNUSED(milliseconds)
    const TapeLine* line = next(Call::Arrive);
    return line != nullptr ? line->left : 0;
}

QByteArray TapePlayer::read(int milliseconds) {
    Q_UNUSED(milliseconds)
    const TapeLine* line = next(Call::Read);
    return line != nullptr ? line->bytes : QByteArray();
}

Transport::Hint TapePlayer::hint() {
    const TapeLine* line = next(Call::Hint);
    return line != nullptr ? line->hint : Hint::Nothing;
}

} // namespace packbench
