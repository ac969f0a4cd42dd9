#include "screens/linesmodel.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace packbench {
namespace {

LineRow row(int line, int done) {
    LineRow out{line, {}};
    out.shown.item.title = QStringLiteral("line %1").arg(line);
    out.shown.required = 5;
    out.shown.done = done;
    return out;
}

QStringList titles(const LinesModel& model) {
    QStringList out;
    for (int i = 0; i < model.rowCount(); ++i)
        out.append(model.data(model.index(i), LinesModel::Title).toString());
    return out;
}

TEST(ShownRows, OnlyTheChangedRowIsTold) {
    LinesModel model;
    model.show({row(0, 0), row(1, 0), row(2, 0)});
    QSignalSpy changed(&model, &LinesModel::dataChanged);
    QSignalSpy reset(&model, &LinesModel::modelReset);
    QSignalSpy inserted(&model, &LinesModel::rowsInserted);
    model.show({row(0, 0), row(1, 3), row(2, 0)});
    ASSERT_EQ(changed.size(), 1);
    EXPECT_EQ(changed.first().first().toModelIndex().row(), 1);
    EXPECT_EQ(reset.size() + inserted.size(), 0);
    EXPECT_EQ(model.data(model.index(1), LinesModel::Done).toInt(), 3);
}

TEST(ShownRows, TheSameRowsTellNothing) {
    LinesModel model;
    model.show({row(0, 0), row(1, 0)});
    QSignalSpy changed(&model, &LinesModel::dataChanged);
    QSignalSpy counted(&model, &LinesModel::countChanged);
    model.show({row(0, 0), row(1, 0)});
    EXPECT_EQ(changed.size() + counted.size(), 0);
}

TEST(ShownRows, RowsComeGoAndMoveToTheWantedOrder) {
    LinesModel model;
    model.show({row(0, 0), row(1, 0), row(2, 0), row(3, 0)});
    model.show({row(3, 0), row(4, 0), row(1, 0), row(0, 1)});
    EXPECT_EQ(titles(model), QStringList({QStringLiteral("line 3"), QStringLiteral("line 4"),
                                          QStringLiteral("line 1"), QStringLiteral("line 0")}));
    model.show({});
    EXPECT_EQ(model.count(), 0);
}

} // namespace
} // namespace packbench
