#include "drivers/conversation.h"

#include "app/faultpoint.h"
#include "drivers/languages.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace packbench {
namespace {

// No status answer is longer than a hundred bytes; who talks on and on says nothing.
constexpr qsizetype kLongestAnswer = 1024;
constexpr int kMostReadings = 256;
constexpr int kMostStallsInARow = 3;

QString counted(const char* text, qint64 taken, qint64 all) {
    return QString::fromUtf8(text).arg(taken).arg(all);
}

QString sentenceBefore(bool cancelled, bool gone) {
    if (cancelled)
        return QStringLiteral("Sending was cancelled before the first byte: no label was sent.");
    if (gone)
        return QStringLiteral("The printer was gone before the first byte: no label was sent. Plug "
                              "it in, switch it on and send the label again.");
    return QStringLiteral(
        "The printer refused the first byte: no label was sent. Switch it off and "
        "on and send the label again.");
}

QString sentenceAmid(bool cancelled, bool gone, qint64 taken, qint64 all) {
    if (cancelled)
        return counted("Sending was cancelled after %1 of %2 bytes: look whether a label came out.",
                       taken, all);
    if (gone)
        return counted("The printer was gone after %1 of %2 bytes: plug it in, switch it on and "
                       "look whether a label came out.",
                       taken, all);
    return counted("The printer took no more after %1 of %2 bytes: look for paper, cover and pause "
                   "light, and whether a label came out.",
                   taken, all);
}

/// Two answers of one moment: trouble counts, whichever tells it.
PrinterStatus joined(PrinterStatus first, const PrinterStatus& second) {
    const bool isFine = first.state == PrinterState::Ready || first.state == PrinterState::Printing;
    const bool hasTrouble =
        second.state != PrinterState::Ready && second.state != PrinterState::Printing;
    if (isFine && hasTrouble)
        first.state = second.state;
    if (!first.labelsRemaining)
        first.labelsRemaining = second.labelsRemaining;
    first.warnings += second.warnings;
    return first;
}

} // namespace

Conversation::Conversation(PrinterDescription description, std::unique_ptr<Transport> transport,
                           Stopwatch stopwatch, std::shared_ptr<Memory> memory)
    : m_description(std::move(description))
    , m_transport(std::move(transport))
    , m_stopwatch(std::move(stopwatch))
    , m_memory(std::move(memory)) {}

Conversation::Course Conversation::handOver(const QByteArray& bytes,
                                            const std::atomic<bool>& cancel) {
    Course course;
    qint64 lastProgress = m_stopwatch();
    int stalls = 0;
    while (course.taken < bytes.size()) {
        if (cancel) {
            course.outcome = Outcome::Cancelled;
            return withoutLost(course);
        }
        const QByteArray chunk = bytes.mid(course.taken, m_memory->chunk);
        const qint64 before = m_stopwatch();
        FAULT_POINT("printer.chunk.before");
        const Transfer transfer = FAULT_ERROR("printer.chunk")
                                      ? Transfer{Transfer::End::Gone, 0}
                                      : m_transport->write(chunk, kPatienceMs);
        FAULT_POINT("printer.chunk.after");
        adaptChunk(transfer, m_stopwatch() - before);
        course.submitted = course.submitted || transfer.submitted || transfer.taken > 0;
        course.taken += transfer.taken;
        if (transfer.taken > 0) {
            lastProgress = m_stopwatch();
            stalls = 0;
        }
        if (transfer.end == Transfer::End::Stalled)
            ++stalls;
        if (transfer.end == Transfer::End::Gone)
            course.outcome = Outcome::Gone;
        else if (transfer.end == Transfer::End::Refused)
            course.outcome = Outcome::Refused;
        else if (stalls >= kMostStallsInARow || m_stopwatch() - lastProgress >= kStallMs)
            course.outcome = Outcome::Stuck;
        if (course.outcome != Outcome::Done)
            return withoutLost(course);
    }
    return arrived(course, cancel);
}

void Conversation::adaptChunk(const Transfer& transfer, qint64 milliseconds) {
    const bool isPrompt = transfer.end == Transfer::End::Complete && milliseconds < kInstantMs;
    if (!isPrompt)
        m_memory->chunk = kChunk;
    else if (transfer.taken == m_memory->chunk)
        m_memory->chunk = std::min(2 * m_memory->chunk, kLongestChunk);
}

