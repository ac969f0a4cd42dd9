#include "labels/carrier/interpreter.h"
#include "labels/proof.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QSet>

#include <gtest/gtest.h>

#include <algorithm>

namespace packbench {

namespace {

// The corpus' pictures are as large as this whatever the label says; a narrower or wider page
// stands in their middle.
const QSize kPictureDots{813, 1626};

struct Compared {
    QString name;
    double difference = 1; ///< of all dots
    double overlap = 0;    ///< dots black in both, of those black in either
    double milliseconds = 0;
};

struct Case {
    QString name; ///< as EXPECTED-BARCODES.tsv names it
    QByteArray zpl;
    QString picture;
};

QDir corpus() {
    return QDir(QStringLiteral(SHARED_DATA "/labels"));
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<Case> filesOf(const QString& folder) {
    QList<Case> cases;
    const QStringList names =
        QDir(corpus().filePath(folder)).entryList({u"*.zpl"_qs}, QDir::Files, QDir::Name);
    for (const QString& name : names) {
        const QString path = folder + u'/' + name;
        QString picture = corpus().filePath(path);
        picture.replace(u".zpl"_qs, u".png"_qs);
        cases.append({path, contentOf(corpus().filePath(path)), picture});
    }
    return cases;
}

QList<Case> singleCodes() {
    const QString list = u"zplab/barcodes/fixtures.json"_qs;
    const QJsonObject all = QJsonDocument::fromJson(contentOf(corpus().filePath(list))).object();
    QList<Case> cases;
    for (const QJsonValue& value : all.value(u"test_cases"_qs).toArray()) {
        const QJsonObject one = value.toObject();
        cases.append(
            {list + u'#' + one.value(u"id"_qs).toString(),
             one.value(u"zpl_input"_qs).toString().toUtf8(),
             corpus().filePath(u"zplab/barcodes/"_qs + one.value(u"image_ref"_qs).toString())});
    }
    return cases;
}

QImage blackAndWhite(const QImage& picture) {
    QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    for (int y = 0; y < grey.height(); ++y) {
        uchar* row = grey.scanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            row[x] = row[x] < 128 ? 0 : 255;
    }
    return grey;
}

QList<CarrierLabel> labelsOf(const QByteArray& zpl, QSize dots = kPictureDots) {
    InterpreterSetup setup;
    setup.pageDots = dots;
    setup.obeysLength = false;
    const auto interpreter = zplInterpreter(setup);
    interpreter->take(zpl);
    interpreter->end();
    return interpreter->takeLabels();
}

QImage centred(const QImage& page, QSize dots) {
    QImage whole(dots, QImage::Format_Grayscale8);
    whole.fill(Qt::white);
    QPainter painter(&whole);
    const int spare = dots.width() - page.width();
    painter.drawImage(spare >= 0 ? spare / 2 : -((1 - spare) / 2), 0, page);
    return whole;
}

Compared compared(const QImage& ours, const QImage& theirs) {
    const QSize common = ours.size().boundedTo(theirs.size());
    qint64 differs = 0;
    qint64 both = 0;
    qint64 either = 0;
    for (int y = 0; y < common.height(); ++y) {
        const uchar* one = ours.constScanLine(y);
        const uchar* other = theirs.constScanLine(y);
        for (int x = 0; x < common.width(); ++x) {
            const bool isOurs = one[x] == 0;
            const bool isTheirs = other[x] == 0;
            differs += isOurs != isTheirs ? 1 : 0;
            both += isOurs && isTheirs ? 1 : 0;
            either += isOurs || isTheirs ? 1 : 0;
        }
    }
    Compared result;
    result.difference = double(differs) / (double(common.width()) * common.height());
    result.overlap = either > 0 ? double(both) / double(either) : 1;
    return result;
}

/// Ours, theirs, and both over each other: red is only ours, blue only theirs.
QString sideBySide(const QString& name, const QImage& ours, const QImage& theirs) {
    QImage sheet(ours.width() * 3 + 40, std::max(ours.height(), theirs.height()),
                 QImage::Format_RGB32);
    sheet.fill(Qt::lightGray);
    QPainter painter(&sheet);
    painter.drawImage(0, 0, ours);
    painter.drawImage(ours.width() + 20, 0, theirs);
    QImage over(ours.size().boundedTo(theirs.size()), QImage::Format_RGB32);
    for (int y = 0; y < over.height(); ++y) {
        for (int x = 0; x < over.width(); ++x) {
            const bool isOurs = qGray(ours.pixel(x, y)) < 128;
            const bool isTheirs = qGray(theirs.pixel(x, y)) < 128;
            over.setPixel(x, y,
                          isOurs && isTheirs ? qRgb(0, 0, 0)
                          : isOurs           ? qRgb(255, 0, 0)
                          : isTheirs         ? qRgb(0, 0, 255)
                                             : qRgb(255, 255, 255));
        }
    }
    painter.drawImage(2 * (ours.width() + 20), 0, over);
    painter.end();
    const QString wanted = qEnvironmentVariable("PACKBENCH_CORPUS_PICTURES");
    const QDir folder(wanted.isEmpty() ? QDir::temp().filePath(u"packbench-zpl"_qs) : wanted);
    folder.mkpath(u"."_qs);
    QString file = name;
    file.replace(u'/', u'_').replace(u'#', u'_');
    const QString path = folder.filePath(file + u".png"_qs);
    sheet.save(path);
    return path;
}

double median(QList<double> values) {
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 != 0 ? values.at(middle)
                                  : (values.at(middle - 1) + values.at(middle)) / 2;
}

struct Scores {
    QList<double> differences;
    QList<double> overlaps;
    QString worst; ///< picture of the least overlap
};

/// Draws every label of a set and compares it with its picture; says each on a line.
Scores scored(const QList<Case>& cases) {
    Scores scores;
    double least = 2;
    for (const Case& one : cases) {
        const QImage theirs = blackAndWhite(QImage(one.picture));
        const QList<CarrierLabel> labels = labelsOf(one.zpl, theirs.size());
        if (labels.isEmpty()) {
            ADD_FAILURE() << qPrintable(one.name) << " gave no label";
            continue;
        }
        const QImage ours = centred(imageFromPage(labels.first().page), theirs.size());
        const Compared result = compared(ours, theirs);
        std::printf("%-55s difference %5.2f %%  overlap %.3f\n", qPrintable(one.name),
                    result.difference * 100, result.overlap);
        for (const LabelFinding& finding : labels.first().findings)
            std::printf("    %s: %s\n", qPrintable(finding.kind), qPrintable(finding.text));
        scores.differences.append(result.difference);
        scores.overlaps.append(result.overlap);
        const bool wantsAll = qEnvironmentVariableIsSet("PACKBENCH_CORPUS_PICTURES");
        if (wantsAll || result.overlap < least)
            scores.worst = sideBySide(one.name, ours, theirs);
        least = std::min(least, result.overlap);
    }
    std::printf("median difference %.2f %%, overlap %.3f of %d labels; least overlap: %s\n",
                median(scores.differences) * 100, median(scores.overlaps),
                int(scores.overlaps.size()), qPrintable(scores.worst));
    return scores;
}

/// \xNN as the byte it stands for.
QString unescaped(const QString& text) {
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'\\' && i + 3 < text.size() && text.at(i + 1) == u'x') {
            result += QChar(text.mid(i + 2, 2).toInt(nullptr, 16));
            i += 3;
        } else {
            result += text.at(i);
        }
    }
    return result;
}

/// Readers differ in what they make of the control characters of GS1 and in leading zeros.
QString plain(const QString& text) {
    QString result;
    std::copy_if(text.begin(), text.end(), std::back_inserter(result), [](QChar c) {
        return c.unicode() > 0x20 && c != u'(' && c != u')' && c.unicode() < 0xF000;
    });
    return result.startsWith(u'0') ? result.mid(1) : result;
}

bool isCorpusHere() {
    return QFileInfo::exists(corpus().filePath(u"EXPECTED-BARCODES.tsv"_qs));
}

#define NEEDS_CORPUS()                                                                             \
    if (!isCorpusHere())                                                                           \
    GTEST_SKIP() << "No corpus: shared/data/labels is not beside the checkout."

} // namespace

