#pragma once

#include "bench/benchsettings.h"
#include "bench/clock.h"
#include "bench/clockwatch.h"
#include "bench/dueboard.h"
#include "bench/keyedact.h"
#include "bench/labelling.h"
#include "bench/packing.h"
#include "bench/repeatfilter.h"
#include "bench/snapshot.h"
#include "shipping/copymark.h"
#include "shipping/operator.h"
#include "shipping/scancode.h"

#include <QSet>

#include <functional>
#include <memory>
#include <optional>

namespace packbench {

class Ledger;
struct PrintJob;

/// A code from a scanner.
struct StationScan {
    QString text;
    QString aim;
    QString device = QStringLiteral("scanner");
    qint64 serial = 0;   ///< the sender's number, given back in the snapshot
    bool isTimed = true; ///< false: it came without a time of its own (a pipe), never a repeat
    QString key{};       ///< made by whoever sends it before its first attempt; empty = made here
};

/// What one scan came to, or (`isEvent`) what happened after it by itself.
struct StationReply {
    bool isEvent = false;
    bool wasHeld = false; ///< a held scan judged after the release
    QString scan;
    QString kind;    ///< word(ScanKind)
    QString outcome; ///< stable word
    std::optional<OrderKey> order;
    int line = 0; ///< 1 = first line of the order, 0 = none
    QString sku;
    int done = 0; ///< of that line
    int required = 0;
    int orderDone = 0;
    int orderRequired = 0;
    Verdict verdict = Verdict::None;
    Notice notice;
    QString key{};         ///< given with the scan or act, empty = none was
    bool isReplay = false; ///< it was done before: this is the answer of then

    bool operator==(const StationReply&) const = default;
};

/// One bench: who is signed on, which order is open, what the next scan means. Straight-line code
/// of the bench thread; every scan is journalled before it is judged, and every effect of a scan is
/// one transaction.
class Station {
public:
    using Submit = std::function<void(const PrintJob&)>;
    using Cancel = std::function<void(qint64 copyId)>;
    using Flush = std::function<void(const LabelCopy& copy)>;

    /// `submit` hands a label to the print queue; the copy is SENDING in the ledger by then.
    /// `cancel` asks the queue to give one up; what came of it is told to `printed`.
    /// `flush` asks it to have the printer drop a label that waits there; that comes to `flushed`.
    Station(Ledger& ledger, Clock& clock, Submit submit, Cancel cancel = {}, Flush flush = {});
    ~Station();
    Station(const Station&) = delete;
    Station& operator=(const Station&) = delete;

    /// Judges and applies one scan. The first reply answers it; events and released scans follow.
    [[nodiscard]] QList<StationReply> scan(const StationScan& scan);
    /// The print queue's answer for a copy.
    [[nodiscard]] QList<StationReply> printed(qint64 copyId, const SendReport& report);
    /// Whether the printer took the order to drop the label that waited in it.
    [[nodiscard]] QList<StationReply> flushed(qint64 copyId, bool wasTaken);
    /// The printer's state changed, as polled.
    [[nodiscard]] QList<StationReply> printerIs(PrinterState state);
    /// … with its label counter, where it has one: that proves labels, or that two came out.
    [[nodiscard]] QList<StationReply> printerIs(const PrinterStatus& status);
    /// It printed something that is no parcel's label.
    void testPrinted(std::optional<qint64> labelsPrinted);

    // The three verbs, as asked for on a page; each needs a reason.
    /// The same number once more, as the next copy. Of a label that was scanned on its parcel: a
    /// supervisor only, and it is scanned again.
    [[nodiscard]] QList<StationReply> printAgain(qint64 copyId, const QString& reason,
                                                 const QString& key = {});
    /// Gives the number up and takes another: a supervisor only, never of what has left.
    [[nodiscard]] QList<StationReply> redo(qint64 copyId, const QString& reason,
                                           const QString& key = {});
    /// One more carton of the order, with a number and label of its own.
    [[nodiscard]] QList<StationReply> extraParcel(qint64 orderId, const QString& reason,
                                                  const QString& key = {});
    /// A further carton that was asked for by mistake (`carton` 0 = the last): the order needs one
    /// less. A supervisor only, with a reason, where its label may have been printed.
    [[nodiscard]] QList<StationReply>
    takeBackCarton(qint64 orderId, int carton, const QString& reason, const QString& key = {});

