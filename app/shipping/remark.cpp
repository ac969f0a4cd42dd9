#include "shipping/remark.h"

#include "shipping/couriernames.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace packbench {

namespace {

enum class Wish { None, Wants, Refuses };

QRegularExpression expression(const QString& pattern) {
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption |
                                           QRegularExpression::UseUnicodePropertiesOption);
}

bool matches(const QRegularExpression& form, const QString& text) {
    return form.match(text).hasMatch();
}

// What stands directly before a courier's name. The verb may be parted from its "not" by fillers
// only: "不要放驿站发顺丰" refuses the parcel shop, not the courier.
const QRegularExpression& refusesBefore() {
    static const QRegularExpression form = expression(QStringLiteral(
        "(?:不要|不发|不走|不用|不寄|不能|不可以?|不选|不接受|不收|不想|不得|不准|不许|不使用|"
        "不考虑|"
        "拒绝?|禁止?|勿|避免|停发|除了?|(?<![特分个性级类识区送])别)"
        "(?:再|给我?|帮我?|用|发|走|寄|选择?|送|使用|安排|派|要|收|指定|默认|通过|以|[:：])*\\s*$|"
        "(?:\\bno|\\bnot|n['’]?t|\\bnever|\\bavoid|\\bexcept|\\bwithout|\\banything\\s+but)\\s+"
        "(?:(?:use|using|used|ship|shipped|shipping|send|sent|by|via|with|through|be|go|want|the|a|"
        "any)\\s+)*$"));
    return form;
}

const QRegularExpression& wantsBefore() {
    static const QRegularExpression form = expression(
        QStringLiteral("(?:发|走|用|寄|选择?|要|只|仅|换|改|指定|必须|务必|必需|优先|尽量|最好|请|"
                       "麻烦|默认|使用|通过|"
                       "快递|物流|安排|送)(?:成|为|到|是|给我?|能|用|发|走|寄|收|求|接受|认|一?下|"
                       "个|的)*\\s*[:：]?\\s*$|"
                       "(?:\\bonly|\\bby|\\bvia|\\bwith|\\buse|\\busing|\\bthrough|\\bprefer(?:s|"
                       "red)?|\\bmust\\s+be|"
                       "\\bchoose|\\bcourier|\\bcarrier|\\bsend|\\bship|\\bplease)\\s*:?\\s*"
                       "(?:(?:by|via|with|through|use|the)\\s+)*$"));
    return form;
}

const QRegularExpression& refusesAfter() {
    static const QRegularExpression form = expression(QStringLiteral(
        "^(?:快递|速运|速递|物流)?\\s*(?:的?\\s*)?"
        "(?:不要|不行|不到|到不了|送不到|发不|去不了|不去|不送|不发|不派|不可|不能|不收|除外|勿|"
        "别发|停|"
        "(?:is\\s+)?not\\b|never\\b|does(?:n['’]?t|\\s+not)\\b|can['’]?t\\b|cannot\\b)"));
    return form;
}

const QRegularExpression& wantsAfter() {
    static const QRegularExpression form =
        expression(QStringLiteral("^(?:快递|速运|速递|物流|特快|标快)?\\s*"
                                  "(?:到付|寄付|加急|空运|陆运|次日|特惠|发货|寄出|寄|发|包邮|优先|"
                                  "即可|就行|就好|谢谢|[!！~]*$|"
                                  "only\\b|please\\b|pls\\b|thanks?\\b)"));
    return form;
}

/// "非顺丰不收", "不发顺丰就退款": two refusals that make a wish.
const QRegularExpression& onlyThisBefore() {
    static const QRegularExpression form =
        expression(QStringLiteral("(?:非|不是|除了?|不发|不用|不走)(?:发|用|走|寄)*\\s*$"));
    return form;
}

const QRegularExpression& elseNothing() {
    static const QRegularExpression form = expression(QStringLiteral(
        "^(?:快递|速运|速递|物流)?(?:以?外|之外)?[，,]?\\s*(?:就|其他|其它|别的|一律|都|全|"
        "快递|的)*\\s*(?:不|拒|退|别|勿)"));
    return form;
}

/// What happened before, or is only asked: nothing to hold the packer to.
const QRegularExpression& tellsOnlyBefore() {
    static const QRegularExpression form =
        expression(QStringLiteral("(?:已经?|上次|上回|之前|以前|曾经?|刚才?|昨天|前天|为什么|为啥)|"
                                  "\\b(?:was|were|last\\s+time|already)\\b"));
    return form;
}

const QRegularExpression& asksAfter() {
    static const QRegularExpression form =
        expression(QStringLiteral("^[^，,。；;！!\\n]*(?:[?？]|吗|么$|好不好|行不行)"));
    return form;
}

bool endsClause(QChar c) {
    return QStringView(u"，,。；;！!？?\n、").contains(c);
}

/// The text between the clause's beginning (or the name before) and the name.
QString clauseBefore(const QString& text, qsizetype from, qsizetype at) {
    qsizetype begin = at;
    while (begin > from && !endsClause(text.at(begin - 1)))
        --begin;
    return text.mid(begin, at - begin);
}

