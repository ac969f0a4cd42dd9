#include "screens/kiosk.h"

#include "screens/pictures.h"

#include <QFontDatabase>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QSGRendererInterface>

namespace packbench {

namespace {

/// Pinned: the order of fallback fonts is the system's, and line heights differ between fonts.
QString pinnedFamily() {
    const QStringList present = QFontDatabase::families();
    for (const QString& family :
         {QStringLiteral("Noto Sans CJK SC"), QStringLiteral("WenQuanYi Micro Hei")}) {
        if (present.contains(family))
            return family;
    }
    return {};
}

bool isSilenced(const KioskOptions& options) {
    return options.silent || qEnvironmentVariableIsSet("PACKBENCH_SILENT");
}

} // namespace

void prepareRenderer() {
    const auto setDefault = [](const char* name, const char* value) {
        if (qEnvironmentVariableIsEmpty(name))
            qputenv(name, value);
    };
    setDefault("QT_QUICK_BACKEND", "software");
    setDefault("QT_QPA_UPDATE_IDLE_TIME", "0");
    // QT_MAX_CACHED_GLYPH_SIZE stays as it is: raised, Qt 6.4 does not draw glyphs above 64 px at
    // all.
}

Kiosk::Kiosk(BenchPort& bench, std::function<Instant()> now, const KioskOptions& options)
    : m_model(bench, std::move(now), m_labels, options), m_sounds(isSilenced(options)) {
    connect(&m_wedge, &WedgeFilter::scanned, &m_model, &KioskModel::scan);
    connect(&m_model, &KioskModel::verdictShown, &m_sounds, &Sounds::tell);
    connect(&m_model, &KioskModel::languageChanged, this, &Kiosk::speak);
    connect(&m_sounds, &Sounds::stateChanged, m_model.devices(), &DevicesModel::setSound);
    connect(m_model.devices(), &DevicesModel::soundAsked, &m_sounds, &Sounds::test);
    connect(&m_engine, &QQmlEngine::warnings, this, [this](const QList<QQmlError>& errors) {
        for (const QQmlError& error : errors)
            m_warnings.append(error.toString());
    });
    m_model.devices()->setSound(m_sounds.state());
    if (const QString family = pinnedFamily(); !family.isEmpty())
        QGuiApplication::setFont(QFont(family));
    (void)m_chinese.load(QStringLiteral(":/i18n/packbench_zh_CN.qm"));
    (void)m_english.load(QStringLiteral(":/i18n/packbench_en.qm"));
    speak();
    load(options);
    qApp->installEventFilter(&m_wedge);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, &m_model, &KioskModel::tick);
    m_second.start();
}

Kiosk::~Kiosk() {
    qApp->removeEventFilter(&m_wedge);
    QCoreApplication::removeTranslator(&m_chinese);
    QCoreApplication::removeTranslator(&m_english);
}

void Kiosk::load(const KioskOptions& options) {
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine.addImageProvider(QStringLiteral("icon"), new IconPictures);
    m_engine.addImageProvider(QStringLiteral("goods"), new GoodsPictures(options.picturesFolder));
    m_engine.addImageProvider(QStringLiteral("label"), new LabelPictures(m_labels));
    m_engine.setInitialProperties({{QStringLiteral("kiosk"), QVariant::fromValue(&m_model)},
                                   {QStringLiteral("width"), options.size.width()},
                                   {QStringLiteral("height"), options.size.height()}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Packbench/Screens/Main.qml")));
    if (m_engine.rootObjects().isEmpty())
        return;
    m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().first());
    if (options.fullscreen)
        m_window->showFullScreen();
    else
        m_window->show();
}

void Kiosk::speak() {
    QCoreApplication::removeTranslator(&m_chinese);
    QCoreApplication::removeTranslator(&m_english);
    QCoreApplication::installTranslator(m_model.isChinese() ? &m_chinese : &m_english);
    m_engine.retranslate();
}

QStringList Kiosk::selfTest() const {
    QStringList problems;
    if (!m_window)
        problems.append(QStringLiteral("The window could not be built."));
    else if (m_window->rendererInterface()->graphicsApi() != QSGRendererInterface::Software)
        problems.append(QStringLiteral("The software renderer is not in use."));
    if (pinnedFamily().isEmpty())
        problems.append(QStringLiteral("Neither Noto Sans CJK SC nor WenQuanYi Micro Hei is "
                                       "installed: Chinese text would show as boxes."));
    else if (!QFontMetrics(QFont(pinnedFamily())).inFontUcs4(U'面'))
        problems.append(QStringLiteral("The pinned font has no Chinese characters."));
    if (m_chinese.isEmpty() || m_english.isEmpty())
        problems.append(QStringLiteral("The translated texts are missing."));
    for (const QString& warning : m_warnings)
        problems.append(QStringLiteral("QML: ") + warning);
    return problems;
}

} // namespace packbench
