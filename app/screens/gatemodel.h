#pragma once

#include "bench/benchworker.h"
#include "screens/packmodel.h"

#include <QTimeZone>

namespace packbench {

/// The dispatch gate: which half of a pair is there, the last parcel, a refusal that stands.
class GateModel : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(GateModel)
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(bool on READ isOn NOTIFY changed)
    Q_PROPERTY(int passed READ passed NOTIFY changed)
    Q_PROPERTY(QString box READ box NOTIFY changed)
    Q_PROPERTY(QString label READ label NOTIFY changed)
    Q_PROPERTY(QString lastTail READ lastTail NOTIFY changed)
    Q_PROPERTY(QString lastCourier READ lastCourier NOTIFY changed)
    Q_PROPERTY(QString lastOrder READ lastOrder NOTIFY changed)
    Q_PROPERTY(QString lastTime READ lastTime NOTIFY changed)
    Q_PROPERTY(int face READ face NOTIFY changed)
    Q_PROPERTY(int word READ word NOTIFY changed)
    Q_PROPERTY(QString said READ said NOTIFY changed)
    Q_PROPERTY(bool refused READ isRefused NOTIFY changed)
    Q_PROPERTY(QString scanned READ scanned NOTIFY changed)
    Q_PROPERTY(QStringList steps READ toDo NOTIFY changed)
    Q_PROPERTY(int held READ held NOTIFY changed)
public:
    GateModel(BenchPort& bench, const QTimeZone& zone);

    void show(const GateSnapshot& snapshot);
    void speak(Language language);
    /// The tap that equals the acknowledge card.
    Q_INVOKABLE void acknowledge();
    Q_INVOKABLE void dayEnd() { Q_EMIT dayEndWanted(); }

    [[nodiscard]] const GateSnapshot& snapshot() const { return m_shown; }
    [[nodiscard]] bool isOn() const { return m_shown.isOn; }
    [[nodiscard]] int passed() const { return m_shown.passed; }
    [[nodiscard]] QString box() const { return m_shown.box; }
    [[nodiscard]] QString label() const { return tail(m_shown.label, 4); }
    [[nodiscard]] QString lastTail() const { return tail(m_shown.lastWaybill, 4); }
    [[nodiscard]] QString lastCourier() const;
    [[nodiscard]] QString lastOrder() const { return m_shown.lastOrder; }
    [[nodiscard]] QString lastTime() const;
    [[nodiscard]] int face() const { return int(m_shown.verdict); }
    [[nodiscard]] int word() const;
    [[nodiscard]] QString said() const { return words(notice(), m_language); }
    [[nodiscard]] bool isRefused() const { return m_shown.refusal.has_value(); }
    [[nodiscard]] QString scanned() const;
    [[nodiscard]] QStringList toDo() const { return steps(notice(), m_language); }
    [[nodiscard]] int held() const { return int(m_shown.heldScans.size()); }

Q_SIGNALS:
    void changed();
    void dayEndWanted();

private:
    [[nodiscard]] Notice notice() const {
        return m_shown.refusal ? m_shown.refusal->notice : m_shown.notice;
    }

    BenchPort& m_bench;
    QTimeZone m_zone;
    Language m_language = Language::Chinese;
    GateSnapshot m_shown;
};

/// The word on a panel for a verdict outside the packing page.
[[nodiscard]] PackModel::Word wordOf(Verdict verdict);

} // namespace packbench
