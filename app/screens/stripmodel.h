#pragma once

#include "bench/snapshot.h"

#include <QObject>
#include <QTimeZone>
#include <QtQml/qqmlregistration.h>

namespace packbench {

/// The top strip: bench, operator, clock, what is due next, queue, lamps.
class StripModel : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(StripModel)
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(QString bench READ bench NOTIFY stripChanged)
    Q_PROPERTY(QString operatorName READ operatorName NOTIFY stripChanged)
    Q_PROPERTY(QString badge READ badge NOTIFY stripChanged)
    Q_PROPERTY(QString waveText READ waveText NOTIFY stripChanged)
    Q_PROPERTY(int waveLeft READ waveLeft NOTIFY stripChanged)
    Q_PROPERTY(int waveTotal READ waveTotal NOTIFY stripChanged)
    Q_PROPERTY(double waveDone READ waveDone NOTIFY stripChanged)
    Q_PROPERTY(packbench::StripModel::Light printer READ printer NOTIFY stripChanged)
    Q_PROPERTY(packbench::StripModel::Light scanner READ scanner NOTIFY stripChanged)
    Q_PROPERTY(packbench::StripModel::Light scale READ scale NOTIFY stripChanged)
    Q_PROPERTY(packbench::StripModel::Light ledger READ ledger NOTIFY stripChanged)
    Q_PROPERTY(QString clockText READ clockText NOTIFY clockChanged)
    Q_PROPERTY(QString nextLimitText READ nextLimitText NOTIFY countdownChanged)
    Q_PROPERTY(packbench::StripModel::Next next READ next NOTIFY countdownChanged)
    Q_PROPERTY(bool isOver READ isOver NOTIFY countdownChanged)
public:
    enum Light { Ready, Look, Waiting, Stopped, Absent };
    Q_ENUM(Light)
    /// What the countdown runs to.
    enum Next { Nothing, Wave, Limit };
    Q_ENUM(Next)

    explicit StripModel(const QTimeZone& zone);

    void show(const ShownStrip& strip);
    void tick(Instant now);

    [[nodiscard]] QString bench() const { return m_strip.bench; }
    [[nodiscard]] QString operatorName() const { return m_strip.operatorName; }
    [[nodiscard]] QString badge() const { return m_strip.badge; }
    [[nodiscard]] QString waveText() const;
    [[nodiscard]] int waveLeft() const { return m_strip.waveLeft; }
    [[nodiscard]] int waveTotal() const { return m_strip.waveTotal; }
    [[nodiscard]] double waveDone() const;
    [[nodiscard]] Light printer() const { return Light(m_strip.printer); }
    [[nodiscard]] Light scanner() const { return Light(m_strip.scanner); }
    [[nodiscard]] Light scale() const { return Light(m_strip.scale); }
    [[nodiscard]] Light ledger() const { return Light(m_strip.ledger); }
    [[nodiscard]] QString clockText() const { return m_clockText; }
    [[nodiscard]] QString nextLimitText() const { return m_nextLimitText; }
    [[nodiscard]] Next next() const { return m_next; }
    [[nodiscard]] bool isOver() const { return m_isOver; }

Q_SIGNALS:
    void stripChanged();
    void clockChanged();
    void countdownChanged();

private:
    void countDown();

    QTimeZone m_zone;
    ShownStrip m_strip;
    Instant m_now;
    QString m_clockText;
    QString m_nextLimitText;
    Next m_next = Nothing;
    bool m_isOver = false;
};

} // namespace packbench
