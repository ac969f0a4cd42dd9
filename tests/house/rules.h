#pragma once
#include "source.h"

namespace packbench::house {

using Sources = std::vector<Source>;

// Each rule answers one line "path:line: what is wrong" for every breach of it.

// Who may know whom: the table of the folders.
[[nodiscard]] QStringList layering(const Sources& house);
// Foreign libraries stay in the files that wrap them, and out of headers.
[[nodiscard]] QStringList foreignIncludes(const Sources& house);
// SQL is written in the ledger and nowhere else.
[[nodiscard]] QStringList strayStatements(const Sources& house);
// Only bench/clock reads the clock.
[[nodiscard]] QStringList clockReaders(const Sources& house);
// Nothing reaches itself through a static instance.
[[nodiscard]] QStringList singletons(const Sources& house);
// No file that "is the application".
[[nodiscard]] QStringList oversized(const Sources& house);
// Words and places that are no part of the project.
[[nodiscard]] QStringList foreignWords(const Sources& house);
// Telephone numbers that may belong to somebody: only 140… is free for examples.
[[nodiscard]] QStringList telephoneNumbers(const Sources& house);
// Entries of the top folder that the house does not have.
[[nodiscard]] QStringList strayEntries(const QStringList& entries);

} // namespace packbench::house
