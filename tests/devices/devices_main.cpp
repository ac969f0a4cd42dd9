#include "preload.h"

#include <gtest/gtest.h>

int main(int argc, char** argv) {
    packbench::test::preloadUmockdev(argv);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
