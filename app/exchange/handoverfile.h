#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace packbench {

/// A courier's hand-over list, as it is printed, signed and kept.
struct HandoverSheet {
    struct Parcel {
        QString waybill;
        QString shop;
        QString order;
        QString at; ///< when it was scanned onto the vehicle; when it left, of a missed one
    };
    qint64 id = 0;
    QString courier; ///< key
    QString driver;
    QString vehicle;
    QString bench;
    QString openedAt;
    QString closedAt; ///< empty = still open
    int counted = 0;
    QString signedBy;
    QList<Parcel> parcels;
    QList<Parcel> missed; ///< left with this courier and on no list
};

/// "text", "html", "csv" (UTF-8 with BOM, for spreadsheets).
[[nodiscard]] QStringList handoverFormats();
/// The file's bytes; nothing for a format there is not.
[[nodiscard]] QByteArray handoverFile(const QString& format, const HandoverSheet& sheet);

} // namespace packbench
