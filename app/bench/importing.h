#pragma once

#include "bench/benchsettings.h"
#include "bench/boards.h"
#include "bench/clock.h"

#include <functional>

namespace packbench {

class ImportRecord;
class Ledger;

/// What an import is asked to do.
struct ImportRequest {
    QStringList files;
    QString format = QStringLiteral("auto");
    QString shop;        ///< shop key; empty = the format's name
    bool dryRun = false; ///< judge everything, keep nothing
    QString key{};       ///< made before the first attempt; empty = made here
};

/// Brings files into the ledger: one transaction a file, idempotent by (shop, order number).
class Importing {
public:
    /// 0 … 1000 of one file; false = stop, nothing of that file is kept.
    using Progress = std::function<bool(int permille, const QString& file)>;

    Importing(Ledger& ledger, const BenchSettings& settings, Clock& clock, Progress progress = {});

    [[nodiscard]] QList<ImportReport> orders(const ImportRequest& request);
    [[nodiscard]] QList<ImportReport> items(const ImportRequest& request);
    [[nodiscard]] QList<ImportReport> waybills(const ImportRequest& request);

private:
    [[nodiscard]] ImportRecord recordOf(const ImportRequest& request, const QString& kind,
                                        const QString& file);

    Ledger& m_ledger;
    const BenchSettings& m_settings;
    Clock& m_clock;
    Progress m_progress;
};

} // namespace packbench
