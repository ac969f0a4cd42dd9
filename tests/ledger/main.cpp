#include "support/postgresserver.h"

#include <QCoreApplication>
#include <QLocale>

#include <gtest/gtest.h>

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    QCoreApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::Turkish, QLocale::Turkey)); // i without its dot
    const int result = RUN_ALL_TESTS();
    packbench::stopSharedPostgres();
    return result;
}
