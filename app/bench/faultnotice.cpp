#include "bench/faultnotice.h"

#include "shipping/fault.h"

namespace packbench {

namespace {

NoticeCode noticeOf(LedgerError::Code code) {
    switch (code) {
    case LedgerError::Code::DiskFull: return NoticeCode::LedgerFull;
    case LedgerError::Code::Damaged:
    case LedgerError::Code::NotALedger: return NoticeCode::LedgerDamaged;
    case LedgerError::Code::CommitUnknown: return NoticeCode::LedgerInDoubt;
    case LedgerError::Code::CannotOpen:
    case LedgerError::Code::AlreadyOpen:
    case LedgerError::Code::SchemaTooNew: return NoticeCode::LedgerAway;
    case LedgerError::Code::NotStored:
    case LedgerError::Code::Constraint:
    case LedgerError::Code::Statement: break;
    }
    return NoticeCode::LedgerFault;
}

} // namespace

Notice faultNotice(const StationFault& fault) {
    if (const auto* ledger = dynamic_cast<const LedgerError*>(&fault))
        return {noticeOf(ledger->code()), {}};
    if (dynamic_cast<const FileError*>(&fault) != nullptr)
        return {NoticeCode::FileFault, {}};
    return {NoticeCode::LedgerFault, {}};
}

} // namespace packbench
