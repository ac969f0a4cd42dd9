#pragma once

#include "bench/benchworker.h"
#include "screens/goodsmodel.h"
#include "screens/labelshelf.h"
#include "screens/linesmodel.h"
#include "screens/shownwords.h"

namespace packbench {

/// The packing page: the last snapshot of the bench, in words and figures.
class PackModel : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(PackModel)
    QML_UNCREATABLE("made by the kiosk")
    // what the bench waits for, and the verdict
    Q_PROPERTY(packbench::PackModel::Step step READ step NOTIFY stepChanged)
    Q_PROPERTY(packbench::PackModel::Face face READ face NOTIFY verdictChanged)
    Q_PROPERTY(packbench::PackModel::Word word READ word NOTIFY verdictChanged)
    Q_PROPERTY(QString said READ said NOTIFY verdictChanged)
    Q_PROPERTY(QString detail READ detail NOTIFY verdictChanged)
    Q_PROPERTY(int pieceNumber READ pieceNumber NOTIFY verdictChanged)
    Q_PROPERTY(QStringList steps READ steps NOTIFY stepsChanged)
    Q_PROPERTY(int repeatsIgnored READ repeatsIgnored NOTIFY verdictChanged)
    Q_PROPERTY(int nextQuantity READ nextQuantity NOTIFY verdictChanged)
    Q_PROPERTY(bool singleItemMode READ singleItemMode NOTIFY verdictChanged)
    Q_PROPERTY(bool inDoubt READ inDoubt NOTIFY verdictChanged)
    // the order
    Q_PROPERTY(bool hasOrder READ hasOrder NOTIFY orderChanged)
    Q_PROPERTY(QString orderTail READ orderTail NOTIFY orderChanged)
    Q_PROPERTY(bool orderIsTail READ orderIsTail NOTIFY orderChanged)
    Q_PROPERTY(QString about READ about NOTIFY orderChanged)
    Q_PROPERTY(QString aboutShort READ aboutShort NOTIFY orderChanged)
    Q_PROPERTY(QString courier READ courier NOTIFY orderChanged)
    Q_PROPERTY(int carton READ carton NOTIFY orderChanged)
    Q_PROPERTY(int cartons READ cartons NOTIFY orderChanged)
    Q_PROPERTY(QVariantList remarks READ remarks NOTIFY orderChanged)
    Q_PROPERTY(int wanted READ wanted NOTIFY progressChanged)
    Q_PROPERTY(int done READ done NOTIFY progressChanged)
    Q_PROPERTY(int missing READ missing NOTIFY progressChanged)
    // its lines
    Q_PROPERTY(packbench::GoodsModel* open READ open CONSTANT)
    Q_PROPERTY(bool hasOpen READ hasOpen NOTIFY progressChanged)
    Q_PROPERTY(int openDone READ openDone NOTIFY progressChanged)
    Q_PROPERTY(int openWanted READ openWanted NOTIFY progressChanged)
    Q_PROPERTY(bool openAsksSerial READ openAsksSerial NOTIFY progressChanged)
    Q_PROPERTY(packbench::LinesModel* waiting READ waiting CONSTANT)
    Q_PROPERTY(int doneLines READ doneLines NOTIFY foldedChanged)
    Q_PROPERTY(int donePieces READ donePieces NOTIFY foldedChanged)
    Q_PROPERTY(QString doneText READ doneText NOTIFY foldedChanged)
    Q_PROPERTY(QStringList donePictures READ donePictures NOTIFY foldedChanged)
    // a refusal that stands
    Q_PROPERTY(bool refused READ isRefused NOTIFY refusalChanged)
    Q_PROPERTY(QString scanned READ scanned NOTIFY refusalChanged)
    Q_PROPERTY(QString differing READ differing NOTIFY refusalChanged)
    Q_PROPERTY(packbench::GoodsModel* got READ got CONSTANT)
    Q_PROPERTY(packbench::GoodsModel* expected READ expected CONSTANT)
    // the label
    Q_PROPERTY(bool hasLabel READ hasLabel NOTIFY labelChanged)
    Q_PROPERTY(QString labelPicture READ labelPicture NOTIFY labelChanged)
    Q_PROPERTY(QString labelTail READ labelTail NOTIFY labelChanged)
    Q_PROPERTY(QString labelCourier READ labelCourier NOTIFY labelChanged)
    Q_PROPERTY(QString labelState READ labelState NOTIFY labelChanged)
    Q_PROPERTY(QString labelCause READ labelCause NOTIFY labelChanged)
    Q_PROPERTY(int labelCopy READ labelCopy NOTIFY labelChanged)
    Q_PROPERTY(bool labelWaits READ labelWaits NOTIFY labelChanged)
    Q_PROPERTY(bool labelConfirmed READ labelConfirmed NOTIFY labelChanged)
    Q_PROPERTY(QString labelEvidence READ labelEvidence NOTIFY labelChanged)
    // the bottom strip
    Q_PROPERTY(QStringList held READ held NOTIFY heldChanged)
    Q_PROPERTY(int heldCount READ heldCount NOTIFY heldChanged)
    Q_PROPERTY(int scansWaiting READ scansWaiting NOTIFY heldChanged)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY bottomChanged)
    Q_PROPERTY(QString lastTail READ lastTail NOTIFY bottomChanged)
    Q_PROPERTY(QString lastCourier READ lastCourier NOTIFY bottomChanged)
    Q_PROPERTY(QString lastState READ lastState NOTIFY bottomChanged)
