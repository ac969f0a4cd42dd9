#pragma once

#include <QImage>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace packbench::faults {

/// A label of paper: a picture in the virtual printer's folder, read as a scanner reads it.
struct PaperCopy {
    QString file; ///< "label-0001.png"
    QString number;
    qint64 parcel = 0; ///< 0: no mark of ours, such as a carrier's own label
    int copy = 0;
    QString text; ///< what a scanner hands on: the mark, else the number

    bool operator==(const PaperCopy&) const = default;
};

/// The codes on a label; the mark alone where there is one.
[[nodiscard]] QStringList codesOn(const QImage& whole);

/// Every label that came out, oldest first. What was read is kept beside the pictures, for reading
/// takes longer than everything else.
[[nodiscard]] QList<PaperCopy> labelsIn(const QString& folder);

/// The labels that came out into a folder, as somebody sees them who stands by: only new ones are
/// looked at.
class LabelShelf {
public:
    explicit LabelShelf(QString folder) : m_folder(std::move(folder)) {}
    [[nodiscard]] const QList<PaperCopy>& all();

private:
    QString m_folder;
    QList<PaperCopy> m_labels;
};

/// "758320014603-PBM-8-1"; nothing when it is no mark.
[[nodiscard]] std::optional<PaperCopy> readMark(const QString& text);

} // namespace packbench::faults
