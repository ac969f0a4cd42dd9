#pragma once

#include "labels/carrier/tsplreader.h"

#include <QString>

namespace packbench {

/// The arguments of a TSPL command, parted by commas outside of quotes.
[[nodiscard]] QList<TsplArgument> tsplArguments(QByteArrayView text);
/// One that is not in quotes.
[[nodiscard]] TsplArgument plainTsplArgument(const QByteArray& text);

/// A command's arguments by place; the first thing wrong with them is kept as the complaint.
class TsplValues {
public:
    TsplValues(const TsplCommand& command, int dotsPerMm)
        : m_command(command), m_dotsPerMm(dotsPerMm) {}

    [[nodiscard]] qsizetype count() const { return m_command.arguments.size(); }
    [[nodiscard]] bool has(qsizetype index) const;
    [[nodiscard]] std::optional<double> number(qsizetype index);
    [[nodiscard]] int whole(qsizetype index);
    [[nodiscard]] int whole(qsizetype index, int otherwise);
    /// A number without unit counts dots.
    [[nodiscard]] int dots(qsizetype index);
    [[nodiscard]] int among(qsizetype index, const QList<int>& allowed);
    [[nodiscard]] QByteArray text(qsizetype index);
    /// In upper case; empty when there is none.
    [[nodiscard]] QByteArray word(qsizetype index) const;

    void complain(const QString& what);
    [[nodiscard]] const QString& complaint() const { return m_complaint; }
    [[nodiscard]] bool isVariable() const { return m_isVariable; }

private:
    const TsplCommand& m_command;
    int m_dotsPerMm;
    QString m_complaint;
    bool m_isVariable = false;
};

} // namespace packbench