    /// "It is not there": a label in doubt that nobody found is void. Nothing prints by itself.
    [[nodiscard]] QList<StationReply> notThere(qint64 copyId, const QString& key = {});
    /// The last scan before this start; nothing on a fresh ledger.
    [[nodiscard]] std::optional<Instant> stoppedAt() const { return m_stoppedAt; }
    /// Scans of before this start without a verdict: held behind a refusal, or cut off.
    [[nodiscard]] const QList<ScanRecord>& notCounted() const { return m_notCounted; }
    /// Says so as a refusal that stands until the first scan that counts; that one judges them.
    [[nodiscard]] QList<StationReply> tellNotCounted();
    /// Ready-made labels came for these orders: the open one's prints as a first label does.
    [[nodiscard]] QList<StationReply> labelsArrived(const QList<qint64>& orders);
    /// Gives up a label of which nothing has left, as asked for on a page.
    [[nodiscard]] QList<StationReply> cancelLabel(qint64 copyId, const QString& key = {});

    /// A scan on the devices page, to try the scanner: journalled, never judged.
    void tried(const StationScan& scan);
    /// The order a scan names, which opens nothing; `several` shops may have one of that number.
    [[nodiscard]] std::optional<OrderRecord> named(const StationScan& scan, bool& several);
    /// A scan that something else answers: journalled with what it came to, never judged here.
    void noted(const StationScan& scan, const QString& outcome);
    void scaleIs(Lamp lamp);
    /// `stops`: why no order is opened and no label made (no room on the disk), None = nothing
    /// does. Scans are journalled all the same.
    void ledgerIs(Lamp lamp, const Notice& stops);
    /// What the scale shows for the open parcel; goes onto its label.
    void weighed(int grams);
    /// A label that waits, of which nothing has left, is made anew for it.
    [[nodiscard]] QList<StationReply> usePrinter(const PrinterDescription& printer);
    [[nodiscard]] const PrinterDescription& printer() const { return m_printer; }
    /// Who is signed on.
    [[nodiscard]] const std::optional<Operator>& person() const { return m_person; }
    [[nodiscard]] PrinterState printerState() const { return m_printerState; }
    /// Due figures of the strip, asked for after imports and once a minute.
    void refreshStrip();
    /// Reads the open order anew, after an import may have changed or stopped it.
    void refreshOrder();
    void reloadSettings();
    [[nodiscard]] const BenchSettings& settings() const { return m_settings; }
    [[nodiscard]] const WorkingCalendar& calendar() const { return m_calendar; }
    [[nodiscard]] ClockWatch& clockWatch() { return m_watch; }
    [[nodiscard]] const StationSnapshot& snapshot() const { return m_snapshot; }

private:
    /// What a scan would do now; judged without any effect.
    struct Judgement;
    enum class Action;

