#include "drivers/resolution.h"

#include <QRegularExpression>

namespace packbench {

int dotsPerMmOfDpi(int dpi) {
    switch (dpi) {
    case 150:
    case 152: return 6;
    case 200:
    case 203: return 8;
    case 300:
    case 305: return 12;
    case 600:
    case 609: return 24;
    default: return 0;
    }
}

int dotsPerMmNamedIn(const QString& text) {
    static const QRegularExpression kDpi(QStringLiteral("(\\d{3})\\s*dpi"),
                                         QRegularExpression::CaseInsensitiveOption);
    return dotsPerMmOfDpi(kDpi.match(text).captured(1).toInt());
}

} // namespace packbench
