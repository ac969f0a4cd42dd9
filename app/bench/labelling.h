#pragma once

#include "bench/benchsettings.h"
#include "bench/notice.h"
#include "drivers/printer.h"
#include "labels/fields.h"
#include "labels/layout.h"
#include "ledger/records.h"
#include "shipping/operator.h"

#include <optional>

namespace packbench {

class Ledger;

/// What is printed on a parcel's label besides the order itself.
struct LabelOccasion {
    Operator person;
    Instant now;
    int copyNo = 1;
    QString reason; ///< why another copy, empty for the first
    int grams = 0;  ///< weighed, 0 = not
};

/// What the label may show, copied out of order and parcel; persons masked (privacy rules), and in
/// full besides for a template that unmasks them.
[[nodiscard]] LabelFields labelFields(const OrderRecord& order, const ParcelRecord& parcel,
                                      const BenchSettings& settings, const LabelOccasion& occasion);

/// Stands on a label that is drawn before it has its number.
inline const QString kSampleNumber = QStringLiteral("SAMPLE0000000");

/// Why a copy is VOID that never left: a person gave it up.
inline const QString kLabelCancelled = QStringLiteral("cancelled");
/// … or it was drawn anew, for another printer or template.
inline const QString kLabelNotSent = QStringLiteral("not-sent");

/// … or its number was given up with it.
inline const QString kLabelRedone = QStringLiteral("redone");
/// … or somebody looked and said that it did not come out.
inline const QString kLabelNotThere = QStringLiteral("not-there");

/// … or the printer was told to drop it while it waited there.
inline const QString kLabelDropped = QStringLiteral("dropped");

/// Whether anything of this copy may have reached a printer.
[[nodiscard]] bool mayHaveLeft(const LabelCopy& copy);

/// Makes labels: takes a number, draws, proofs, encodes, writes the copy down as PREPARED.
class Labelling {
public:
    Labelling(Ledger& ledger, const BenchSettings& settings)
        : m_ledger(ledger), m_settings(settings) {}

    /// Either a prepared copy, or why there is none.
    struct Made {
        std::optional<LabelCopy> copy;
        Notice refused;
        qint64 incoming = 0; ///< the ready-made label it is, 0 = drawn by ourselves
    };
    /// Whether a label of the shop's system is there for the order.
    [[nodiscard]] bool hasReadyMade(const OrderRecord& order);
    /// The carton the bench will label next, with courier and number as printing decides them, but
    /// nothing is taken: a pool's number is kSampleNumber.
    [[nodiscard]] ParcelRecord parcelToCome(const OrderRecord& order);
    /// The order's first label. Its own number, a pool's number of its courier, in that order.
    [[nodiscard]] Made make(const OrderRecord& order, const PrinterDescription& printer,
                            LabelOccasion occasion);
    /// The same number once more, as the next copy; the one before becomes VOID.
    [[nodiscard]] Made again(const LabelCopy& before, const PrinterDescription& printer,
                             LabelOccasion occasion);
    /// This number is given up for ever, with who and why; the same carton gets another one and its
    /// label. All copies there were become VOID.
    [[nodiscard]] Made redo(const ParcelRecord& before, const PrinterDescription& printer,
                            const LabelOccasion& occasion);
    /// One more carton of the order, "m of m"; the others become "of m". A label of the shop's that
    /// waited behind the first is taken for it. Its own label is made as a first one is.
    ParcelRecord addCarton(qint64 orderId);
    /// The same copy for the printer the bench has now: nothing of it was ever sent.
    [[nodiscard]] Made refit(const LabelCopy& copy, const PrinterDescription& printer,
                             LabelOccasion occasion);

private:
    [[nodiscard]] std::optional<ParcelRecord> parcelWithNumber(const OrderRecord& order);
    [[nodiscard]] std::optional<ParcelRecord> withNumber(const OrderRecord& order,
                                                         const std::optional<ParcelRecord>& known);
    [[nodiscard]] Made redone(const ParcelRecord& before, const PrinterDescription& printer,
                              LabelOccasion occasion);
    [[nodiscard]] QList<LabelCopy> copiesOf(const ParcelRecord& parcel);
    [[nodiscard]] bool isOutdated(const OrderRecord& order, const ParcelRecord& parcel);
    [[nodiscard]] QString courierFor(const OrderRecord& order) const;
    /// The courier whose label it is: the number's own, where its form decides one.
    [[nodiscard]] QString courierWith(const QString& number, const OrderRecord& order) const;
    /// The number the label must have; empty = one of a pool.
    [[nodiscard]] QString numberFor(const OrderRecord& order, const ParcelRecord& parcel);
    [[nodiscard]] std::optional<Waybill> takeNumber(const OrderRecord& order,
                                                    const ParcelRecord& parcel);
    /// Why it got none.
    [[nodiscard]] Notice noNumber(const OrderRecord& order, const ParcelRecord& parcel);
    void takeSecondLabel(qint64 orderId);
    [[nodiscard]] std::optional<IncomingLabel> readyMade(const OrderRecord& order,
                                                         const ParcelRecord& parcel);
    [[nodiscard]] Made fromReadyMade(const IncomingLabel& label, const ParcelRecord& parcel,
                                     const PrinterDescription& printer,
                                     const LabelOccasion& occasion) const;
    [[nodiscard]] Made drawn(const OrderRecord& order, const ParcelRecord& parcel,
                             const PrinterDescription& printer, const LabelOccasion& occasion);
    [[nodiscard]] Made prepared(const OrderRecord& order, const ParcelRecord& parcel,
                                const PrinterDescription& printer, const LabelOccasion& occasion,
                                qint64 voids);
    [[nodiscard]] Made kept(Made made, const OrderRecord& order, const ParcelRecord& parcel,
                            const LabelOccasion& occasion, qint64 voids);

    /// Writes a drawn copy down as PREPARED; inside the caller's transaction.
    void keep(Made& made, const OrderRecord& order, const ParcelRecord& parcel);

    Ledger& m_ledger;
    const BenchSettings& m_settings;
};

} // namespace packbench
