#pragma once

#include "drivers/printerlanguage.h"
#include "drivers/transport.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace packbench {

/// A printer the bench could use, as found.
struct PrinterDescription {
    QString id;    ///< stable: "virtual", or "usb:VVVV:PPPP:serial" / "usb:VVVV:PPPP@bus-port.port"
    QString model; ///< for people
    QString transport; ///< "virtual", "usb"
    PrinterLanguage language = PrinterLanguage::Zpl;
    bool languageKnown = true;    ///< false: the match table is not sure of it, a person must say
    bool languageOffered = false; ///< not known, but the table has this one in mind
    bool asksLanguage = false;    ///< a person may say it: nobody is sure of it, or one was said
    int dotsPerMm = 8;
    PrintSetup setup;
    bool letGoWhenIdle = false; ///< others cannot use it while somebody holds it open
    PrinterState state = PrinterState::Unknown;
    QString problem; ///< a sentence with what to do, empty when none

    bool operator==(const PrinterDescription&) const = default;
};

/// How handing over one label ended.
struct SendReport {
    enum class End {
        Accepted,    ///< every byte taken: "sent", not "printed"
        NothingSent, ///< refused before the first byte was submitted: safe to try again
        Uncertain    ///< a transfer was submitted and did not complete: a person decides
    };
    End end = End::NothingSent;
    qint64 bytesTaken = 0;
    PrinterState state = PrinterState::Unknown; ///< asked after sending, with a short deadline
    QString sentence;                           ///< what happened, English, empty when Accepted
    /// Why nothing was sent, where it is not the printer's state, a stable word: "too-wide"
    /// (figures: the label's and the head's millimetres), "unknown-language" (the printer's name).
    QString refusal{};
    QStringList figures{};
    std::optional<int> labelsRemaining{}; ///< as `state` was asked: PrinterStatus
    QStringList warnings{};
    std::optional<qint64> labelsPrinted{};
    /// Asked for: whether the printer took the order to drop what it held, before the first byte.
    std::optional<bool> flushed{};

    [[nodiscard]] PrinterStatus status() const {
        return {state, labelsRemaining, warnings, labelsPrinted};
    }

    bool operator==(const SendReport&) const = default;
};

/// One printer, opened. Used by one thread; `cancel` may be set from any.
class LabelPrinter {
public:
    LabelPrinter() = default;
    LabelPrinter(const LabelPrinter&) = delete;
    LabelPrinter& operator=(const LabelPrinter&) = delete;
    virtual ~LabelPrinter() = default;

    [[nodiscard]] virtual const PrinterDescription& description() const = 0;
    /// Sends one label's bytes in chunks; no progress for 5 s ends it as Uncertain.
    [[nodiscard]] virtual SendReport send(const QByteArray& label,
                                          const std::atomic<bool>& cancel) = 0;
    /// Asks with a short deadline (250 ms a query).
    [[nodiscard]] virtual PrinterStatus status() = 0;
    [[nodiscard]] PrinterState state() { return status().state; }
    /// Its counter of labels, asked with a short deadline; nothing where it has none.
    [[nodiscard]] virtual std::optional<qint64> labelCount() { return std::nullopt; }
    /// Has the printer drop all it holds of labels before, so that none comes out late: whole ones
    /// where the language can, else the half one. `missing`: how many bytes the half one may lack
    /// at most. @returns whether it took the order.
    [[nodiscard]] virtual bool flush(qint64 missing) {
        Q_UNUSED(missing)
        return false;
    }
    /// While the flag stands, a status question that is being waited for ends at once. The flag may
    /// be set from any thread and must outlive the printer.
    virtual void hurry(const std::atomic<bool>* isUrgent) { Q_UNUSED(isUrgent) }
};

/// Where printers come from: the USB bus, a list, the virtual printer. Used from several threads.
class PrinterBus {
public:
    PrinterBus() = default;
    PrinterBus(const PrinterBus&) = delete;
    PrinterBus& operator=(const PrinterBus&) = delete;
    virtual ~PrinterBus() = default;

    [[nodiscard]] virtual QList<PrinterDescription> present() = 0;
    /// Whether `open` knows this name now: as listed, or another name of a printer that is there.
    [[nodiscard]] virtual bool knows(const QString& id) {
        const QList<PrinterDescription> all = present();
        return std::any_of(all.cbegin(), all.cend(),
                           [&id](const PrinterDescription& one) { return one.id == id; });
    }
    /// @throws DeviceError when it is not there or cannot be opened.
    [[nodiscard]] virtual std::unique_ptr<LabelPrinter> open(const QString& id) = 0;
    /// Calls `told` whenever printers came or went, from any thread; a bus that cannot tell never
    /// does. Nothing is called once this returned after being set to nothing.
    // NOLINTNEXTLINE(performance-unnecessary-value-param): a bus that can tell keeps it
    virtual void whenChanged(std::function<void()> told) { Q_UNUSED(told) }
    /// A person said which language this printer speaks; counts from the next present() and open().
    virtual void setLanguage(const QString& id, PrinterLanguage language) {
        Q_UNUSED(id)
        Q_UNUSED(language)
    }
};

} // namespace packbench
