#pragma once

#include <QGuiApplication>

namespace packbench {

/// The fonts of a label's texts need an application; it lives as long as the process.
inline void haveApplication() {
    static int count = 1;
    static char name[] = "fuzz";
    static char* words[] = {name, nullptr};
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    static const auto* const application = new QGuiApplication(count, words);
    Q_UNUSED(application)
}

} // namespace packbench
