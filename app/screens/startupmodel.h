#pragma once

#include "bench/benchworker.h"
#include "screens/labelshelf.h"
#include "screens/shownrows.h"

#include <QTimeZone>

namespace packbench {

/// One label behind the one that is asked about.
struct StartUpShown {
    StartUpRow row;
    QString courier;
    QString time;

    [[nodiscard]] qint64 key() const { return row.copyId; }
    bool operator==(const StartUpShown&) const = default;
};

/// What a start found unfinished: the label that is asked about, and a list of what comes after it.
class StartUpModel : public ShownRows {
    Q_OBJECT
    QML_NAMED_ELEMENT(StartUpModel)
    QML_UNCREATABLE("made by the kiosk")
    /// Labels in doubt that have no answer yet.
    Q_PROPERTY(int uncertain READ uncertain NOTIFY changed)
    /// How many there were when the page came up: "label 2 of 3".
    Q_PROPERTY(int ofAll READ ofAll NOTIFY changed)
    Q_PROPERTY(QString stoppedAt READ stoppedAt NOTIFY changed)
    Q_PROPERTY(QString picture READ picture NOTIFY changed)
    Q_PROPERTY(QString order READ order NOTIFY changed)
    Q_PROPERTY(QString waybill READ waybill NOTIFY changed)
    Q_PROPERTY(QString courier READ courier NOTIFY changed)
    Q_PROPERTY(int carton READ carton NOTIFY changed)
    Q_PROPERTY(int cartons READ cartons NOTIFY changed)
    Q_PROPERTY(int copyNo READ copyNo NOTIFY changed)
    Q_PROPERTY(QString time READ time NOTIFY changed)
    Q_PROPERTY(QString who READ who NOTIFY changed)
    Q_PROPERTY(QString printer READ printer NOTIFY changed)
    Q_PROPERTY(QString evidence READ evidence NOTIFY changed)
    /// Labels the printer counted since; -1 = it does not tell.
    Q_PROPERTY(int cameOut READ cameOut NOTIFY changed)
    Q_PROPERTY(int percentTaken READ percentTaken NOTIFY changed)
    /// An answer was given and is not shown yet.
    Q_PROPERTY(bool asked READ isAsked NOTIFY changed)
public:
    enum Role { Number = Qt::UserRole, Order, Waybill, Courier, State, Time, IsUncertain };

    StartUpModel(BenchPort& bench, LabelShelf& shelf, const QTimeZone& zone);

    void show(const StartUpBoard& board);
    void speak(Language language);
    void ask() { m_bench.askStartUp(); }
    /// Nobody found it: it is void, and nothing prints.
    Q_INVOKABLE void notThere();
    /// It is here but torn: the same number, the next copy.
    Q_INVOKABLE void damaged();

    [[nodiscard]] int uncertain() const { return m_board.uncertainAll; }
    [[nodiscard]] int ofAll() const { return m_ofAll; }
    [[nodiscard]] QString stoppedAt() const;
    [[nodiscard]] QString picture() const { return m_picture; }
    [[nodiscard]] QString order() const;
    [[nodiscard]] QString waybill() const;
    [[nodiscard]] QString courier() const;
    [[nodiscard]] int carton() const { return first().carton; }
    [[nodiscard]] int cartons() const { return first().cartons; }
    [[nodiscard]] int copyNo() const { return first().copyNo; }
    [[nodiscard]] QString time() const;
    [[nodiscard]] QString who() const;
    [[nodiscard]] QString printer() const { return first().printer; }
    [[nodiscard]] QString evidence() const { return first().evidence; }
    [[nodiscard]] int cameOut() const { return int(first().cameOut); }
    [[nodiscard]] int percentTaken() const;
    [[nodiscard]] bool isAsked() const { return m_isAsked; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] StartUpRow first() const {
        return m_board.uncertain.isEmpty() ? StartUpRow{} : m_board.uncertain.first();
    }
    [[nodiscard]] QList<StartUpShown> behind() const;

    BenchPort& m_bench;
    LabelShelf& m_shelf;
    QTimeZone m_zone;
    Language m_language = Language::Chinese;
    StartUpBoard m_board;
    QString m_picture;
    int m_ofAll = 0;
    bool m_isAsked = false;
    QList<StartUpShown> m_rows;
};

} // namespace packbench
