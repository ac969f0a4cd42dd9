#pragma once

#include "bench/benchsettings.h"
#include "bench/clockwatch.h"
#include "bench/repeatfilter.h"
#include "bench/station.h"
#include "ledger/handoverbook.h"

namespace packbench {

/// How far back parcels that left and are on no list are looked for.
constexpr int kMissedDays = 7;

/// A courier's pick-up: parcels that were dispatched are scanned onto the courier's list, counted
/// and signed. What is scanned is journalled like any other scan.
class Handing {
public:
    Handing(Ledger& ledger, Clock& clock, ClockWatch& watch);

    void setPerson(const std::optional<Operator>& person) { m_person = person; }
    /// Opens the courier's list, or goes on with the one that is open.
    void begin(const QString& courier, const QString& driver, const QString& vehicle);
    /// Goes on with an open list. @returns whether there is one of that number.
    bool goOn(qint64 id);
    /// The list that is scanned onto; nothing = none.
    [[nodiscard]] std::optional<Handover> list() const;
    /// Without an open list the first label opens that of its courier. The confirm card signs: the
    /// driver counted as many as were scanned.
    [[nodiscard]] StationReply scan(const StationScan& scan);
    /// A label of a parcel that left: such a scan is for the vehicle, list or not.
    [[nodiscard]] bool isOfGone(const QString& text) const;
    /// What left with that courier and is on no list yet.
    [[nodiscard]] QList<HandoverParcel> missed() const;
    /// The driver's count and name; nothing is signed while the counts differ.
    /// @returns what is said, HandoverClosed when it is signed.
    [[nodiscard]] Notice close(int counted, const QString& signedBy);
    /// The same where the driver counted what was scanned: nobody counts twice.
    [[nodiscard]] Notice sign(const QString& driver, const QString& vehicle);
    /// Scans go elsewhere again; the list stays open.
    void leave() { m_id = 0; }

private:
    struct Judged;
    [[nodiscard]] Judged judge(const QString& text);
    [[nodiscard]] Judged judgeSigning();
    void openList(const QString& courier, const QString& driver, const QString& vehicle);
    [[nodiscard]] Notice signList(int counted, const QString& signedBy, const QString& driver,
                                  const QString& vehicle);
    [[nodiscard]] Notice signedWith(const std::function<Notice()>& signing);
    [[nodiscard]] Judged put(qint64 parcelId, const QString& waybill, const QString& courier);

    Ledger& m_ledger;
    Clock& m_clock;
    ClockWatch& m_watch;
    BenchSettings m_settings;
    RepeatFilter m_repeats;
    std::optional<Operator> m_person;
    qint64 m_id = 0;
};

} // namespace packbench
