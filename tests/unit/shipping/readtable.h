#pragma once

#include <QFile>
#include <QString>
#include <QStringList>

#include <gtest/gtest.h>

namespace packbench::test {

/// The rows of a tab-separated file without its heading; lines beginning with # are remarks.
inline QList<QStringList> readTable(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(path);
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    lines.removeIf([](const QString& line) { return line.startsWith(u'#'); });
    QList<QStringList> rows;
    for (const QString& line : lines.mid(1))
        rows << line.split(u'\t');
    return rows;
}

inline QString fixture(const char* name) {
    return QStringLiteral(FIXTURES "/shipping/") + QString::fromLatin1(name);
}

inline QString sharedData(const char* name) {
    return QStringLiteral(SHARED_DATA "/") + QString::fromLatin1(name);
}

} // namespace packbench::test

/// Corpus tests need data that does not travel with the sources.
#define SKIP_WITHOUT(path)                                                                         \
    if (!QFile::exists(path))                                                                      \
    GTEST_SKIP() << "not found, this comparison is left out: " << qPrintable(path)
