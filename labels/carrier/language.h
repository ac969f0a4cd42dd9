#pragma once

#include "labels/carrier/interpreter.h"

#include <optional>

namespace packbench {

/// The printer languages that a stream of somebody else's may be written in.
enum class CarrierLanguage { Zpl, Tspl, Epl2 };

/// By what the stream begins with: its first commands, never a file's name. Nothing when it is none
/// of them.
[[nodiscard]] std::optional<CarrierLanguage> recognisedLanguage(const QByteArray& stream);
/// "zpl", "tspl" or "epl2".
[[nodiscard]] QString word(CarrierLanguage language);

[[nodiscard]] std::unique_ptr<CarrierInterpreter> carrierInterpreter(CarrierLanguage language,
                                                                     const InterpreterSetup& setup);

} // namespace packbench
