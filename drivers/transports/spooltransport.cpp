#include "drivers/transports/spooltransport.h"

#include <QSaveFile>

namespace packbench {

Transfer SpoolTransport::write(const QByteArray& chunk, int milliseconds) {
    Q_UNUSED(milliseconds)
    if (!m_folder.exists())
        return {Transfer::End::Gone, 0, false};
    m_label += chunk;
    return {Transfer::End::Complete, chunk.size()};
}

qint64 SpoolTransport::awaitArrival(int milliseconds) {
    // Asked without patience, the label broke off: its part is no label.
    if (milliseconds == 0)
        m_label.clear();
    if (m_label.isEmpty())
        return 0;
    int number = 1;
    const auto name = [&] {
        return m_folder.filePath(
            QStringLiteral("label-%1.%2").arg(number, 6, 10, QLatin1Char('0')).arg(m_ending));
    };
    while (QFile::exists(name()))
        ++number;
    QSaveFile file(name());
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(m_label) == m_label.size() && file.commit();
    if (!isWritten)
        return m_label.size();
    m_label.clear();
    return 0;
}

QByteArray SpoolTransport::read(int milliseconds) {
    Q_UNUSED(milliseconds)
    return {};
}

Transport::Hint SpoolTransport::hint() {
    return m_folder.exists() ? Hint::Nothing : Hint::Gone;
}

} // namespace packbench
