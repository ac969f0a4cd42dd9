#pragma once

#include <QString>

namespace packbench {

enum class Role { Packer, QcClerk, StockTaker, StockClerk, Supervisor };

/// A person at a bench, known by the badge. A badge identifies; it is no secret.
struct Operator {
    QString badge; ///< "0417"
    QString name;
    Role role = Role::Packer;

    bool operator==(const Operator&) const = default;
};

[[nodiscard]] QString word(Role role);
[[nodiscard]] Role roleFromWord(const QString& word); ///< Packer for an unknown word

} // namespace packbench
