#pragma once

#include <QString>

#include <optional>
#include <string_view>

namespace packbench {

/// One enumerator and its stable word.
template <typename Enum>
struct WordEntry {
    Enum value;
    std::string_view word;
};

/// The stable words of one enum: one table serves both directions.
template <typename Enum, std::size_t N>
struct WordTable {
    WordEntry<Enum> entries[N];

    [[nodiscard]] QString word(Enum value) const {
        for (const auto& entry : entries) {
            if (entry.value == value)
                return QString::fromLatin1(entry.word.data(), qsizetype(entry.word.size()));
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] std::optional<Enum> value(const QString& text) const {
        for (const auto& entry : entries) {
            if (text == QLatin1String(entry.word.data(), qsizetype(entry.word.size())))
                return entry.value;
        }
        return std::nullopt;
    }
};

} // namespace packbench
