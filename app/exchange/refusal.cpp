#include "exchange/tablesource.h"

namespace packbench {

QString word(RefusalReason reason) {
    switch (reason) {
    case RefusalReason::MissingField: return QStringLiteral("missing-field");
    case RefusalReason::BadQuantity: return QStringLiteral("bad-quantity");
    case RefusalReason::BadTime: return QStringLiteral("bad-time");
    case RefusalReason::JoinedRow: return QStringLiteral("joined-row");
    case RefusalReason::Duplicate: return QStringLiteral("duplicate");
    case RefusalReason::DamagedNumber: return QStringLiteral("damaged-number");
    case RefusalReason::LabelExists: return QStringLiteral("label-exists");
    case RefusalReason::UnknownOrder: return QStringLiteral("unknown-order");
    case RefusalReason::UnknownItem: return QStringLiteral("unknown-item");
    case RefusalReason::MaskedAddress: return QStringLiteral("masked-address");
    case RefusalReason::BadCode: return QStringLiteral("bad-code");
    case RefusalReason::OtherCourier: return QStringLiteral("other-courier");
    case RefusalReason::UnknownState: return QStringLiteral("unknown-state");
    case RefusalReason::Contradiction: return QStringLiteral("contradiction");
    case RefusalReason::NotATable: return QStringLiteral("not-a-table");
    case RefusalReason::UnknownFormat: return QStringLiteral("unknown-format");
    case RefusalReason::BadEncoding: return QStringLiteral("bad-encoding");
    case RefusalReason::TooLarge: return QStringLiteral("too-large");
    case RefusalReason::CutOff: return QStringLiteral("cut-off");
    case RefusalReason::Missing: return QStringLiteral("missing");
    case RefusalReason::Stopped: return QStringLiteral("stopped");
    }
    return {};
}

Refusal wholeRefusal(RefusalReason reason, const QString& text, int line) {
    Refusal refusal;
    refusal.line = line;
    refusal.reason = reason;
    refusal.text = text;
    return refusal;
}

} // namespace packbench
