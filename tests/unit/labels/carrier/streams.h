#pragma once

#include "labels/carrier/interpreter.h"
#include "labels/proof.h"

#include <algorithm>

namespace packbench {

/// What came of a whole stream.
struct Interpreted {
    QList<CarrierLabel> labels;
    QList<QByteArray> queries;
    QString problem;

    [[nodiscard]] QStringList kinds() const {
        QStringList result;
        for (const CarrierLabel& label : labels) {
            for (const LabelFinding& finding : label.findings)
                result.append(finding.kind);
        }
        return result;
    }
    [[nodiscard]] bool isBlack(int x, int y) const { return labels.first().page.isBlack(x, y); }
};

inline InterpreterSetup smallPaper(QSize dots = QSize(400, 300)) {
    InterpreterSetup setup;
    setup.pageDots = dots;
    return setup;
}

inline Interpreted interpreted(std::unique_ptr<CarrierInterpreter> interpreter,
                               const QByteArray& bytes, qsizetype piece = 1 << 20) {
    Interpreted result;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        interpreter->take(bytes.mid(at, piece));
        result.labels += interpreter->takeLabels();
        result.queries += interpreter->takeQueries();
    }
    interpreter->end();
    result.labels += interpreter->takeLabels();
    result.queries += interpreter->takeQueries();
    result.problem = interpreter->problem();
    return result;
}

/// How many dots are black within a rectangle.
inline int ink(const Page& page, const QRect& place) {
    int count = 0;
    for (int y = place.top(); y <= place.bottom(); ++y) {
        for (int x = place.left(); x <= place.right(); ++x)
            count += page.isBlack(x, y) ? 1 : 0;
    }
    return count;
}

inline int ink(const Page& page) {
    return ink(page, QRect(0, 0, page.width, page.height));
}

/// The smallest rectangle with all that is black.
inline QRect inkBox(const Page& page) {
    QRect box;
    for (int y = 0; y < page.height; ++y) {
        for (int x = 0; x < page.width; ++x) {
            if (page.isBlack(x, y))
                box |= QRect(x, y, 1, 1);
        }
    }
    return box;
}

inline QStringList codesOn(const Page& page) {
    QStringList texts;
    for (const ReadCode& code : readCodes(imageFromPage(page)))
        texts.append(code.format + u' ' + code.text);
    texts.sort();
    return texts;
}

} // namespace packbench