/// What was taken on the way but never arrived was not taken, and never shall be.
Conversation::Course Conversation::withoutLost(Course course) {
    if (!course.submitted)
        return course;
    course.taken = std::max(course.taken - m_transport->awaitArrival(0), qint64(0));
    course.submitted = course.taken > 0 || !m_transport->keepsBack();
    return course;
}

/// Waits until the last byte has arrived, as patiently as for a chunk.
Conversation::Course Conversation::arrived(Course course, const std::atomic<bool>& cancel) {
    qint64 lastProgress = m_stopwatch();
    qint64 before = std::numeric_limits<qint64>::max();
    for (;;) {
        const qint64 left = m_transport->awaitArrival(kPatienceMs);
        if (left == 0)
            return course;
        if (left < before)
            lastProgress = m_stopwatch();
        before = left;
        if (m_transport->hint() == Transport::Hint::Gone)
            course.outcome = Outcome::Gone;
        else if (cancel)
            course.outcome = Outcome::Cancelled;
        else if (m_transport->keepsBack())
            course.outcome = Outcome::Refused;
        else if (m_stopwatch() - lastProgress >= kStallMs)
            course.outcome = Outcome::Stuck;
        if (course.outcome != Outcome::Done)
            return withoutLost(course);
    }
}

PrinterState Conversation::stateByHint() {
    switch (m_transport->hint()) {
    case Transport::Hint::PaperOut: return PrinterState::PaperOut;
    case Transport::Hint::Gone: return PrinterState::Unplugged;
    case Transport::Hint::Nothing: break;
    }
    return PrinterState::Unknown;
}

SendReport Conversation::send(const QByteArray& label, const std::atomic<bool>& cancel) {
    if (label.isEmpty())
        return {SendReport::End::NothingSent, 0, PrinterState::Unknown,
                QStringLiteral("The label is empty: nothing was sent.")};
    const QByteArray before = m_memory->holdsPartOfLabel ? endOfHalfLabel() : QByteArray();
    Course course = handOver(before + label, cancel);
    if (course.submitted) {
        m_memory->holdsPartOfLabel = course.outcome != Outcome::Done;
        m_memory->missing = before.size() + label.size() - course.taken;
    }
    course.taken = std::max(course.taken - before.size(), qint64(0));
    return reportOn(course, label.size());
}

/// What makes the printer drop the half label it holds.
QByteArray Conversation::endOfHalfLabel() const {
    const LanguageDriver& driver = driverOf(m_description.language);
    QByteArray bytes;
    if (driver.white)
        bytes.fill(*driver.white, m_memory->missing);
    return bytes.append(driver.abandon.data(), driver.abandon.size());
}

SendReport Conversation::reportOn(const Course& course, qint64 labelSize) {
    if (course.outcome == Outcome::Done) {
        // What a one-way printer tells beside its bytes is asked when nobody waits for the label.
        const PrinterStatus after = m_transport->isTwoWay() ? status() : PrinterStatus();
        SendReport report{SendReport::End::Accepted, course.taken, after.state, {}};
        report.labelsRemaining = after.labelsRemaining;
        report.warnings = after.warnings;
        return report;
    }
    const bool cancelled = course.outcome == Outcome::Cancelled;
    const bool gone = course.outcome == Outcome::Gone;
    const PrinterState now = gone ? PrinterState::Unplugged : stateByHint();
    if (!course.submitted) {
        const QString obstacle = cancelled ? QString() : m_transport->obstacle();
        return {SendReport::End::NothingSent, 0, now,
                obstacle.isEmpty() ? sentenceBefore(cancelled, gone) : obstacle};
    }
    return {SendReport::End::Uncertain, course.taken, now,
            sentenceAmid(cancelled, gone, course.taken, labelSize)};
}

void Conversation::drain() {
    for (int reading = 0; reading < kMostReadings && !m_transport->read(1).isEmpty(); ++reading) {
    }
}

QByteArray Conversation::readAnswer(bool (*isWhole)(const QByteArray&), qint64 deadline) {
    QByteArray answer;
    for (int reading = 0; reading < kMostReadings && !isUrgent(); ++reading) {
        const qint64 left = deadline - m_stopwatch();
        if (left <= 0 || answer.size() > kLongestAnswer)
            break;
        answer += m_transport->read(static_cast<int>(std::min(left, qint64(kSliceMs))));
        if (isWhole(answer))
            break;
    }
    return answer;
}

