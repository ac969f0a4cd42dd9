#pragma once

#include "labels/carrier/carrierfile.h"
#include "labels/proof.h"

#include <optional>

namespace packbench {

/// A page as packbench-reader hands it on.
struct ForeignPage {
    CarrierLabel label;
    QList<ReadCode> codes; ///< all that can be read on it; measured where it was wished
};

/// What packbench-reader made of a file.
struct ForeignFile {
    CarrierForm form = CarrierForm::Unknown;
    QList<ForeignPage> pages;
    QString problem; ///< one sentence, when the file or the rest of it was refused
};

// How it is handed on between the two processes.

[[nodiscard]] QByteArray toWire(const ForeignFile& file);
/// Nothing when it is not whole or not ours: the reader is not trusted either.
[[nodiscard]] std::optional<ForeignFile> fromWire(const QByteArray& bytes);

} // namespace packbench
