#pragma once

#include "drivers/printer.h"
#include "drivers/stopwatch.h"

namespace packbench {

struct StatusQuery;

/// How a label is handed over and a status is asked for, whatever the way to the device.
/// Chunks, exact counts, a stall deadline; nothing is ever sent twice.
class Conversation : public LabelPrinter {
public:
    /// A chunk of a printer nobody knows yet, and of one that lets others wait.
    static constexpr qsizetype kChunk = 8192;
    /// … of one that took every chunk so far in an instant: each transfer costs time of its own.
    static constexpr qsizetype kLongestChunk = 131'072;
    static constexpr int kInstantMs = 100;

    /// What outlives one opening of a printer. Used by one thread at a time, as the printer is.
    struct Memory {
        bool holdsPartOfLabel = false;
        qint64 missing = 0; ///< bytes of that label which were not taken
        /// Of each query of the language: whether it was ever answered, how often it was not, and
        /// when it may be asked again (stopwatch).
        struct Query {
            bool hasAnswered = false;
            int silences = 0;
            qint64 notBefore = 0;
        };
        QList<Query> queries;
        Query counter;            ///< the same of the label counter
        qsizetype chunk = kChunk; ///< as much as it takes in an instant
    };

    Conversation(PrinterDescription description, std::unique_ptr<Transport> transport,
                 Stopwatch stopwatch = steadyStopwatch(),
                 std::shared_ptr<Memory> memory = std::make_shared<Memory>());

    [[nodiscard]] const PrinterDescription& description() const override { return m_description; }
    [[nodiscard]] SendReport send(const QByteArray& label,
                                  const std::atomic<bool>& cancel) override;
    [[nodiscard]] PrinterStatus status() override;
    [[nodiscard]] std::optional<qint64> labelCount() override;
    [[nodiscard]] bool flush(qint64 missing) override;

    static constexpr int kPatienceMs = 250; ///< for one chunk, before cancel is looked at again
    static constexpr int kStallMs = 5000;   ///< without any progress
    static constexpr int kAnswerMs = 250;
    static constexpr int kSliceMs = 20; ///< of waiting for an answer, before hurry is looked at
    static constexpr qint64 kFirstPauseMs = 8000; ///< before a mute printer is asked again
    static constexpr qint64 kLongestPauseMs = 300'000;

    void hurry(const std::atomic<bool>* isUrgent) override { m_isUrgent = isUrgent; }

private:
    enum class Outcome { Done, Cancelled, Gone, Stuck, Refused };
    struct Course {
        Outcome outcome = Outcome::Done;
        qint64 taken = 0;
        bool submitted = false;
    };
    [[nodiscard]] Course handOver(const QByteArray& bytes, const std::atomic<bool>& cancel);
    /// A chunk taken in an instant makes the next twice as long, one that was waited for short.
    void adaptChunk(const Transfer& transfer, qint64 milliseconds);
    [[nodiscard]] Course withoutLost(Course course);
    [[nodiscard]] Course arrived(Course course, const std::atomic<bool>& cancel);
    [[nodiscard]] SendReport reportOn(const Course& course, qint64 labelSize);
    [[nodiscard]] bool mayAsk() const;
    [[nodiscard]] PrinterState stateByHint();
    /// Nothing: the query was not taken, or not wholly.
    [[nodiscard]] std::optional<PrinterStatus> ask(const StatusQuery& query);
    /// Whether all bytes of a question were taken; else nothing more may be asked.
    [[nodiscard]] Transfer question(QLatin1String bytes);
    [[nodiscard]] QByteArray readAnswer(bool (*isWhole)(const QByteArray&), qint64 deadline);
    [[nodiscard]] bool isUrgent() const { return m_isUrgent != nullptr && *m_isUrgent; }
    [[nodiscard]] QByteArray endOfHalfLabel() const;
    void noteAnswer(Memory::Query& query, bool isAnswered);
    void drain();

    PrinterDescription m_description;
    std::unique_ptr<Transport> m_transport;
    Stopwatch m_stopwatch;
    std::shared_ptr<Memory> m_memory;
    const std::atomic<bool>* m_isUrgent = nullptr;
};

} // namespace packbench