// Ratchets: what was measured once; to be raised, never lowered.

TEST(ZplCorpus, CouriersLabelsLookLikeTheirPictures) {
    NEEDS_CORPUS();
    const Scores scores = scored(filesOf(u"labelize/labels"_qs));
    EXPECT_GE(median(scores.overlaps), 0.85) << qPrintable(scores.worst);
    EXPECT_LE(median(scores.differences), 0.020) << qPrintable(scores.worst);
}

TEST(ZplCorpus, SingleFeaturesLookLikeTheirPictures) {
    NEEDS_CORPUS();
    // Mostly a word or a thin shape alone: one dot beside its place costs much of the overlap.
    const Scores scores = scored(filesOf(u"labelize/unit"_qs));
    EXPECT_GE(median(scores.overlaps), 0.73) << qPrintable(scores.worst);
    EXPECT_LE(median(scores.differences), 0.002) << qPrintable(scores.worst);
}

TEST(ZplCorpus, SingleCodesLookLikeTheirPictures) {
    NEEDS_CORPUS();
    const Scores scores = scored(singleCodes());
    EXPECT_GE(median(scores.overlaps), 0.99) << qPrintable(scores.worst);
}

TEST(ZplCorpus, EveryListedCodeIsReadFromOurDrawing) {
    NEEDS_CORPUS();
    QHash<QString, QByteArray> streams;
    for (const Case& one :
         filesOf(u"labelize/labels"_qs) + filesOf(u"labelize/unit"_qs) + singleCodes())
        streams.insert(one.name, one.zpl);
    QFile list(corpus().filePath(u"EXPECTED-BARCODES.tsv"_qs));
    ASSERT_TRUE(list.open(QIODevice::ReadOnly));
    list.readLine();
    QSet<QString> wanted;
    QSet<QString> found;
    QHash<QString, QList<ReadCode>> read;
    while (!list.atEnd()) {
        const QStringList cells = QString::fromUtf8(list.readLine()).chopped(1).split(u'\t');
        if (cells.size() < 5)
            continue;
        const QString& name = cells.at(0);
        if (!read.contains(name)) {
            const QList<CarrierLabel> labels = labelsOf(streams.value(name));
            if (!labels.isEmpty())
                read[name] = readCodes(imageFromPage(labels.first().page));
        }
        const QString text = plain(unescaped(cells.at(4)));
        const QString key = name + u'\t' + cells.at(2) + u'\t' + text;
        wanted.insert(key);
        for (const ReadCode& code : read.value(name)) {
            if (plain(code.text) == text)
                found.insert(key);
        }
    }
    for (const QString& missed : wanted - found) {
        std::printf("not read: %s\n", qPrintable(missed));
        for (const ReadCode& code : read.value(missed.section(u'\t', 0, 0)))
            std::printf("    %s %s\n", qPrintable(code.format), qPrintable(plain(code.text)));
    }
    std::printf("read %d of %d\n", int(found.size()), int(wanted.size()));
    EXPECT_GE(found.size(), 90);
}

} // namespace packbench