    // stationjudge.cpp
    [[nodiscard]] Judgement judge(const ScanCode& code);
    [[nodiscard]] Judgement judgeCommand(const ScanCode& code);
    [[nodiscard]] Judgement judgeQuickCommand(const ScanCode& code);
    [[nodiscard]] Judgement judgeBadge(const ScanCode& code);
    [[nodiscard]] Judgement judgeIdle(const ScanCode& code);
    [[nodiscard]] Judgement judgePacking(const ScanCode& code);
    [[nodiscard]] Judgement judgePick(const ScanCode& code, const QList<ItemMatch>& matches,
                                      const QString& serial);
    [[nodiscard]] Judgement refusedPick(const ScanCode& code, const QList<ItemMatch>& matches,
                                        const PickVerdict& verdict);
    [[nodiscard]] Judgement judgeSerial(const ScanCode& code);
    [[nodiscard]] Judgement judgeBinding(const QString& waybill);
    [[nodiscard]] Judgement refusedLabel(const QString& outcome, Verdict verdict,
                                         const Notice& notice) const;
    [[nodiscard]] std::optional<Judgement> judgeCopyMark(const ScanCode& code,
                                                         const QString& expected);
    [[nodiscard]] std::optional<Judgement> judgeMark(const std::optional<CopyMark>& mark,
                                                     const ParcelRecord& parcel,
                                                     const QString& number,
                                                     const std::optional<LabelCopy>& copy);
    [[nodiscard]] bool isVoid(const ParcelRecord& parcel, const CopyMark& mark);
    /// A number alone does not tell the copies of a label apart; nothing = it does.
    [[nodiscard]] std::optional<Judgement> judgeCopies(const LabelCopy& copy);
    [[nodiscard]] Judgement judgeLabelScan(const ScanCode& code);
    [[nodiscard]] Judgement judgeStrayLabel(const ScanCode& code, const OrderRecord& order);
    [[nodiscard]] Judgement judgeOpening(const OrderRecord& order);
    [[nodiscard]] Judgement judgeSingleItem(const ScanCode& code, const QList<ItemMatch>& matches);
    [[nodiscard]] Judgement unknown(const ScanCode& code) const;
    [[nodiscard]] QList<ItemMatch> matchesOf(const ScanCode& code) const;
    [[nodiscard]] std::optional<OrderRecord> orderNamed(const ScanCode& code, bool& several) const;

    // station.cpp
    QList<StationReply> judged(const StationScan& scan, const ScanCode& code, qint64 scanId,
                               bool wasHeld);
    QList<StationReply> applied(const Judgement& judgement, const ScanCode& code, qint64 scanId,
                                bool wasHeld);
    void commitEffects(const Judgement& judgement, const ScanCode& code, qint64 scanId,
                       const StationReply& before);
    [[nodiscard]] static bool closes(const Judgement& judgement); ///< the open order
    [[nodiscard]] bool alarmStands() const;
    void stand(const Judgement& judgement, const ScanCode& code);
    QList<StationReply> releaseHeld();
    [[nodiscard]] StationReply reply(const Judgement& judgement, const ScanCode& code,
                                     bool wasHeld) const;
    [[nodiscard]] StationReply event(const QString& outcome, Verdict verdict,
                                     const Notice& notice) const;
    void finishSnapshot(const StationReply& last, qint64 scanSerial);
    [[nodiscard]] qint64 journal(const StationScan& scan);

    // stationkeys.cpp
    struct Memory;
    [[nodiscard]] Memory remember() const;
    void recall(const Memory& memory);
    [[nodiscard]] KeyedAct act(const QString& key, const QString& kind, const QByteArray& body);
    [[nodiscard]] KeyedAct actOf(const StationScan& scan);
    /// The scan's answer goes under its key, with the open transaction.
    void answered(const StationReply& reply);
    [[nodiscard]] std::optional<StationReply> knownScan(const StationScan& scan);
    [[nodiscard]] std::optional<StationReply> parkedWhenLate(const StationScan& scan,
                                                             const ScanCode& code);
    /// A verdict without any effect.
    void conclude(qint64 scanId, const ScanCode& code, const StationReply& reply, qint64 orderId);
    /// `done` is the answer once its effect is stored: whatever is committed first takes it along.
    [[nodiscard]] QList<StationReply> acted(KeyedAct act, const StationReply& done,
                                            const std::function<QList<StationReply>()>& work);
    [[nodiscard]] QList<StationReply> printedAgain(qint64 copyId, const QString& reason);
    [[nodiscard]] QList<StationReply> redone(qint64 copyId, const QString& reason);
    [[nodiscard]] QList<StationReply> parcelAdded(qint64 orderId, const QString& reason);

    // stationgate.cpp
    /// Why nothing may be dispatched now.
    [[nodiscard]] std::optional<Judgement> clockStops(const OrderRecord& order);
    [[nodiscard]] Judgement judgeClockRight();
    /// A box code, stuck on the open order's box.
    [[nodiscard]] Judgement judgeBox(const ScanCode& code);

