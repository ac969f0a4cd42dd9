#pragma once

#include "labels/carrier/language.h"

namespace packbench {

/// A stream as the printer draws it, by the interpreters of labels/carrier: for the machines, which
/// find the ends of labels and the queries in it. Texts need a QGuiApplication.
class DrawnStream {
public:
    DrawnStream(CarrierLanguage language, int dotsPerMm);

    /// Labels that end with these bytes.
    [[nodiscard]] QList<CarrierLabel> take(const QByteArray& bytes);
    /// The bytes taken last could not be read, or a picture in them is damaged.
    [[nodiscard]] bool isBroken() const { return m_isBroken; }
    /// Begins anew, with nothing stored and nothing set.
    void clear();

private:
    CarrierLanguage m_language;
    InterpreterSetup m_setup;
    std::unique_ptr<CarrierInterpreter> m_interpreter;
    bool m_isBroken = false;
};

} // namespace packbench
