#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QStringList>

namespace packbench {

/// What a program came to.
struct Ended {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out); }
};

/// Runs packctl to its end, with `input` on standard input and an odd locale around it.
[[nodiscard]] Ended packctl(const QStringList& arguments, const QByteArray& input = {});

/// The bytes of a file; empty when it is not there.
[[nodiscard]] QByteArray fileBytes(const QString& path);

} // namespace packbench