    // stationapply.cpp
    void apply(const Judgement& judgement, const ScanCode& code, qint64 scanId);
    void open(qint64 orderId);
    void count(const Judgement& judgement, qint64 scanId);
    void close();
    void confirmRemarks();
    void undo();

    // stationcancel.cpp
    /// What giving up this copy comes to now: it is done by `giveUp`, or it is too late.
    [[nodiscard]] Judgement judgeCancelling(const LabelCopy& copy);
    void giveUp(const LabelCopy& copy);
    /// Its printer waits with it, is there and can drop it.
    [[nodiscard]] bool mayBeDropped(const LabelCopy& copy) const;
    /// Nothing of it has left: dead for ever. An order none of whose labels ever left may change
    /// again.
    void voidUnsent(const LabelCopy& copy);
    /// The queue gave it up before its first byte.
    [[nodiscard]] QList<StationReply> givenUp(const LabelCopy& copy);
    void nameOrder(StationReply& happened, qint64 orderId);

    // stationverbs.cpp
    [[nodiscard]] bool isSupervisor() const;
    [[nodiscard]] Judgement judgeVerb(const ScanCode& code);
    void askVerb(const ScanCode& code, qint64 orderId);
    [[nodiscard]] Judgement judgeVerbOrder(const ScanCode& code);
    [[nodiscard]] QList<StationReply> doVerb(const QString& reason);
    [[nodiscard]] std::optional<Judgement> refusedVerb(const LabelCopy& copy,
                                                       const QString& reason);
    QList<StationReply> told(const Judgement& judgement);
    void takeUp(const LabelCopy& copy);

    // stationcarton.cpp
    /// The cancel card: the label at hand, else the carton that was asked for by mistake.
    [[nodiscard]] Judgement judgeCancelCard(bool hasCopy);
    [[nodiscard]] Judgement judgeTakingBack(qint64 orderId, int carton, const QString& reason);
    void takeBack(qint64 parcelId, const QString& reason);
    void discardReadyMade(const ParcelRecord& carton);

    // stationevidence.cpp
    void expectCount(qint64 copyId);
    void expectNoCount(qint64 copyId);
    [[nodiscard]] QList<StationReply> counted(const PrinterStatus& status);
    [[nodiscard]] QList<StationReply> settled(qint64 step);
    [[nodiscard]] StationReply twoCameOut(const LabelCopy& copy, qint64 step);
    void noteUnsure(const LabelCopy& copy);
    [[nodiscard]] std::optional<qint64> takeFlush(const LabelCopy& next);
    void doubtWaiting(const LabelCopy& flushedFor);
    /// Labels that waited in the bench's printer, whoever's: out, or in doubt.
    [[nodiscard]] QList<StationReply> settleWaiting(PrinterState state);
    [[nodiscard]] StationReply waitedFor(const LabelCopy& copy, bool isDoubted);
    /// The printer would refuse the open label as it did before.
    [[nodiscard]] bool wouldBeRefused() const;

    // stationstart.cpp
    void takeStock();
    void judgeNotCounted();
    [[nodiscard]] Judgement judgeNotThere();
    void voidNotThere(qint64 copyId);

