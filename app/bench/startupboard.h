#pragma once

#include "shipping/instant.h"
#include "shipping/order.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace packbench {

class Ledger;

/// A label that a start found unfinished, and all that is known of it.
struct StartUpRow {
    qint64 copyId = 0;
    OrderKey key;
    QString waybill;
    QString courier; ///< key
    int carton = 1;
    int cartons = 1;
    int copyNo = 1;
    QString state; ///< word(CopyState); "not-there": void, nobody found it, nothing printed since
    QString cause;
    QString evidence;    ///< word(LabelEvidence)
    qint64 cameOut = -1; ///< labels that the printer counted since; -1 = it does not tell
    QString printer;     ///< id
    qint64 bytesTaken = 0;
    qint64 bytesAll = 0;
    QString badge;
    QString operatorName; ///< empty where the badge is nobody's
    Instant at;           ///< sent, or prepared
    QByteArray png;

    bool operator==(const StartUpRow&) const = default;
};

/// What is asked after a start: labels in doubt first, then what has to be finished.
struct StartUpBoard {
    std::optional<Instant> stoppedAt; ///< the last scan before the start
    QList<StartUpRow> uncertain;      ///< oldest first: the first is the question
    QList<StartUpRow> toFinish;
    int uncertainAll = 0; ///< as many as there are, shown or not

    bool operator==(const StartUpBoard&) const = default;
};

[[nodiscard]] StartUpBoard startUpBoard(Ledger& ledger, const std::optional<Instant>& stoppedAt,
                                        int atMost = 200);
/// The same of a ledger that no bench works with: what was on its way is in doubt, too.
[[nodiscard]] StartUpBoard unfinishedLabels(Ledger& ledger, int atMost);

} // namespace packbench

Q_DECLARE_METATYPE(packbench::StartUpBoard)
