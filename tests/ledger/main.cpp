#include "support/postgresserver.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTemporaryDir>

#include <gtest/gtest.h>

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    QCoreApplication app(argc, argv);
    const QTemporaryDir settings; // audit keys of PostgreSQL ledgers lie there
    qputenv("XDG_CONFIG_HOME", settings.path().toUtf8());
    QLocale::setDefault(QLocale(QLocale::Turkish, QLocale::Turkey)); // i without its dot
    const int result = RUN_ALL_TESTS();
    packbench::stopSharedPostgres();
    return result;
}
