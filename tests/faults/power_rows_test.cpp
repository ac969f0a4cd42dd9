// The power goes, and with it whatever was not flushed, in any order: in this process, on the real
// ledger.
#include "invariants.h"
#include "ledger/ledger.h"
#include "powercut.h"
#include "rowtest.h"

#include <QFile>
#include <QFileInfo>

namespace packbench::faults {
namespace {

using Power = RowTest;

/// Work as a bench does it, acknowledged after each commit by its number.
void work(Ledger& ledger, int at) {
    Transaction transaction(ledger);
    RawScan scan;
    scan.text = QStringLiteral("scan %1").arg(at);
    const qint64 id = ledger.scans().record(scan);
    ledger.settings().set(QStringLiteral("last"), QString::number(at));
    ledger.scans().judged(id, QStringLiteral("item"), QStringLiteral("accepted"), 0);
    transaction.commit();
}

/// The image in a folder, opened as after the power came back.
class Afterwards {
public:
    explicit Afterwards(const QMap<QString, QByteArray>& image) {
        QString path;
        for (auto file = image.cbegin(); file != image.cend(); ++file) {
            QFile out(m_folder.filePath(QFileInfo(file.key()).fileName()));
            EXPECT_TRUE(out.open(QIODevice::WriteOnly));
            EXPECT_EQ(out.write(*file), file->size());
            if (!file.key().endsWith(QLatin1String("-wal")))
                path = out.fileName();
        }
        m_ledger = std::make_unique<LedgerFile>(path);
    }
    [[nodiscard]] int scans() {
        return m_ledger->rows("SELECT COUNT(*) FROM scan").first().first().toInt();
    }
    /// What is wrong with it when so much was acknowledged.
    [[nodiscard]] QString judged(int acknowledged) {
        QString wrong;
        for (const Breach& breach : breachesIn(*m_ledger))
            wrong += breach.invariant + u' ' + breach.what + u' ' + breach.rows.join(u';');
        const auto last = m_ledger->rows("SELECT value FROM setting WHERE name = 'last'");
        const int kept = last.isEmpty() ? 0 : last.first().first().toInt();
        if (kept < acknowledged)
            wrong +=
                QStringLiteral("acknowledged up to %1, kept up to %2").arg(acknowledged).arg(kept);
        if (scans() != kept)
            wrong += QStringLiteral("%1 scans and %2 answers").arg(scans()).arg(kept);
        return wrong;
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<LedgerFile> m_ledger;
};

TEST_F(Power, Row08_EveryAcknowledgedCommitOutlivesAPowerCut) {
    PowerCut disk(seed());
    const QTemporaryDir folder;
    LedgerAddress address;
    address.path = folder.filePath(QStringLiteral("ledger.db"));
    const auto ledger = Ledger::create(address);
    int acknowledged = 0;
    const int stride = isWhole() ? 1 : 23;
    disk.whenever([&](int operation) {
        if (operation % stride != 0 || HasFailure())
            return;
        ran();
        EXPECT_EQ(Afterwards(disk.image()).judged(acknowledged).toStdString(), "")
            << "operation " << operation;
    });
    for (int at = 1; at <= 400 && !HasFailure(); ++at) {
        work(*ledger, at);
        acknowledged = at;
    }
    disk.whenever({});
    EXPECT_GT(runs(), 50);
}

/// A disk that forgets must lose what is not flushed, else the test above could not fail: a scan
/// whose verdict is to come is flushed with it.
TEST_F(Power, Row08_WhatIsNotFlushedIsLostOnThatDisk) {
    PowerCut disk(seed());
    const QTemporaryDir folder;
    LedgerAddress address;
    address.path = folder.filePath(QStringLiteral("ledger.db"));
    const auto ledger = Ledger::create(address);
    int lost = 0;
    for (int at = 1; at <= 50; ++at) {
        RawScan scan;
        scan.text = QStringLiteral("unflushed");
        (void)ledger->scans().record(scan, ScanJournal::Flush::WithVerdict);
        ran();
        lost += Afterwards(disk.image()).scans() < at ? 1 : 0;
    }
    EXPECT_GT(lost, 0);
}

} // namespace
} // namespace packbench::faults
