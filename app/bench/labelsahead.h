#pragma once

#include "bench/numbersahead.h"
#include "drivers/printerlanguage.h"
#include "labels/fields.h"
#include "labels/template.h"
#include "ledger/records.h"

#include <QHash>
#include <QMutex>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace packbench {

class Ledger;
struct BenchSettings;

/// An order's label as values, before anybody packs it: all that its drawing needs.
struct LabelAhead {
    OrderKey key;
    std::shared_ptr<const LabelTemplate> form;
    LabelFields fields;
    QString problem; ///< why it cannot be printed whatever it looks like: it has no template or
                     ///< will find no number; else empty
};

/// What drawing it came to.
struct DrawnAhead {
    OrderKey key;
    QString stops;        ///< why it could not be printed, empty = it can
    QStringList findings; ///< what else a person should look at
    QByteArray bytes;     ///< for the printer
};

/// The labels of open orders, read from the ledger in the order they will be packed; numbers are
/// counted, not taken. Templates are read once for each courier.
class LabelsToCome {
public:
    LabelsToCome(Ledger& ledger, const BenchSettings& settings, Instant now);
    /// Nothing for an order whose label is not drawn here: it is held or out, its label comes ready
    /// made, or its address is hidden.
    [[nodiscard]] std::optional<LabelAhead> of(const OrderRecord& order);
    /// The pools that the orders so far will take their numbers from.
    [[nodiscard]] QList<PoolAhead> pools() const { return m_numbers.pools(); }

private:
    struct Form {
        std::shared_ptr<const LabelTemplate> form;
        QString problem;
    };
    [[nodiscard]] Form formFor(const QString& courier);
    /// Why printing will have no number for it, empty where it will.
    [[nodiscard]] QString numberProblem(const ParcelRecord& parcel);

    Ledger& m_ledger;
    const BenchSettings& m_settings;
    Instant m_now;
    NumbersAhead m_numbers;
    QHash<QString, Form> m_forms; ///< by name
};

/// Draws, proofs and encodes labels on several threads; what was not begun can be cancelled. Values
/// in, values out: it knows neither ledger nor printer.
class LabelsAhead {
public:
    struct Printer {
        PrinterLanguage language = PrinterLanguage::Zpl;
        int dotsPerMm = 8;
        PrintSetup setup;
    };
    /// Called in one of the threads, by one at a time.
    using Told = std::function<void(const DrawnAhead&)>;

    LabelsAhead(int threads, Printer printer, Told told);
    ~LabelsAhead(); ///< cancels, and waits for the labels that are being drawn
    LabelsAhead(const LabelsAhead&) = delete;
    LabelsAhead& operator=(const LabelsAhead&) = delete;

    void add(const LabelAhead& label);
    void cancel();
    /// Waits for all that were added and not cancelled. @returns false when the time was up before.
    bool wait(int milliseconds = -1);

private:
    Printer m_printer;
    Told m_told;
    QMutex m_telling;
    std::atomic<bool> m_isCancelled = false;
    QThreadPool m_pool;
};

} // namespace packbench