    // stationlabel.cpp
    [[nodiscard]] QList<StationReply> afterwards(const Judgement& judgement);
    [[nodiscard]] QList<StationReply> nextCarton(const Judgement& judgement);
    [[nodiscard]] QList<StationReply> labelIfReady();
    [[nodiscard]] QList<StationReply> makeLabel();
    [[nodiscard]] QList<StationReply> send(const LabelCopy& copy);
    /// Sends a copy of which nothing has left yet; the same copy, the same number.
    [[nodiscard]] QList<StationReply> sendWaiting();
    /// Why no label may go to the printer that is chosen.
    [[nodiscard]] std::optional<StationReply> cannotSend() const;
    /// No label of an order that was stopped meanwhile, neither a first nor another one.
    [[nodiscard]] std::optional<QList<StationReply>> stoppedMeanwhile(qint64 orderId);
    [[nodiscard]] bool hasWaitingLabel() const;
    [[nodiscard]] static Labelling::Made attempted(const std::function<Labelling::Made()>& making);
    [[nodiscard]] QList<StationReply> refusedLabel(const Notice& why);
    /// What is known of the open order's label, told when the order is opened again.
    [[nodiscard]] QList<StationReply> labelSoFar();
    [[nodiscard]] QList<StationReply> copyAgain(const LabelCopy& before, const QString& reason);
    /// What is told when nothing of a copy was sent; what no waiting mends stands until dealt with.
    [[nodiscard]] StationReply nothingSent(const LabelCopy& copy, const SendReport& report);
    [[nodiscard]] QList<StationReply> nothingCame();
    void bind(const Judgement& judgement);
    void freeReadyMade(qint64 orderId);
    void showLabel(const LabelCopy& copy);
    [[nodiscard]] LabelOccasion occasion(const QString& reason = {}) const;

    Ledger& m_ledger;
    Clock& m_clock;
    ClockWatch m_watch;
    Submit m_submit;
    Cancel m_cancel;
    Flush m_flush;
    QSet<qint64> m_cancelling; ///< copies at the queue that somebody asked to give up
    BenchSettings m_settings;
    WorkingCalendar m_calendar;
    Labelling m_labelling;
    RepeatFilter m_repeats;
    PrinterDescription m_printer;
    PrinterState m_printerState = PrinterState::Unknown;
    std::optional<qint64> m_counter; ///< of the bench's printer, as it last told
    bool m_counterCounts = false;    ///< it was seen to count a label: only then silence proves
    /// Labels sent since the counter stood at `before`.
    struct Counting {
        QList<qint64> copies;
        qint64 before = 0;
        int quietPolls = 0; ///< it was ready and had not counted them
    };
    std::optional<Counting> m_counting;
    /// Printers that may hold a label nobody is sure of, and how long it is at most.
    QHash<QString, qint64> m_unsure;
    bool m_somethingWaits = false; ///< a printer has a label and waits for paper or the like
    std::optional<Instant> m_stoppedAt;
    QList<ScanRecord> m_notCounted;
    bool m_isNotCountedTold = false;

    std::optional<Operator> m_person;
    std::optional<Packing> m_packing;
    std::optional<LabelCopy> m_copy;      ///< of the open order
    std::optional<ParcelRecord> m_parcel; ///< of the open order, once it has a number
    bool m_labelArrived = false;          ///< behind a refusal: it prints once that is released
    bool m_waitsForReason = false;        ///< "print again" was asked for, the reason is missing
    struct AskedVerb {
        Command verb = Command::None;
        qint64 orderId = 0; ///< 0 = the next scan names it
    };
    std::optional<AskedVerb> m_verb; ///< a card asked for it, order or reason are missing
    qint64 m_askedToDestroy = 0;     ///< copy whose older labels are to be destroyed first
    int m_serialLine = -1;           ///< pick line that waits for its serial number
    int m_quantity = 1;
    int m_grams = 0; ///< of the open parcel, 0 = not weighed
    Notice m_ledgerStops;
    bool m_singleItem = false;
    std::optional<ShownRefusal> m_refusal;
    Verdict m_refusalVerdict = Verdict::None;
    struct HeldScan {
        StationScan scan;
        ScanCode code;
        qint64 scanId = 0;
    };
    QList<HeldScan> m_held;
    std::optional<KeyedAct> m_scanAct;    ///< of the scan that is judged
    std::optional<Instant> m_newestKeyAt; ///< of this bench's keys that were used
    qint64 m_addedCarton = 0;             ///< of the open order, asked for since it was opened
    qint64 m_lastDispatchedParcel = 0;
    bool m_lastWasLate = false; ///< that parcel left after its limit, a reason card may say why
    StationSnapshot m_snapshot;
};

} // namespace packbench
