#include "labels/carrier/zplglyphs.h"

#include <QChar>
#include <QString>
#include <QTransform>

#include <algorithm>
#include <array>

namespace packbench {

namespace {

struct Measured {
    char32_t character;
    int left; ///< white before the ink, thousandths of the width that ^A names
    int ink;
    int advance;
};

// Font 0 of pictures made by Labelary, in text of 20 to 200 dots: where each letter's ink begins
// and how wide it is, and how far the next one stands. Sorted by character.
constexpr std::array<Measured, 77> kMeasured{
    {{U' ', 0, 0, 285},     {U'!', 80, 143, 290},  {U'#', 10, 471, 490}, {U'&', 40, 533, 600},
     {U'(', 62, 219, 283},  {U')', 42, 209, 307},  {U'*', 40, 320, 400}, {U'+', 150, 598, 900},
     {U',', 75, 135, 285},  {U'-', 165, 576, 900}, {U'.', 75, 138, 285}, {U'/', 23, 278, 322},
     {U'0', 40, 401, 480},  {U'1', 70, 302, 480},  {U'2', 35, 413, 480}, {U'3', 32, 421, 480},
     {U'4', 26, 426, 480},  {U'5', 36, 417, 480},  {U'6', 36, 412, 480}, {U'7', 33, 417, 480},
     {U'8', 32, 412, 480},  {U'9', 32, 412, 480},  {U':', 80, 146, 295}, {U'?', 40, 380, 460},
     {U'@', 30, 720, 780},  {U'A', 10, 522, 545},  {U'B', 74, 430, 552}, {U'C', 57, 452, 548},
     {U'D', 78, 478, 600},  {U'E', 74, 398, 500},  {U'F', 82, 399, 505}, {U'G', 50, 480, 595},
     {U'H', 78, 477, 632},  {U'I', 70, 138, 278},  {U'J', 22, 380, 455}, {U'K', 78, 463, 560},
     {U'L', 73, 405, 480},  {U'M', 75, 626, 768},  {U'N', 75, 474, 622}, {U'O', 39, 490, 565},
     {U'P', 68, 463, 554},  {U'Q', 50, 500, 590},  {U'R', 66, 487, 584}, {U'S', 52, 456, 540},
     {U'T', 17, 462, 493},  {U'U', 66, 476, 606},  {U'V', 15, 488, 520}, {U'W', 20, 775, 810},
     {U'X', 20, 505, 545},  {U'Y', 15, 516, 545},  {U'Z', 30, 428, 490}, {U'a', 54, 391, 469},
     {U'b', 67, 400, 490},  {U'c', 50, 355, 440},  {U'd', 52, 400, 490}, {U'e', 58, 389, 480},
     {U'f', 14, 257, 280},  {U'g', 52, 392, 488},  {U'h', 74, 382, 505}, {U'i', 68, 136, 268},
     {U'j', -10, 195, 255}, {U'k', 70, 383, 460},  {U'l', 66, 138, 265}, {U'm', 71, 630, 760},
     {U'n', 69, 386, 494},  {U'o', 50, 396, 485},  {U'p', 67, 399, 483}, {U'q', 52, 400, 490},
     {U'r', 74, 258, 325},  {U's', 38, 362, 435},  {U't', 14, 246, 285}, {U'u', 70, 389, 510},
     {U'v', 15, 412, 440},  {U'w', 18, 600, 635},  {U'x', 15, 402, 430}, {U'y', 15, 400, 430},
     {U'z', 25, 360, 410}}};

// Of the height that ^A names.
constexpr double kCapital = 0.742;
constexpr double kSmall = 0.568;
constexpr double kDescender = 0.186;
// Of what was not measured: our faces are a little narrower.
constexpr double kAcross = 1.05;
constexpr char32_t kLastLatin = 0x24F;

const Measured* measuredOf(char32_t character) {
    const auto found = std::lower_bound(
        kMeasured.begin(), kMeasured.end(), character,
        [](const Measured& one, char32_t wanted) { return one.character < wanted; });
    return found != kMeasured.end() && found->character == character ? &*found : nullptr;
}

char32_t withoutMark(char32_t character) {
    const QString parts = QChar::decomposition(character);
    return parts.isEmpty() ? character : char32_t(parts.at(0).unicode());
}

bool isSmall(char32_t character) {
    return QString::fromLatin1("acegmnopqrsuvwxyz")
        .contains(QChar(static_cast<char16_t>(character)));
}

bool hasDescender(char32_t character) {
    return QString::fromLatin1("gjpqy").contains(QChar(static_cast<char16_t>(character)));
}

void shortenDescender(QPainterPath& path) {
    const double foot = path.boundingRect().bottom();
    if (foot <= kDescender)
        return;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element point = path.elementAt(i);
        if (point.y > 0)
            path.setElementPositionAt(i, point.x, point.y * kDescender / foot);
    }
}

} // namespace

double fittedToPrinter(char32_t character, QPainterPath& path, double advance,
                       const LentFace& face) {
    if (character > kLastLatin)
        return advance;
    const char32_t base = withoutMark(character);
    const Measured* measured = measuredOf(base);
    const double down =
        isSmall(base) ? kSmall / std::max(0.3, face.small) : kCapital / std::max(0.3, face.capital);
    const QRectF box = path.boundingRect();
    if (measured == nullptr || (box.width() <= 0 && measured->ink > 0)) {
        path = QTransform::fromScale(kAcross, down).map(path);
        return advance * kAcross;
    }
    if (measured->ink > 0) {
        // Marks are wider than a narrow letter: there the letter's own place counts.
        const double across = base == character ? measured->ink / 1000.0 / box.width() : kAcross;
        const double left = base == character
                                ? measured->left / 1000.0 - box.left() * across
                                : (measured->advance / 1000.0 - advance * kAcross) / 2;
        path = QTransform(across, 0, 0, down, left, 0).map(path);
    }
    if (hasDescender(base))
        shortenDescender(path);
    return measured->advance / 1000.0;
}

} // namespace packbench