// A query in a language the printer does not speak comes out as text on a label, and one that
// follows half a label would become a part of its picture.
bool Conversation::mayAsk() const {
    return m_transport->isTwoWay() && m_description.languageKnown && !m_memory->holdsPartOfLabel;
}

std::optional<PrinterStatus> Conversation::ask(const StatusQuery& query) {
    const qint64 deadline = m_stopwatch() + kAnswerMs;
    const Transfer transfer = question(query.bytes);
    if (transfer.end == Transfer::End::Gone)
        return PrinterStatus{PrinterState::Unplugged, {}, {}};
    if (transfer.taken < query.bytes.size())
        return std::nullopt;
    return query.read(readAnswer(query.isWhole, deadline));
}

Transfer Conversation::question(QLatin1String text) {
    drain();
    const QByteArray bytes(text.data(), text.size());
    const Transfer transfer = m_transport->write(bytes, kAnswerMs);
    if (transfer.end != Transfer::End::Gone && transfer.taken < bytes.size()) {
        m_memory->holdsPartOfLabel = transfer.taken > 0;
        m_memory->missing = 0;
    }
    return transfer;
}

std::optional<qint64> Conversation::labelCount() {
    const CounterQuery& query = driverOf(m_description.language).counter;
    Memory::Query& memory = m_memory->counter;
    if (query.bytes.isEmpty() || !mayAsk() || m_stopwatch() < memory.notBefore)
        return std::nullopt;
    const qint64 deadline = m_stopwatch() + kAnswerMs;
    if (question(query.bytes).taken < query.bytes.size())
        return std::nullopt;
    const auto count = query.read(readAnswer(query.isWhole, deadline));
    noteAnswer(memory, count.has_value());
    return count;
}

bool Conversation::flush(qint64 missing) {
    if (!m_description.languageKnown)
        return false;
    const LanguageDriver& driver = driverOf(m_description.language);
    m_memory->missing = std::max(m_memory->missing, missing);
    QByteArray bytes;
    if (driver.flush.isEmpty() || driver.white)
        bytes = endOfHalfLabel();
    bytes.append(driver.flush.data(), driver.flush.size());
    const std::atomic<bool> never = false;
    const Course course = handOver(bytes, never);
    m_memory->holdsPartOfLabel = course.outcome != Outcome::Done && course.submitted;
    m_memory->missing = m_memory->holdsPartOfLabel ? bytes.size() - course.taken : 0;
    return course.outcome == Outcome::Done;
}

/// A printer that never answered is asked after 8 s, 16 s, 32 s and so on up to 5 minutes. One that
/// did and falls silent is in trouble: it goes on being asked.
void Conversation::noteAnswer(Memory::Query& query, bool isAnswered) {
    if (isUrgent())
        return;
    query.hasAnswered = query.hasAnswered || isAnswered;
    if (query.hasAnswered) {
        query.notBefore = 0;
        return;
    }
    const qint64 pause = kFirstPauseMs << std::min(query.silences, 6);
    ++query.silences;
    query.notBefore = m_stopwatch() + std::min(pause, kLongestPauseMs);
}

PrinterStatus Conversation::status() {
    if (!mayAsk())
        return {stateByHint(), {}, {}};
    PrinterStatus status;
    const auto queries = driverOf(m_description.language).queries;
    m_memory->queries.resize(qsizetype(queries.size()));
    bool isAnswered = false;
    for (size_t at = 0; at < queries.size() && !isUrgent(); ++at) {
        Memory::Query& memory = m_memory->queries[qsizetype(at)];
        const bool isWanted = !isAnswered || queries[at].addsToOthers;
        if (!isWanted || m_stopwatch() < memory.notBefore)
            continue;
        const auto answer = ask(queries[at]);
        if (!answer) // a query that was not taken wholly: nothing more may be asked
            break;
        if (answer->state == PrinterState::Unplugged)
            return *answer;
        const bool answered = answer->state != PrinterState::Unknown;
        noteAnswer(memory, answered);
        if (answered)
            status = isAnswered ? joined(status, *answer) : *answer;
        isAnswered = isAnswered || answered;
    }
    if (!isAnswered)
        status.state = stateByHint();
    return status;
}

} // namespace packbench
