#pragma once

#include "labels/template.h"

namespace packbench {

/// The JSON form of a template, one item a line; `readTemplate` reads back what was written. Keys
/// that say what is the default anyway are left out.
[[nodiscard]] QByteArray writeTemplate(const LabelTemplate& form);

} // namespace packbench
