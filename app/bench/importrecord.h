#pragma once

#include "bench/boards.h"
#include "bench/importing.h"
#include "bench/keyedact.h"

namespace packbench {

/// One file of an import under its key: a file that was brought in under it before is answered
/// with the report of then.
class ImportRecord {
public:
    /// @param kind "orders", "items", "waybills"; @param part of the request, from 1
    ImportRecord(Ledger& ledger, Instant now, const ImportRequest& request, const QString& kind,
                 int part);

    /// The report of then, or the refusal of a key that stands for something else.
    [[nodiscard]] std::optional<ImportReport> before();
    /// With the file's transaction: the command and its entry in the audit chain.
    void done(const ImportReport& report);

private:
    Ledger& m_ledger;
    QString m_file;
    QString m_kind;
    QByteArray m_print; ///< of the file's bytes
    KeyedAct m_act;
};

} // namespace packbench
