#pragma once

#include "bench/clock.h"
#include "bench/notice.h"
#include "labels/carrier/carrierwire.h"
#include "ledger/records.h"

#include <QLoggingCategory>
#include <QSizeF>

namespace packbench {

class Ledger;

Q_DECLARE_LOGGING_CATEGORY(inboxLog)

/// One job of a program that prints to the bench, or one file, opened by ForeignReader.
struct ArrivedJob {
    QString source;     ///< address of who sent it, or where the file lies
    QString fileName;   ///< may name its order; empty for jobs
    QString key;        ///< jobKeyOf its bytes
    bool isCut = false; ///< the connection ended in the middle of a label
    ForeignFile file;
};

[[nodiscard]] QString jobKeyOf(const QByteArray& bytes);

/// The page as it came.
[[nodiscard]] Page pageOf(const IncomingLabel& label);

/// What became of a label that came in, and what to do with it.
[[nodiscard]] Notice noticeOf(const IncomingLabel& label);

/// Ready-made labels: reads whose each is, keeps it, and says why not where it must wait for a
/// person. Prints nothing. Of the bench thread.
class LabelInbox {
public:
    /// More that wait for a person are not taken any more: a mad sender fills no disk.
    static constexpr int kMostWaiting = 2000;

    /// @param largestMm of the labels in the bench's printer
    LabelInbox(Ledger& ledger, Clock& clock, QSizeF largestMm)
        : m_ledger(ledger), m_clock(clock), m_largestMm(largestMm) {}

    /// Writes every page down with its verdict, in one transaction. A page that came before is the
    /// same label, counted once more.
    QList<IncomingLabel> take(const ArrivedJob& job);
    /// Orders came in: those without one are looked at again. @returns the orders that got one.
    QList<qint64> matchAgain();
    /// A person says whose it is; what is on it must still be the order's.
    /// Under a key it is done once: done again, it is told as it stands.
    [[nodiscard]] IncomingLabel assign(qint64 id, const OrderRecord& order,
                                       const QString& key = {});
    void discard(qint64 id, const QString& reason, const QString& key = {});

private:
    [[nodiscard]] IncomingLabel taken(const IncomingLabel& page, const QString& fileName);
    /// The label that waits for the same order and shows the same, though it came in other bytes.
    [[nodiscard]] std::optional<IncomingLabel> sameAs(const IncomingLabel& label);
    void freeStopped();
    void judge(IncomingLabel& label, const QString& fileName, qint64 saidOrder);
    void judgeNumber(IncomingLabel& label, const OrderRecord& order);
    void judgeOrder(IncomingLabel& label, const OrderRecord& order);

    Ledger& m_ledger;
    Clock& m_clock;
    QSizeF m_largestMm;
};

} // namespace packbench
