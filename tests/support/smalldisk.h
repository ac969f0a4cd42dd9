#pragma once

#include <memory>

namespace packbench::test {

/// While it lives, no file of this process, and of those it starts, grows beyond so many bytes: a
/// disk that is full.
class SmallDisk {
public:
    explicit SmallDisk(unsigned bytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    struct Before;
    std::unique_ptr<Before> m_before;
};

} // namespace packbench::test
