#include "drivers/transports/spooltransport.h"

#include <QTemporaryFile>

#include <unistd.h>

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
    QTemporaryFile file(m_folder.filePath(QStringLiteral(".label-XXXXXX.part")));
    const bool isWritten = file.open() && file.write(m_label) == m_label.size() && file.flush() &&
                           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner |
                                               QFile::ReadGroup | QFile::ReadOther) &&
                           ::fsync(file.handle()) == 0;
    if (!isWritten)
        return m_label.size();
    // Another bench may take a number at the same time: a name that is taken is never written over.
    while (!QFile::rename(file.fileName(), name())) {
        if (!QFile::exists(name()))
            return m_label.size();
        ++number;
    }
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
