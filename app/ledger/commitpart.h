#pragma once

#include <optional>

namespace packbench {

/// What goes into the database with whatever is committed next, just before its COMMIT.
class CommitPart {
public:
    virtual ~CommitPart() = default;
    virtual void beforeCommit() = 0; ///< may use the database
    virtual void afterCommit() = 0;
    virtual void afterRollback() = 0;
    /// COMMIT was not answered and the database was opened again: is what `beforeCommit` wrote
    /// there? Nothing when it wrote nothing.
    [[nodiscard]] virtual std::optional<bool> isThere() = 0;
};

} // namespace packbench
