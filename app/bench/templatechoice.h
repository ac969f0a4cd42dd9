#pragma once

#include "labels/template.h"

namespace packbench {

struct BenchSettings;
class TemplateBook;

/// The template the settings name, built in or from its file.
/// @throws FileError when it is missing or has problems.
[[nodiscard]] LabelTemplate labelTemplate(const QString& nameOrFile);
/// Name or file of the one for a courier's labels.
[[nodiscard]] QString templateName(const BenchSettings& settings, const QString& courier);

/// A template and which one it is: "general-100x150@3" for a version of the ledger.
struct ChosenTemplate {
    LabelTemplate form;
    QString title;
};
/// The newest version in the ledger comes before what is built in and before files.
/// @throws FileError as above.
[[nodiscard]] ChosenTemplate labelTemplate(const QString& nameOrFile, TemplateBook& kept);

} // namespace packbench
