#include "window.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <stdexcept>

namespace packbench {

namespace {

QQuickItem* find(QQuickItem* below, const QString& name) {
    if (!below->isVisible())
        return nullptr;
    if (below->objectName() == name)
        return below;
    for (QQuickItem* child : below->childItems()) {
        if (QQuickItem* found = find(child, name))
            return found;
    }
    return nullptr;
}

bool isLoading(QQuickItem* below) {
    if (!below->isVisible())
        return false;
    constexpr int kLoading = 2;
    if (below->inherits("QQuickImage") && below->property("status").toInt() == kLoading)
        return true;
    const auto children = below->childItems();
    return std::any_of(children.cbegin(), children.cend(), isLoading);
}

} // namespace

ShownKiosk::ShownKiosk(KioskOptions options) {
    options.silent = true;
    options.zone = samples::zone();
    kiosk = std::make_unique<Kiosk>(
        bench, [this] { return now; }, options);
    if (QTest::qWaitForWindowExposed(window())) {
        window()->requestActivate();
        (void)QTest::qWaitForWindowActive(window());
    }
}

QQuickItem* ShownKiosk::item(const QString& name) const {
    return find(window()->contentItem(), name);
}

void ShownKiosk::tap(const QString& name) {
    QQuickItem* target = nullptr;
    if (!QTest::qWaitFor([&] { return (target = item(name)) != nullptr; }, 3000))
        throw std::runtime_error("nothing is called " + name.toStdString());
    (void)window()->grabWindow(); // everything takes its place before it is drawn
    QTest::mouseClick(window(), Qt::LeftButton, {},
                      target->mapToScene(target->boundingRect().center()).toPoint());
}

QImage ShownKiosk::picture() {
    (void)QTest::qWaitFor([this] { return !isLoading(window()->contentItem()); }, 5000);
    QCoreApplication::processEvents();
    return window()->grabWindow();
}

QList<QQuickItem*> ShownKiosk::texts(QQuickItem* below) {
    QList<QQuickItem*> out;
    if (!below->isVisible() || below->opacity() == 0)
        return out;
    if (below->inherits("QQuickText") || below->inherits("packbench::LargeWords"))
        out.append(below);
    for (QQuickItem* child : below->childItems())
        out.append(texts(child));
    return out;
}

QStringList ShownKiosk::visibleTexts() const {
    (void)window()->grabWindow();
    QStringList out;
    for (const QQuickItem* text : texts(window()->contentItem()))
        out.append(text->property("text").toString());
    return out;
}

bool ShownKiosk::says(const QString& text) const {
    return visibleTexts().contains(text);
}

} // namespace packbench
