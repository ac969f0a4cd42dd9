#include "preload.h"

#include <dlfcn.h>
#include <unistd.h>

#include <array>
#include <climits>
#include <cstdlib>
#include <string>

namespace packbench::test {
namespace {

constexpr const char* kLibrary = "libumockdev-preload.so.0";
constexpr const char* kTried = "PACKBENCH_PRELOAD_TRIED";

// The runtime of g++'s sanitizers must come before any other preloaded library.
std::string preloadList() {
    std::string list;
#if defined(__SANITIZE_ADDRESS__) && !defined(__clang__)
    list = "libasan.so.8 ";
#elif defined(__SANITIZE_THREAD__) && !defined(__clang__)
    list = "libtsan.so.2 ";
#endif
    list += kLibrary;
    if (const char* before = std::getenv("LD_PRELOAD"); before != nullptr && *before != '\0')
        list += std::string(" ") + before;
    return list;
}

} // namespace

// umockdev_in_mock_environment() is no use here: asked before a test bed exists it remembers "no"
// and sends no uevents from then on.
bool isUmockdevPreloaded() {
    return dlopen(kLibrary, RTLD_NOW | RTLD_NOLOAD) != nullptr;
}

void preloadUmockdev(char** arguments) {
    if (isUmockdevPreloaded() || std::getenv(kTried) != nullptr)
        return;
    std::array<char, PATH_MAX> program{};
    if (readlink("/proc/self/exe", program.data(), program.size() - 1) <= 0)
        return;
    setenv("LD_PRELOAD", preloadList().c_str(), 1);
    setenv(kTried, "1", 1);
    execv(program.data(), arguments);
}

} // namespace packbench::test
