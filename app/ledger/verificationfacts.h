#pragma once

#include <QString>

namespace packbench {

class Database;
class Rows;

/// What may never change of a verification, as 16 hex digits for the audit chain: SHA-256 over the
/// columns scan_id, order_id, line_id, sku, pieces, serial, how, badge, at, which are read here.
[[nodiscard]] QString verificationFacts(Rows& rows);
/// Into the audit chain, in the open transaction.
void auditTakenBack(Database& database, qint64 verification);

} // namespace packbench
