#include "support/smalldisk.h"

#include <csignal>
#include <sys/resource.h>

namespace packbench::test {

struct SmallDisk::Before {
    rlimit limit{};
    void (*handler)(int) = std::signal(SIGXFSZ, SIG_IGN);
};

SmallDisk::SmallDisk(unsigned bytes) : m_before(std::make_unique<Before>()) {
    ::getrlimit(RLIMIT_FSIZE, &m_before->limit);
    const rlimit small{bytes, m_before->limit.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
}

SmallDisk::~SmallDisk() {
    ::setrlimit(RLIMIT_FSIZE, &m_before->limit);
    (void)std::signal(SIGXFSZ, m_before->handler);
}

} // namespace packbench::test
