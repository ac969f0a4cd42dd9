#pragma once

#include "bench/benchworker.h"
#include "screens/shownrows.h"

#include <QTimeZone>
#include <QVariantList>

namespace packbench {

/// One thing that is missing at the day's end, as it is shown.
struct DayFindingShown {
    QString id;
    QString finding; ///< stable word
    QString waybill;
    QString order;
    QString courier;
    QString time;
    bool older = false;

    [[nodiscard]] QString key() const { return id; }
    bool operator==(const DayFindingShown&) const = default;
};

/// The day's end: printed, applied, handed over by courier, what is missing, and the vehicle that
/// is being loaded.
class DayEndModel : public ShownRows {
    Q_OBJECT
    QML_NAMED_ELEMENT(DayEndModel)
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(bool arrived READ hasArrived NOTIFY changed)
    Q_PROPERTY(QString day READ day NOTIFY changed)
    /// Rows: courier, printed, applied, gone, listed; the last one is the total.
    Q_PROPERTY(QVariantList figures READ figures NOTIFY changed)
    Q_PROPERTY(int missing READ missing NOTIFY changed)
    Q_PROPERTY(int clockSteps READ clockSteps NOTIFY changed)
    /// Rows: key, name, parcels that wait for the courier.
    Q_PROPERTY(QVariantList waiting READ waiting NOTIFY changed)
    Q_PROPERTY(bool loading READ isLoading NOTIFY changed)
    Q_PROPERTY(QString listCourier READ listCourier NOTIFY changed)
    Q_PROPERTY(int listNumber READ listNumber NOTIFY changed)
    Q_PROPERTY(int loaded READ loaded NOTIFY changed)
    Q_PROPERTY(int left READ left NOTIFY changed)
    Q_PROPERTY(int face READ face NOTIFY changed)
    Q_PROPERTY(QString said READ said NOTIFY changed)
    Q_PROPERTY(QString steps READ toDo NOTIFY changed)
public:
    enum Role { Finding = Qt::UserRole, Waybill, Order, Courier, Time, Older };

    DayEndModel(BenchPort& bench, const QTimeZone& zone);

    void show(const DayBoard& board);
    void speak(Language language);
    void ask() { m_bench.gate({GateRequest::What::AskDay}); }
    /// The page is in front, or no longer.
    void enter() { m_bench.gate({GateRequest::What::OpenDock}); }
    void leave() { m_bench.gate({GateRequest::What::CloseDock}); }
    Q_INVOKABLE void begin(const QString& courier);
    Q_INVOKABLE void sign(const QString& driver, const QString& vehicle);
    Q_INVOKABLE void writeSheet() { m_bench.gate({GateRequest::What::WriteSheet}); }

    [[nodiscard]] bool hasArrived() const { return m_hasArrived; }
    [[nodiscard]] QString day() const { return m_board.day.day.toString(Qt::ISODate); }
    [[nodiscard]] QVariantList figures() const;
    [[nodiscard]] int missing() const { return int(m_board.day.reckoning.findings.size()); }
    [[nodiscard]] int clockSteps() const { return int(m_board.day.clockEvents.size()); }
    [[nodiscard]] QVariantList waiting() const;
    [[nodiscard]] bool isLoading() const { return m_board.list.has_value(); }
    [[nodiscard]] QString listCourier() const;
    [[nodiscard]] int listNumber() const { return m_board.list ? int(m_board.list->id) : 0; }
    [[nodiscard]] int loaded() const { return m_board.list ? m_board.list->parcels : 0; }
    [[nodiscard]] int left() const;
    [[nodiscard]] int face() const { return int(m_board.verdict); }
    [[nodiscard]] QString said() const { return words(m_board.notice, m_language); }
    [[nodiscard]] QString toDo() const { return steps(m_board.notice, m_language).join(u'\n'); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void changed();

private:
    void rebuild();
    [[nodiscard]] DayFindingShown shown(const DayFindingRow& row) const;
    [[nodiscard]] QString named(const QString& courier) const;

    BenchPort& m_bench;
    QTimeZone m_zone;
    Language m_language = Language::Chinese;
    bool m_hasArrived = false;
    DayBoard m_board;
    QList<DayFindingShown> m_rows;
};

} // namespace packbench
