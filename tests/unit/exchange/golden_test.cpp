// One small export per format beside what it must give.
#include "collector.h"

#include <QFile>
#include <QJsonDocument>
#include <gtest/gtest.h>

using namespace packbench;
using namespace packbench::test;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class Golden : public testing::TestWithParam<const char*> {};

TEST_P(Golden, AnExportGivesWhatItsGoldenFileSays) {
    const QString base = QStringLiteral(FIXTURES "/exchange/") + QLatin1String(GetParam());
    const Imported import(base + QStringLiteral(".csv"), reading());
    ASSERT_FALSE(import.verdict.whole) << import.verdict.whole->text.toStdString();
    const QByteArray actual =
        QJsonDocument(described(import.found, import.verdict)).toJson(QJsonDocument::Indented);
    const QByteArray golden = contentOf(base + QStringLiteral(".json"));
    if (actual != golden) {
        QFile file(base + QStringLiteral(".actual"));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(actual);
    }
    EXPECT_EQ(actual.toStdString(), golden.toStdString());
}

INSTANTIATE_TEST_SUITE_P(Formats, Golden,
                         testing::Values("taobao-list", "taobao-details", "jd", "pdd", "douyin",
                                         "shopify", "amazon", "ebay", "etsy", "woocommerce",
                                         "packbench"));

} // namespace
