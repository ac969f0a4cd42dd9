#pragma once

#include "bench/benchworker.h"
#include "screens/shownrows.h"

#include <QTimeZone>
#include <QVariantList>

namespace packbench {

/// One row on the due board: a heading (a wave, or what is past its goal) or an order.
struct DueShown {
    QString id;
    bool isHead = false;
    // heading
    QString time; ///< of the wave, "16:00"; empty = past the goal
    int day = 0;  ///< days from today
    int count = 0;
    QString left; ///< until the cut-off
    // order
    QString order;
    QString shop;
    int pieces = 0;
    QString courier;
    QString goal;
    bool goalOver = false;
    QString limit;
    bool limitOver = false;
    double elapsed = 0; ///< 0 paid, 0.5 goal, 1 limit
    int state = 0;
    QString situation; ///< stable word: a hold, or where the order stands

    [[nodiscard]] QString key() const { return id; }
    bool operator==(const DueShown&) const = default;
};

/// The due board: overdue first, then waves; orders per hour.
class DueModel : public ShownRows {
    Q_OBJECT
    QML_NAMED_ELEMENT(DueModel)
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(int overdue READ overdue NOTIFY boardChanged)
    Q_PROPERTY(int late READ late NOTIFY boardChanged)
    Q_PROPERTY(int orders READ orders NOTIFY boardChanged)
    Q_PROPERTY(int packedThisHour READ packedThisHour NOTIFY boardChanged)
    Q_PROPERTY(bool calendarKnown READ calendarKnown NOTIFY boardChanged)
    Q_PROPERTY(bool arrived READ hasArrived NOTIFY boardChanged)
    /// Order and situation of the first row, the one to pack first.
    Q_PROPERTY(QString firstOrder READ firstOrder NOTIFY boardChanged)
    Q_PROPERTY(QString firstSituation READ firstSituation NOTIFY boardChanged)
    /// Bars: hour, orders, share (of the tallest), now.
    Q_PROPERTY(QVariantList hours READ hours NOTIFY boardChanged)
    Q_PROPERTY(double overdueShare READ overdueShare NOTIFY boardChanged)
    Q_PROPERTY(double lateShare READ lateShare NOTIFY boardChanged)
public:
    enum Role {
        IsHead = Qt::UserRole,
        Time,
        Day,
        Count,
        Left,
        Order,
        Shop,
        Pieces,
        Courier,
        Goal,
        GoalOver,
        Limit,
        LimitOver,
        Elapsed,
        State,
        Situation
    };

    DueModel(BenchPort& bench, const QTimeZone& zone);

    void show(const DueBoard& board);
    void speak(Language language);
    void tick(Instant now);
    Q_INVOKABLE void ask() { m_bench.askDueBoard(); }

    [[nodiscard]] int overdue() const { return m_board.overdue; }
    [[nodiscard]] int late() const { return m_board.late; }
    [[nodiscard]] int orders() const { return int(m_board.rows.size()); }
    [[nodiscard]] int packedThisHour() const { return m_board.packedThisHour; }
    [[nodiscard]] bool calendarKnown() const;
    [[nodiscard]] bool hasArrived() const { return m_hasArrived; }
    [[nodiscard]] QString firstOrder() const;
    [[nodiscard]] QString firstSituation() const;
    [[nodiscard]] QVariantList hours() const;
    [[nodiscard]] double overdueShare() const { return share(m_board.overdue); }
    [[nodiscard]] double lateShare() const { return share(m_board.late); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void boardChanged();

private:
    void rebuild();
    [[nodiscard]] DueShown shown(const DueRow& row) const;
    [[nodiscard]] DueShown waveHead(Instant wave, int count) const;
    [[nodiscard]] double share(int orders) const;

    BenchPort& m_bench;
    QTimeZone m_zone;
    Language m_language = Language::Chinese;
    Instant m_now;
    bool m_hasArrived = false;
    DueBoard m_board;
    QList<DueShown> m_rows;
};

} // namespace packbench
