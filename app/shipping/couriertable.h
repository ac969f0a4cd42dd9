#pragma once

#include <span>

namespace packbench {

struct CourierRow {
    const char* key;
    const char16_t* zh;
    const char* en;
};

struct CourierAlias {
    const char16_t* name;
    const char* courier;
};

/// Every courier: adding one is a row here, its other names below, its numbers in courierrules.cpp.
[[nodiscard]] std::span<const CourierRow> courierRows();

/// Names that may stand anywhere in a text. Latin ones are whole words there.
[[nodiscard]] std::span<const CourierAlias> courierAliases();

/// Words too common for a text, but clear where nothing else stands in the courier's column.
[[nodiscard]] std::span<const CourierAlias> courierWholeNames();

} // namespace packbench
