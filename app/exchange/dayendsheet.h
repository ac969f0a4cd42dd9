#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace packbench {

/// The day-end sheet as it is printed and signed: printed against applied against handed over.
struct DayEndSheet {
    struct Courier {
        QString courier; ///< key; empty in the total
        int printed = 0;
        int applied = 0;
        int handedOver = 0;
        int listed = 0;
    };
    struct Finding {
        QString finding; ///< stable word
        QString shop;
        QString order;
        QString waybill;
        QString courier;
        QString since;
        bool older = false;
    };
    struct List {
        qint64 id = 0;
        QString courier;
        QString driver;
        QString vehicle;
        int parcels = 0;
        int counted = 0;
        QString signedBy;
        QString closedAt; ///< empty = still open
    };
    struct ClockRow {
        QString kind; ///< stable word
        QString at;
        QString expected;
        QString badge;
    };
    QString day; ///< 2026-09-21
    QString bench;
    QString madeAt;
    QString zone;
    QString auditHead; ///< newest entry of the audit chain; empty = none is kept, no line for it
    QList<Courier> couriers;
    Courier total;
    QList<Finding> findings;
    QList<List> handovers;
    QList<ClockRow> clockEvents;
};

/// "text" (UTF-8, for any printer) or "html" (for a browser's print); both in Chinese and English.
[[nodiscard]] QByteArray dayEndText(const DayEndSheet& sheet);
[[nodiscard]] QByteArray dayEndHtml(const DayEndSheet& sheet);

} // namespace packbench
