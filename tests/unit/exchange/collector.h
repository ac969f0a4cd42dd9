#pragma once

#include "exchange/orderfile.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QTemporaryDir>

namespace packbench::test {

/// Keeps what a reader hands on.
class Collector : public OrderSink {
public:
    void take(const FileOrder& order) override { orders.append(order); }
    void refuse(const Refusal& refusal) override { refusals.append(refusal); }
    [[nodiscard]] bool progress(int permille) override {
        steps.append(permille);
        return steps.size() <= stopAfter;
    }

    /// The order of that number; an empty one when there is none.
    [[nodiscard]] ShopOrder order(const QString& number) const;
    [[nodiscard]] QStringList numbers() const;
    /// "line reason order" of each refusal.
    [[nodiscard]] QStringList refused() const;

    QList<FileOrder> orders;
    QList<Refusal> refusals;
    QList<int> steps;
    qsizetype stopAfter = 1'000'000;
};

/// A reading in China's zone.
[[nodiscard]] OrderReading reading(const QString& format = QStringLiteral("auto"));

/// A file with that content in a folder of its own, and what was read from it.
class Imported {
    QTemporaryDir m_folder;

public:
    explicit Imported(const QByteArray& content, const OrderReading& how = reading());
    Imported(const QString& path, const OrderReading& how);

    Collector found;
    FileVerdict verdict;

    /// The reason's word when the file was refused as a whole, else empty.
    [[nodiscard]] QString whole() const;
};

/// A file in `folder` with that content.
[[nodiscard]] QString fileWith(const QTemporaryDir& folder, const QByteArray& content);

/// Everything that an order file told, for golden files.
[[nodiscard]] QJsonObject described(const Collector& found, const FileVerdict& verdict);

/// "2026-09-20 10:15:00" in China's zone.
[[nodiscard]] QString localText(const std::optional<Instant>& instant);

} // namespace packbench::test
