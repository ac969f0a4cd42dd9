#include "bench/benchsettings.h"

#include <gtest/gtest.h>

namespace packbench {
namespace {

struct Example {
    const char* name;
    const char* value;
};

TEST(BenchSettings, ValuesThatFitAreTaken) {
    for (const Example& good : {Example{"warehouse.zone", "Europe/Berlin"},
                                {"calendar.rest", "sat,sun"},
                                {"calendar.name", "cn"},
                                {"calendar.name", "none"},
                                {"waves.times", "09:30, 15:00"},
                                {"scan.repeat_ms", "0"},
                                {"inputs", "serial:///dev/ttyACM0 camera:/dev/video0"},
                                {"printer.language", "tspl"},
                                {"printer.languages", "usb:1d5a:0401:A%201=tspl usb:1:2@1-3=zpl"},
                                {"label.template", "general-76x130"},
                                {"label.templates", "sf=sf-100x150 sto=sto-76x130"},
                                {"label.templates", ""},
                                {"dispatch.at", "gate"},
                                {"courier.default", "zto"},
                                {"courier.default", ""},
                                {"audit.headFile", "/tmp/no-such-head-file"},
                                {"audit.headFile", ""},
                                {"sender.name", "anything at all"}})
        EXPECT_EQ(settingProblem(QLatin1String(good.name), QLatin1String(good.value)), QString())
            << good.name << " = " << good.value;
}

TEST(BenchSettings, ValuesThatWouldBeIgnoredAreRefusedInWords) {
    for (const Example& bad : {Example{"warehouse.zone", "Mars/Olympus"},
                               {"calendar.rest", "funday"},
                               {"calendar.name", "/nowhere.json"},
                               {"waves.times", "10:00,late"},
                               {"scan.repeat_ms", "fast"},
                               {"scan.repeat_ms", "5000"},
                               {"inputs", "serial:///dev/ttyACM0 camera:video0"},
                               {"printer.language", "klingon"},
                               {"printer.languages", "usb:1d5a:0401:A=klingon"},
                               {"printer.languages", "=zpl"},
                               {"label.template", "no-such-template"},
                               {"label.templates", "sf=no-such-template"},
                               {"label.templates", "pigeon=sf-100x150"},
                               {"label.templates", "sf-100x150"},
                               {"dispatch.at", "moon"},
                               {"audit.headFile", "/nonexist/x"},
                               {"audit.headFile", "heads"},
                               {"audit.headFile", "/"},
                               {"audit.headFile", "/etc/passwd"},
                               {"courier.default", "pigeon"}}) {
        const QString problem = settingProblem(QLatin1String(bad.name), QLatin1String(bad.value));
        EXPECT_TRUE(problem.contains(QLatin1String(bad.value))) << bad.name;
        EXPECT_TRUE(problem.contains(QLatin1String("it takes"))) << bad.name;
    }
}

} // namespace
} // namespace packbench
