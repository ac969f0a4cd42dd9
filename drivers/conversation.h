#pragma once

#include "drivers/printer.h"
#include "drivers/stopwatch.h"

namespace packbench {

struct StatusQuery;

/// How a label is handed over and a status is asked for, whatever the way to the device.
/// Chunks, exact counts, a stall deadline; nothing is ever sent twice.
class Conversation : public LabelPrinter {
public:
    /// What outlives one opening of a printer: it may still hold a part of a label.
    struct Memory {
        std::atomic<bool> holdsPartOfLabel = false;
    };

    Conversation(PrinterDescription description, std::unique_ptr<Transport> transport,
                 Stopwatch stopwatch = steadyStopwatch(),
                 std::shared_ptr<Memory> memory = std::make_shared<Memory>());

    [[nodiscard]] const PrinterDescription& description() const override { return m_description; }
    [[nodiscard]] SendReport send(const QByteArray& label,
                                  const std::atomic<bool>& cancel) override;
    [[nodiscard]] PrinterStatus status() override;

    static constexpr qsizetype kChunk = 8192;
    static constexpr int kPatienceMs = 250; ///< for one chunk, before cancel is looked at again
    static constexpr int kStallMs = 5000;   ///< without any progress
    static constexpr int kAnswerMs = 250;

private:
    enum class Outcome { Done, Cancelled, Gone, Stuck, Refused };
    struct Course {
        Outcome outcome = Outcome::Done;
        qint64 taken = 0;
        bool submitted = false;
    };
    [[nodiscard]] Course handOver(const QByteArray& bytes, const std::atomic<bool>& cancel);
    [[nodiscard]] SendReport reportOn(const Course& course, qint64 labelSize);
    [[nodiscard]] bool mayAsk() const;
    [[nodiscard]] PrinterState stateByHint();
    /// Nothing: the query was not taken, or not wholly.
    [[nodiscard]] std::optional<PrinterStatus> ask(const StatusQuery& query);
    [[nodiscard]] QByteArray readAnswer(const StatusQuery& query, qint64 deadline);
    void drain();

    PrinterDescription m_description;
    std::unique_ptr<Transport> m_transport;
    Stopwatch m_stopwatch;
    std::shared_ptr<Memory> m_memory;
};

} // namespace packbench
