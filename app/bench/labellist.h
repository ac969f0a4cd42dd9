#pragma once

#include "bench/boards.h"
#include "drivers/printer.h"

namespace packbench {

class Ledger;
class Station;

/// The labels page: the newest copies and what may be done with each.
[[nodiscard]] QList<LabelRow> labelRows(Ledger& ledger, int atMost);

/// The label inbox: what waits for a person, newest first.
[[nodiscard]] QList<InboxRow> inboxRows(Ledger& ledger, int atMost);

/// The devices page: the bench's printer first, then the others, scanner, scale, ledger.
[[nodiscard]] QList<DeviceRow> deviceRows(Ledger& ledger, const Station& station,
                                          const QList<PrinterDescription>& printers,
                                          const QHash<QString, PrinterStatus>& statuses = {},
                                          const QList<DeviceRow>& inputs = {});

} // namespace packbench
