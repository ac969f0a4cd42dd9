#include "labels/carrier/interpreter.h"
namespace packbench {
std::unique_ptr<CarrierInterpreter> zplInterpreter(const InterpreterSetup&) {
    return nullptr;
}
std::unique_ptr<CarrierInterpreter> tsplInterpreter(const InterpreterSetup&) {
    return nullptr;
}
std::unique_ptr<CarrierInterpreter> epl2Interpreter(const InterpreterSetup&) {
    return nullptr;
}
} // namespace packbench
