#include "labels/inkblobs.h"

#include <QPoint>

#include <algorithm>
#include <vector>

namespace packbench {

namespace {

constexpr int kCell = 8;
constexpr int kDark = 128;
constexpr int kPadding = 12;
constexpr int kSmallest = 24;
constexpr qsizetype kMostBlobs = 24;

class Grid {
public:
    explicit Grid(const QImage& grey)
        : m_columns((grey.width() + kCell - 1) / kCell)
        , m_rows((grey.height() + kCell - 1) / kCell)
        , m_inked(static_cast<size_t>(m_columns) * static_cast<size_t>(m_rows), 0) {
        for (int y = 0; y < grey.height(); ++y) {
            const uchar* row = grey.constScanLine(y);
            for (int x = 0; x < grey.width(); ++x) {
                if (row[x] < kDark)
                    m_inked[index(x / kCell, y / kCell)] = 1;
            }
        }
    }

    [[nodiscard]] QList<QRect> takeBlobs() {
        QList<QRect> blobs;
        for (int y = 0; y < m_rows; ++y) {
            for (int x = 0; x < m_columns; ++x) {
                if (m_inked[index(x, y)] != 0)
                    blobs.append(takeBlob({x, y}));
            }
        }
        return blobs;
    }

private:
    [[nodiscard]] size_t index(int x, int y) const {
        return static_cast<size_t>(y) * static_cast<size_t>(m_columns) + static_cast<size_t>(x);
    }

    QRect takeBlob(QPoint start) {
        QRect cells(start, QSize(1, 1));
        std::vector<QPoint> open{start};
        m_inked[index(start.x(), start.y())] = 0;
        while (!open.empty()) {
            const QPoint at = open.back();
            open.pop_back();
            cells |= QRect(at, QSize(1, 1));
            for (int y = std::max(0, at.y() - 1); y <= std::min(m_rows - 1, at.y() + 1); ++y) {
                for (int x = std::max(0, at.x() - 1); x <= std::min(m_columns - 1, at.x() + 1);
                     ++x) {
                    if (m_inked[index(x, y)] == 0)
                        continue;
                    m_inked[index(x, y)] = 0;
                    open.emplace_back(x, y);
                }
            }
        }
        return {cells.topLeft() * kCell, cells.size() * kCell};
    }

    int m_columns;
    int m_rows;
    std::vector<char> m_inked;
};

bool couldBeCode(const QRect& blob, const QSize& page) {
    const int shorter = std::min(blob.width(), blob.height());
    const int longer = std::max(blob.width(), blob.height());
    return shorter >= kSmallest && longer <= 5 * shorter &&
           (blob.width() < page.width() || blob.height() < page.height());
}

} // namespace

QList<QRect> inkBlobs(const QImage& grey) {
    QList<QRect> blobs;
    for (const QRect& blob : Grid(grey).takeBlobs()) {
        if (couldBeCode(blob, grey.size()))
            blobs.append(blob.adjusted(-kPadding, -kPadding, kPadding, kPadding) & grey.rect());
    }
    std::sort(blobs.begin(), blobs.end(), [](const QRect& a, const QRect& b) {
        return a.width() * a.height() > b.width() * b.height();
    });
    return blobs.mid(0, kMostBlobs);
}

} // namespace packbench
