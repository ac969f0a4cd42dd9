#include "screens/linesmodel.h"

#include "screens/shownwords.h"

namespace packbench {

int LinesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant LinesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ShownLine& line = m_rows.at(index.row()).shown;
    switch (role) {
    case Title: return line.item.title;
    case Spec: return specLine(line.item.spec);
    case Bin: return line.item.bin;
    case Picture: return line.item.picture;
    case Done: return line.done;
    case Required: return line.required;
    case AsksSerial: return line.asksSerial;
    default: return {};
    }
}

QHash<int, QByteArray> LinesModel::roleNames() const {
    return {{Title, "title"},          {Spec, "spec"}, {Bin, "bin"},
            {Picture, "goods"},        {Done, "done"}, {Required, "wanted"},
            {AsksSerial, "asksSerial"}};
}

} // namespace packbench
