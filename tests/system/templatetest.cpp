#include "program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace packbench {

namespace {

class TemplateCommand : public testing::Test {
protected:
    TemplateCommand() { (void)run({QStringLiteral("init"), QStringLiteral("--sample-shop")}); }

    Ended run(const QStringList& words) {
        return packctl(words + QStringList{QStringLiteral("--ledger"),
                                           QStringLiteral("sqlite:") +
                                               m_folder.filePath(QStringLiteral("l.db")),
                                           QStringLiteral("--json")});
    }
    Ended command(const QString& words) {
        return run((QStringLiteral("label template ") + words).split(u' '));
    }
    /// The row of the list that has this name.
    QJsonObject listed(const char* name) {
        for (const QJsonValue& row : command(QStringLiteral("list")).json().array())
            if (row.toObject().value(u"name") == QLatin1String(name))
                return row.toObject();
        return {};
    }
    QString written(const char* name, const QByteArray& json) {
        QFile file(m_folder.filePath(QLatin1String(name)));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(json);
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

} // namespace

TEST_F(TemplateCommand, AnExportedTemplateIsSavedAgainAsTheNextVersion) {
    const QString file = m_folder.filePath(QStringLiteral("t.json"));
    EXPECT_EQ(command(QStringLiteral("export general-76x130 --out ") + file).exitCode, 0);
    const QString save = QStringLiteral("save %1 --name general-76x130").arg(file);
    EXPECT_EQ(command(save).json().object().value(u"version").toInt(), 1);
    EXPECT_EQ(command(save).json().object().value(u"version").toInt(), 2);
    EXPECT_EQ(listed("general-76x130").value(u"version").toInt(), 2);
    EXPECT_TRUE(listed("general-100x150").value(u"version").isDouble());
    const QJsonObject shown =
        command(QStringLiteral("show general-76x130 --version 1")).json().object();
    EXPECT_EQ(shown.value(u"version").toInt(), 1);
    EXPECT_EQ(shown.value(u"versions").toArray().size(), 3) << "two and the built-in one";
    EXPECT_EQ(shown.value(u"template").toObject(),
              QJsonDocument::fromJson(fileBytes(file)).object());
}

TEST_F(TemplateCommand, FindingsWantADecision) {
    const QString file = written("cut.json",
                                 R"({"name":"cut","size_mm":[70,40],"items":[
        {"type":"text","at_mm":[2,2],"size_mm":[3,3],"field":"far too long for this place"}]})");
    const Ended refused = command(QStringLiteral("save %1 --name cut").arg(file));
    EXPECT_EQ(refused.exitCode, 1);
    EXPECT_EQ(refused.json().object().value(u"outcome").toString(),
              QStringLiteral("needs-decision"));
    EXPECT_TRUE(refused.err.contains("--decision")) << refused.err.constData();
    EXPECT_EQ(command(QStringLiteral("save %1 --name cut --decision trial").arg(file)).exitCode, 0);
    EXPECT_EQ(listed("cut").value(u"decision").toString(), QStringLiteral("trial"));
}

TEST_F(TemplateCommand, WrongWordsAreExitCodeTwo) {
    for (const char* words : {"", "fly", "show", "show nothing", "save x.json", "export cut",
                              "show general-76x130 --version one"})
        EXPECT_EQ(command(QString::fromUtf8(words)).exitCode, 2) << words;
}

} // namespace packbench
