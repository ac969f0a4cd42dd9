#pragma once

#include "model.h"

#include "bench/clock.h"
#include "bench/clockwatch.h"
#include "bench/gate.h"
#include "bench/printqueue.h"
#include "bench/station.h"
#include "ledger/ledger.h"

#include <QTemporaryDir>

#include <map>
#include <memory>

namespace packbench::faults {

/// The real bench (station, ledger, labels) led along the model's moves: two orders, three numbers.
/// The printer, the loose labels and the boxes are the test's; a scan hands over the mark that
/// stands on the label.
class BenchModel {
public:
    BenchModel();
    ~BenchModel();
    BenchModel(const BenchModel&) = delete;
    BenchModel& operator=(const BenchModel&) = delete;

    /// Does in the real bench what the move does in the model. @returns what the bench said
    /// wrongly.
    [[nodiscard]] QString follow(const State& before, const Step& step);
    /// What the ledger holds, as the model sees it, put over the test's own half of `expected`.
    [[nodiscard]] State seen(const State& expected) const;

private:
    void restart();
    void openAgain(std::uint8_t parcel);
    [[nodiscard]] QString scan(const QString& text); ///< outcomes, joined by blanks
    /// Box and label at the gate. @returns what it said to the label.
    [[nodiscard]] QString pass(const QString& box, const QString& label);
    [[nodiscard]] QString mark(const PaperLabel& label); ///< as it stands on the label's picture
    [[nodiscard]] QString number(std::uint8_t at) const { return m_numbers.at(at - 1); }
    void printerIsAway(bool isAway);

    QTemporaryDir m_folder;
    SteeredClock m_clock;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<Station> m_station;
    std::unique_ptr<ClockWatch> m_watch;
    std::unique_ptr<Gate> m_gate; ///< uses the watch
    QList<PrintJob> m_jobs;
    QStringList m_orders;
    QStringList m_numbers;
    std::map<PaperLabel, QString> m_marks;
    int m_open = -1; ///< which parcel's order is open
};

} // namespace packbench::faults
