#pragma once

#include "bench/benchworker.h"
#include "screens/labelshelf.h"
#include "screens/shownrows.h"

#include <QTimeZone>

namespace packbench {

/// One label copy in the list of the last ones.
struct LabelShown {
    LabelRow row;
    QString courier;
    QString time;
    QString picture;
    bool isChosen = false;

    [[nodiscard]] qint64 key() const { return row.copyId; }
    bool operator==(const LabelShown&) const = default;
};

/// The last labels, and the one chosen to be looked at or printed again.
class LabelsModel : public ShownRows {
    Q_OBJECT
    QML_NAMED_ELEMENT(LabelsModel)
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(QString picture READ picture NOTIFY chosenChanged)
    Q_PROPERTY(QString waybill READ waybill NOTIFY chosenChanged)
    /// How well the chosen label's codes would scan, "A" to "F"; empty = ready-made, or not yet
    /// known.
    Q_PROPERTY(QString grade READ grade NOTIFY chosenChanged)
    Q_PROPERTY(bool mayPrintAgain READ mayPrintAgain NOTIFY chosenChanged)
    /// Whether the verb that is chosen may be done with the chosen label.
    Q_PROPERTY(bool mayAct READ mayAct NOTIFY chosenChanged)
    Q_PROPERTY(packbench::LabelsModel::Verb verb READ verb WRITE setVerb NOTIFY chosenChanged)
    Q_PROPERTY(bool mayCancel READ mayCancel NOTIFY chosenChanged)
    Q_PROPERTY(bool arrived READ hasArrived NOTIFY chosenChanged)
    Q_PROPERTY(bool asked READ isAsked NOTIFY chosenChanged)
public:
    enum Role {
        CopyId = Qt::UserRole,
        Waybill,
        Order,
        Shop,
        Courier,
        State,
        Cause,
        CopyNo,
        Time,
        Reason,
        IsChosen,
        Evidence,
        Carton
    };
    /// Never mixed up: the same number once more, another number, one more carton.
    enum Verb { Again, Redo, Extra };
    Q_ENUM(Verb)

    LabelsModel(BenchPort& bench, LabelShelf& shelf, const QTimeZone& zone);

    void show(const QList<LabelRow>& rows);
    void showGrades(const QHash<qint64, QString>& grades);
    void speak(Language language);
    Q_INVOKABLE void ask() { m_bench.askLabels(); }
    Q_INVOKABLE void choose(qint64 copyId);
    /// Asks for another copy of the chosen label, with a reason word.
    Q_INVOKABLE void printAgain(const QString& reason);
    /// Does what `verb` says with the chosen label, with a reason word.
    Q_INVOKABLE void act(const QString& reason);
    void setVerb(Verb verb);

    /// Gives up the chosen label, of which nothing has left.
    Q_INVOKABLE void cancel();

    [[nodiscard]] qint64 chosen() const { return m_chosen.row.copyId; }
    [[nodiscard]] QString picture() const { return m_chosen.picture; }
    [[nodiscard]] QString waybill() const { return m_chosen.row.waybill; }
    [[nodiscard]] QString grade() const { return m_grades.value(m_chosen.row.copyId); }
    [[nodiscard]] bool mayPrintAgain() const { return m_chosen.row.mayPrintAgain; }
    [[nodiscard]] bool mayAct() const;
    [[nodiscard]] Verb verb() const { return m_verb; }
    [[nodiscard]] bool mayCancel() const { return m_chosen.row.mayCancel; }
    [[nodiscard]] bool hasArrived() const { return m_hasArrived; }
    [[nodiscard]] bool isAsked() const { return m_isAsked; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void startUpWanted(); ///< the page of what is unfinished
    void inboxWanted();   ///< the page of ready-made labels that wait
    void chosenChanged();

private:
    [[nodiscard]] LabelShown shown(const LabelRow& row);

    BenchPort& m_bench;
    LabelShelf& m_shelf;
    QTimeZone m_zone;
    Language m_language = Language::Chinese;
    bool m_hasArrived = false;
    bool m_isAsked = false; ///< a copy of the chosen label was asked for
    Verb m_verb = Again;
    LabelShown m_chosen;
    QHash<qint64, QString> m_grades; ///< by copy, of those shown last
    QList<LabelShown> m_rows;
};

} // namespace packbench
