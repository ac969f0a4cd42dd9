#pragma once

#include <span>
#include <string_view>

namespace packbench {

/// What the standard says of a range of application identifiers.
///
/// `form` is the dictionary's own notation: components parted by blanks, each a character set
/// (N digits, X set 82, Y set 39, Z base64url), a length ("14", or "..20" for 1 to 20) and the
/// checks that apply; a component in [] may be missing at the end.
struct Gs1Field {
    std::string_view first;
    std::string_view last;
    bool selfDelimiting; ///< length known in advance: no FNC1 needed after it
    std::string_view form;
};

[[nodiscard]] std::span<const Gs1Field> gs1Fields();

} // namespace packbench
