#pragma once

#include "labels/carrier/interpreter.h"
#include "labels/proof.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace packbench::zpltest {

/// What became of a stream.
struct Read {
    QList<CarrierLabel> labels;
    QList<QByteArray> queries;
    QString problem;
};

inline Read read(const QByteArray& stream, const InterpreterSetup& setup = {}) {
    const auto interpreter = zplInterpreter(setup);
    interpreter->take(stream);
    interpreter->end();
    return {interpreter->takeLabels(), interpreter->takeQueries(), interpreter->problem()};
}

inline Page pageOf(const QByteArray& stream) {
    const Read result = read(stream);
    EXPECT_TRUE(result.problem.isEmpty()) << qPrintable(result.problem);
    EXPECT_EQ(result.labels.size(), 1) << stream.constData();
    return result.labels.isEmpty() ? blankPage(1, 1, 8) : result.labels.first().page;
}

inline QRect inkOf(const Page& page) {
    QRect ink;
    for (int y = 0; y < page.height; ++y) {
        for (int x = 0; x < page.width; ++x) {
            if (page.isBlack(x, y))
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

inline QRect inkOf(const QByteArray& stream) {
    return inkOf(pageOf(stream));
}

inline QStringList kindsOf(const QByteArray& stream) {
    QStringList kinds;
    for (const CarrierLabel& label : read(stream).labels) {
        for (const LabelFinding& finding : label.findings)
            kinds.append(finding.kind);
    }
    return kinds;
}

inline QStringList codesOf(const QByteArray& stream) {
    QStringList texts;
    for (const ReadCode& code : readCodes(imageFromPage(pageOf(stream))))
        texts.append(code.text);
    return texts;
}

} // namespace packbench::zpltest
