#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace packbench {

/// The newest entry of a chain, as it is kept outside of the ledger: a cut tail is known by it.
struct AuditHead {
    QString chain;
    qint64 seq = 0;
    QByteArray mac; ///< whole, or its first bytes when it was read back

    [[nodiscard]] QString text() const; ///< "CHAIN SEQ MAC", 16 hex digits
    bool operator==(const AuditHead&) const = default;
};

[[nodiscard]] std::optional<AuditHead> auditHeadFromText(const QString& line);

/// One line a chain. Nothing when there is no such file.
[[nodiscard]] QList<AuditHead> readAuditHeads(const QString& path);

/// An absolute path in a folder that is there and may be written, of no file yet or of one that
/// holds heads: what is written there takes the whole file's place.
[[nodiscard]] bool mayBeHeadFile(const QString& path);

enum class HeadWritten { Yes, Ahead, Failed };
/// Exchanges the chain's line, wholly or not at all. A line that is ahead of `head` stays: it is
/// the evidence that a tail was cut.
[[nodiscard]] HeadWritten writeAuditHead(const QString& path, const AuditHead& head);

} // namespace packbench
