#pragma once

namespace packbench::test {

/// Starts the program again with libumockdev-preload in front, unless it is there already.
/// Returns when it is, or when it cannot be.
void preloadUmockdev(char** arguments);

[[nodiscard]] bool isUmockdevPreloaded();

} // namespace packbench::test
