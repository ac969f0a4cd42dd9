#pragma once

#include "ledger/records.h"

namespace packbench {

class Database;

/// Something that was noticed of the wall clock, or said of it.
struct ClockEvent {
    enum class Kind {
        Step,     ///< it jumped: `at` was read where `expectedAt` was due
        Behind,   ///< it was before the newest record, `expectedAt`
        Confirmed ///< a supervisor said that `at` is right and records up to `expectedAt` are not
    };
    Kind kind = Kind::Step;
    Instant at;
    Instant expectedAt;
    QString bench;
    QString badge;

    bool operator==(const ClockEvent&) const = default;
};

/// The wall clock against what the ledger holds.
class ClockBook {
public:
    explicit ClockBook(Database& database) : m_database(database) {}

    void add(const ClockEvent& event);
    /// Newest first.
    [[nodiscard]] QList<ClockEvent> newest(int atMost);
    [[nodiscard]] std::optional<ClockEvent> lastConfirmed();
    /// The newest time of any scan, dispatch or label.
    [[nodiscard]] std::optional<Instant> newestRecord();

private:
    Database& m_database;
};

[[nodiscard]] QString word(ClockEvent::Kind kind);

} // namespace packbench
