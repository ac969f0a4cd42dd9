#pragma once

#include "world.h"

#include <functional>

#include <gtest/gtest.h>

namespace packbench::faults {

/// A row of the fault catalogue. What it ran and how it ended goes into the report, when one is
/// made (PACKBENCH_FAULTS_REPORT names its folder).
class RowTest : public testing::Test {
protected:
    void TearDown() override;
    void ran(int count = 1) { m_runs += count; }
    [[nodiscard]] int runs() const { return m_runs; }

    /// Every N, or, unless PACKBENCH_FAULTS=all, so many of about `about`, each time others: where
    /// it begins comes from the seed.
    [[nodiscard]] int strideFor(int about, int slice) const;
    /// PACKBENCH_SEED, else one that is printed.
    [[nodiscard]] static unsigned seed();
    [[nodiscard]] static bool isWhole();

    /// Runs `once` with N = 1, 2, 3 … until it says that nothing happened any more.
    void raise(int about, int slice, const std::function<bool(int)>& once);

    /// A bench that is started so packs the socks; when it dies others finish; the checker judges.
    /// @returns whether the first bench died or gave up.
    bool packAndJudge(const Around& around, const QStringList& options = {});

private:
    int m_runs = 0;
};

/// Built with a sanitizer: its programs take terabytes of addresses, and no library may come first.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kIsSanitized = true;
#else
inline constexpr bool kIsSanitized = false;
#endif

/// Whether programs may be traced here; a container may forbid it.
[[nodiscard]] QString whyNoStrace();
/// strace that injects: ("pwrite64", "signal=KILL:when=7").
[[nodiscard]] Around strace(const QString& call, const QString& inject);

} // namespace packbench::faults
