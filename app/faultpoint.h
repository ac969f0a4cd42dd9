#pragma once

/// Places where a test lets the program die, fail or wait at the Nth time it comes by
/// (tests/faults, README). Every folder may include it: in a bench's programs it is nothing at all.
///   FAULT_POINT("ledger.commit.before");       dies, throws or sleeps here
///   if (FAULT_ERROR("ledger.commit.answer"))   true: behave as if that had failed
///   if (BROKEN("print-then-record"))           true in a build that is broken on purpose
#ifdef PACKBENCH_FAULT_POINTS

namespace packbench {
void faultPoint(const char* name);
[[nodiscard]] bool faultError(const char* name);
[[nodiscard]] bool isBroken(const char* how);
} // namespace packbench

#define FAULT_POINT(name) ::packbench::faultPoint(name)
#define FAULT_ERROR(name) ::packbench::faultError(name)
#define BROKEN(how) ::packbench::isBroken(how)

#else

#define FAULT_POINT(name) static_cast<void>(0)
#define FAULT_ERROR(name) false
#define BROKEN(how) false

#endif