QString after(const QString& text, const CourierMention& mention) {
    return text.mid(mention.at + mention.length);
}

QString clauseAfter(const QString& text, const CourierMention& mention) {
    const QString rest = after(text, mention);
    const auto end = std::find_if(rest.begin(), rest.end(), endsClause);
    return rest.left(end - rest.begin());
}

/// What one mention of a courier says, from the words around it.
Wish wishOf(const QString& text, qsizetype from, const CourierMention& mention) {
    const QString before = clauseBefore(text, from, mention.at);
    const QString rest = after(text, mention);
    if (matches(tellsOnlyBefore(), before) || matches(asksAfter(), rest))
        return Wish::None;
    if (matches(onlyThisBefore(), before) && matches(elseNothing(), rest))
        return Wish::Wants;
    if (matches(refusesBefore(), before))
        return Wish::Refuses;
    if (matches(wantsBefore(), before))
        return Wish::Wants;
    const QString behind = clauseAfter(text, mention);
    if (matches(refusesAfter(), behind))
        return Wish::Refuses;
    return before.trimmed().isEmpty() && matches(wantsAfter(), behind) ? Wish::Wants : Wish::None;
}

/// "不要发中通、圆通" refuses both.
bool isJoinedTo(const QString& between) {
    static const QRegularExpression form = expression(QStringLiteral(
        "^(?:快递|速运|速递|物流)?\\s*(?:[、/&+]|和|与|跟|及|或者?|还是|\\band\\b|\\bor\\b|"
        "\\bnor\\b)\\s*(?:发|走|用)?\\s*$"));
    return matches(form, between);
}

/// Whether a bare name after "not X, " is meant or refused too cannot be known.
bool followsRefusal(const QString& between) {
    static const QRegularExpression form =
        expression(QStringLiteral("^(?:快递|速运|速递|物流)?\\s*[，,]\\s*$"));
    return matches(form, between);
}

struct Wishes {
    QStringList wanted;
    QStringList refused;
};

Wishes wishesIn(const QString& text) {
    Wishes wishes;
    Wish last = Wish::None;
    qsizetype from = 0;
    for (const CourierMention& mention : courierMentions(text)) {
        const QString between = text.mid(from, mention.at - from);
        Wish wish = wishOf(text, from, mention);
        if (from > 0 && isJoinedTo(between))
            wish = last;
        else if (from > 0 && last == Wish::Refuses && followsRefusal(between))
            wish = Wish::None;
        if (wish == Wish::Wants)
            wishes.wanted << mention.courier;
        if (wish == Wish::Refuses)
            wishes.refused << mention.courier;
        last = wish;
        from = mention.at + mention.length;
    }
    wishes.wanted.removeDuplicates();
    wishes.refused.removeDuplicates();
    return wishes;
}

/// Words and signs that shops write where there is no remark.
bool saysNothing(const QString& text) {
    static const QSet<QString> nothing{
        QStringLiteral("无"),  QStringLiteral("暂无"), QStringLiteral("没有"),
        QStringLiteral("空"),  QStringLiteral("none"), QStringLiteral("null"),
        QStringLiteral("nil"), QStringLiteral("n/a"),  QStringLiteral("na")};
    const bool hasWords = std::any_of(
        text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
    return !hasWords || nothing.contains(text.toLower());
}

/// JD grades run from 1 to 5, 0 is "not graded"; Taobao's grey flag is the one nobody set.
bool flagSaysNothing(const QString& flag) {
    static const QSet<QString> unset{QStringLiteral("0"),    QStringLiteral("灰"),
                                     QStringLiteral("灰色"), QStringLiteral("灰旗"),
                                     QStringLiteral("gray"), QStringLiteral("grey"),
                                     QStringLiteral("false")};
    return saysNothing(flag) || unset.contains(flag.toLower());
}

Remark remarkOf(Remark::From from, const QString& text) {
    const Wishes wishes = wishesIn(text);
    Remark remark{from, text, {}, {}};
    if (wishes.wanted.size() == 1 && !wishes.refused.contains(wishes.wanted.first()))
        remark.courier = wishes.wanted.first();
    if (!wishes.refused.isEmpty() && !wishes.wanted.contains(wishes.refused.first()))
        remark.notCourier = wishes.refused.first();
    return remark;
}

} // namespace

QList<Remark> bindingRemarks(const ShopOrder& order) {
    QList<Remark> remarks;
    const QString buyer = order.buyerRemark.trimmed();
    const QString seller = order.sellerRemark.trimmed();
    const QString flag = order.flag.trimmed();
    if (!saysNothing(buyer))
        remarks << remarkOf(Remark::From::Buyer, buyer);
    if (!saysNothing(seller))
        remarks << remarkOf(Remark::From::Seller, seller);
    if (!flagSaysNothing(flag))
        remarks << Remark{Remark::From::Flag, flag, {}, {}};
    return remarks;
}

} // namespace packbench