public:
    /// Stage, as QML knows it.
    enum Step { SignedOff, Idle, Packing, Remarks, Printing, ScanLabel };
    Q_ENUM(Step)
    /// Shape and colour of the verdict panel, in the order of `Verdict`.
    enum Face {
        NoFace,
        Accepted,
        Complete,
        YourTurn,
        Wrong,
        TooMany,
        Unknown,
        Stopped,
        Look,
        Wait
    };
    Q_ENUM(Face)
    /// The one word on the panel; the words themselves stand in Terms.qml.
    enum Word {
        NoWord,
        OkWord,
        DoneWord,
        BadgeWord,
        OrderWord,
        ItemWord,
        SerialWord,
        LabelWord,
        ReasonWord,
        WrongItemWord,
        WrongLabelWord,
        MisreadWord,
        RefusedWord,
        TooManyWord,
        UnknownWord,
        StopWord,
        LookWord,
        WaitWord
    };
    Q_ENUM(Word)

    PackModel(BenchPort& bench, LabelShelf& labels);

    void show(const StationSnapshot& snapshot);
    void speak(Language language);

    Q_INVOKABLE void acknowledge() { m_bench.acknowledge(); }
    Q_INVOKABLE void confirmRemarks() { m_bench.confirmRemarks(); }
    Q_INVOKABLE void undo() { m_bench.undo(); }
    Q_INVOKABLE void nothingCame() { m_bench.nothingCame(); }
    Q_INVOKABLE void labelDamaged();
    Q_INVOKABLE void cancelLabel();

    [[nodiscard]] Step step() const { return Step(m_shown.stage); }
    [[nodiscard]] Face face() const { return Face(m_shown.verdict); }
    [[nodiscard]] Word word() const;
    [[nodiscard]] QString said() const { return m_said; }
    [[nodiscard]] QString detail() const { return m_detail; }
    [[nodiscard]] int pieceNumber() const { return m_pieceNumber; }
    [[nodiscard]] QStringList steps() const { return m_steps; }
    [[nodiscard]] int repeatsIgnored() const { return m_shown.repeatsIgnored; }
    [[nodiscard]] int nextQuantity() const { return m_shown.nextQuantity; }
    [[nodiscard]] bool singleItemMode() const { return m_shown.singleItemMode; }
    [[nodiscard]] bool inDoubt() const { return m_shown.notice.code == NoticeCode::LabelInDoubt; }

    [[nodiscard]] bool hasOrder() const { return m_shown.order.has_value(); }
    [[nodiscard]] QString orderTail() const { return tail(m_order.number, 5); }
    [[nodiscard]] bool orderIsTail() const { return orderTail() != m_order.number; }
    [[nodiscard]] QString about() const;
    [[nodiscard]] QString aboutShort() const; ///< without the shop
    [[nodiscard]] QString courier() const { return courierName(m_order.courier); }
    [[nodiscard]] int carton() const { return m_order.carton; }
    [[nodiscard]] int cartons() const { return m_order.cartons; }
    [[nodiscard]] QVariantList remarks() const;
    [[nodiscard]] int wanted() const { return m_order.required; }
    [[nodiscard]] int done() const { return m_order.done; }
    [[nodiscard]] int missing() const { return m_order.required - m_order.done; }

    [[nodiscard]] GoodsModel* open() { return &m_open; }
    [[nodiscard]] bool hasOpen() const { return m_hasOpen; }
    [[nodiscard]] int openDone() const { return m_openLine.done; }
    [[nodiscard]] int openWanted() const { return m_openLine.required; }
    [[nodiscard]] bool openAsksSerial() const { return m_openLine.asksSerial; }
    [[nodiscard]] LinesModel* waiting() { return &m_waiting; }
    [[nodiscard]] int doneLines() const { return int(m_folded.size()); }
    [[nodiscard]] int donePieces() const;
    [[nodiscard]] QString doneText() const;
    [[nodiscard]] QStringList donePictures() const;

    [[nodiscard]] bool isRefused() const { return m_shown.refusal.has_value(); }
    [[nodiscard]] QString scanned() const;
    [[nodiscard]] QString differing() const;
    [[nodiscard]] GoodsModel* got() { return &m_got; }
    [[nodiscard]] GoodsModel* expected() { return &m_expected; }

    [[nodiscard]] bool hasLabel() const { return m_shown.label.has_value(); }
    [[nodiscard]] QString labelPicture() const { return m_labelPicture; }
    [[nodiscard]] QString labelTail() const;
    [[nodiscard]] QString labelCourier() const { return courierName(label().courier); }
    [[nodiscard]] QString labelState() const { return label().state; }
    [[nodiscard]] QString labelCause() const { return label().cause; }
    [[nodiscard]] int labelCopy() const { return label().copyNo; }
    /// Nothing of it has left, and nothing is under way.
    [[nodiscard]] bool labelWaits() const;
    [[nodiscard]] QString labelEvidence() const { return label().evidence; }
    [[nodiscard]] bool labelConfirmed() const { return label().confirmedByPrinter; }

    [[nodiscard]] QStringList held() const;
    [[nodiscard]] int heldCount() const;
    /// Scans that came faster than the bench judges them; a few always wait for a moment.
    [[nodiscard]] int scansWaiting() const;
    [[nodiscard]] bool canUndo() const { return m_shown.canUndo; }
    [[nodiscard]] QString lastTail() const { return tail(m_shown.lastParcel, 4); }
    [[nodiscard]] QString lastCourier() const { return courierName(m_shown.lastParcelCourier); }
    [[nodiscard]] QString lastState() const { return m_shown.lastParcelState; }

Q_SIGNALS:
    void stepChanged();
    void verdictChanged();
    void stepsChanged();
    void orderChanged();
    void progressChanged();
    void foldedChanged();
    void refusalChanged();
    void labelChanged();
    void heldChanged();
    void bottomChanged();

private:
    [[nodiscard]] QString courierName(const QString& key) const;
    [[nodiscard]] ShownLabel label() const { return m_shown.label.value_or(ShownLabel{}); }
    [[nodiscard]] const ShownLine* countedLine(const ShownOrder& before) const;
    void sayVerdict(const ShownOrder& before);
    void showLines();
    void tellChanges(const StationSnapshot& before);

    BenchPort& m_bench;
    LabelShelf& m_labels;
    Language m_language = Language::Chinese;
    StationSnapshot m_shown;
    ShownOrder m_order;
    bool m_hasOpen = false;
    ShownLine m_openLine;
    QList<ShownLine> m_folded;
    QString m_labelPicture;
    QString m_said;
    QString m_detail;
    QStringList m_steps;
    int m_pieceNumber = 0;
    GoodsModel m_open;
    GoodsModel m_got;
    GoodsModel m_expected;
    LinesModel m_waiting;
};

} // namespace packbench
