#include "shipping/fault.h"

#include <utility>

namespace packbench {

StationFault::StationFault(QString sentence)
    : m_sentence(std::move(sentence)), m_bytes(m_sentence.toUtf8()) {}

LedgerError::LedgerError(Code code, QString sentence)
    : StationFault(std::move(sentence)), m_code(code) {}

FileError::FileError(Code code, QString sentence)
    : StationFault(std::move(sentence)), m_code(code) {}

} // namespace packbench
