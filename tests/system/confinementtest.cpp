#include "cli/confinement.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <functional>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace packbench {
namespace {

/// What the probe gives back when it runs in a confined process of its own; 99 when that could not
/// be had.
int inConfinement(const std::function<int()>& probe) {
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(confine({}).isEmpty() ? probe() : 99);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int errorOf(int result) {
    return result < 0 ? errno : 0;
}

TEST(Confinement, HasNoNetwork) {
    EXPECT_EQ(inConfinement([] { return errorOf(::socket(AF_INET, SOCK_STREAM, 0)); }), EPERM);
    EXPECT_EQ(inConfinement([] { return errorOf(::socket(AF_UNIX, SOCK_STREAM, 0)); }), EPERM);
}

TEST(Confinement, StartsNoProgramAndNoProcess) {
    EXPECT_EQ(inConfinement([] { return errorOf(::execl("/bin/true", "true", nullptr)); }), EPERM);
    EXPECT_EQ(inConfinement([] { return errorOf(::fork()); }), EPERM);
}

TEST(Confinement, ReadsFilesAndWritesNone) {
    EXPECT_EQ(inConfinement([] { return errorOf(::open("/etc/hostname", O_RDONLY)); }), 0);
    EXPECT_EQ(inConfinement([] { return errorOf(::open("/dev/null", O_WRONLY)); }), EPERM);
    EXPECT_EQ(inConfinement([] { return errorOf(::open("/tmp/x", O_RDWR | O_CREAT, 0600)); }),
              EPERM);
    EXPECT_EQ(inConfinement([] { return errorOf(::unlink("/tmp/x")); }), EPERM);
}

TEST(Confinement, MayHaveThreads) {
    EXPECT_EQ(inConfinement([] {
                  int seen = 1;
                  std::thread([&seen] { seen = 0; }).join();
                  return seen;
              }),
              0);
}

TEST(Confinement, EndsWhatComputesForever) {
    const pid_t child = ::fork();
    if (child == 0) {
        if (!confine({qint64(1) << 30, 1}).isEmpty())
            ::_exit(99);
        for (;;)
            (void)::getppid();
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status));
}

} // namespace
} // namespace packbench
