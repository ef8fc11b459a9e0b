"""Which language a text is in, by its script and its commonest small words."""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["language_of"]

_SAMPLE = 2500  # characters: more words change no answer
_LEAST_HITS = 4
_LEAST_SHARE = 0.08
_LEAD = 1.25
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPT_SHARE = 0.25
_SCRIPTS = (  # kana and hangul first: Japanese and Korean also use Han characters
    ("ja", "\u3040", "\u30ff", 0.08),
    ("ko", "\uac00", "\ud7af", _SCRIPT_SHARE),
    ("zh", "\u4e00", "\u9fff", _SCRIPT_SHARE),
    ("el", "\u0370", "\u03ff", _SCRIPT_SHARE),
    ("he", "\u0590", "\u05ff", _SCRIPT_SHARE),
    ("th", "\u0e00", "\u0e7f", _SCRIPT_SHARE),
    ("ka", "\u10a0", "\u10ff", _SCRIPT_SHARE),
    ("hy", "\u0530", "\u058f", _SCRIPT_SHARE),
    ("bn", "\u0980", "\u09ff", _SCRIPT_SHARE),
    ("ta", "\u0b80", "\u0bff", _SCRIPT_SHARE),
    ("am", "\u1200", "\u137f", _SCRIPT_SHARE),
)
_FIRST = min(first for _, first, _, _ in _SCRIPTS)
_SMALL_WORDS = {
    "en": (
        "the of and to in that is was for on with as by at from have has had were said an "
        "be it are not which their"
    ),
    "fr": (
        "le la les des et en du une un dans est que qui pour sur par au aux avec ce cette "
        "ont été plus pas sont"
    ),
    "de": (
        "der die das und in den von zu mit ist im auf für ein eine dem des nicht sich "
        "auch es als nach wurde werden bei"
    ),
    "es": (
        "el la los las de y en que del un una por con se para al es lo como más fue han "
        "su sus este ha"
    ),
    "pt": (
        "o a os as de e em que do da dos das um uma por com se para não no na ao foi mais "
        "são pelo pela"
    ),
    "it": (
        "il la le di e che in un una del della dei per con è sono non si da al alla nel "
        "gli lo ha più stato"
    ),
    "nl": (
        "de het een van en in is dat op te met voor zijn aan niet door bij ook naar uit "
        "heeft werd om er"
    ),
    "sv": (
        "och att det som en på är av för med den till inte har om ett de från var vid sade efter"
    ),
    "da": (
        "og at det som en på er af for med den til ikke har om et de fra var ved efter "
        "blev siger også"
    ),
    "no": (
        "og at det som en på er av for med den til ikke har om et de fra var ved etter "
        "ble sier også"
    ),
    "fi": (
        "ja on ei se että oli ovat mutta kun hän myös joka mukaan sen ole tai kuin jo vuoden kertoo"
    ),
    "pl": (
        "i w na z do że się nie to jest o jak po od za przez przy są był został oraz dla "
        "który które jego"
    ),
    "cs": (
        "a v na se je že s z do o to i jako za pro po by byl podle jsou také který která však které"
    ),
    "sk": (
        "a v na sa je že s z do o to aj ako za pre po by bol podľa sú tiež ktorý ktorá však ktoré"
    ),
    "ro": (
        "și în de la a cu pe din că nu o un este care pentru să au fost mai al ale după sunt lui"
    ),
    "hu": (
        "a az és hogy nem is egy volt meg de ez csak van szerint el már pedig mint után lesz kell"
    ),
    "tr": (
        "ve bir bu için da de ile olarak olan çok daha sonra gibi kadar göre ise dedi "
        "olduğunu ancak en"
    ),
    "id": (
        "yang dan di dengan untuk dari pada ini itu dalam tidak akan oleh ke adalah telah "
        "juga sebagai mengatakan"
    ),
    "sw": (
        "ya na wa kwa ni katika la za kuwa hiyo huo hii alisema wakati baada watu pia hayo ambao"
    ),
    "vi": ("và của là có trong cho với được các những một không đã người này tại từ khi theo về"),
    "so": "oo iyo ka ku uu ay in la soo si waa waxa kale badan ayaa lagu",
    "ru": ("и в не на что с по из к о за как для от он это был было его также а она но до их или"),
    "uk": "і в не на що з та до за як для від він це був було його також у але про й або їх",
    "bg": "и в не на че с по от за да се е са като това които бе си след ще към",
    "sr": "и у не на да се је су за од са као који која али што ће није није који",
    "ar": "في من على أن إلى التي عن الذي مع هذا هذه بعد كما قال ما لا بين وقد ان كان",
    "fa": "در از به که این را با است برای آن یک شد خود های می تا بر شده گفت",
    "ur": "کے کی میں اور ہے سے کو کا نے یہ پر ہیں بھی کہ اس گیا تھا لیے",
    "hi": "के की में है और से को का ने यह पर हैं भी कि इस गया था लिए एक",
}
_LANGUAGES_OF: dict[str, tuple[str, ...]] = {}
for _language, _words in _SMALL_WORDS.items():
    for _word in set(_words.split()):
        _LANGUAGES_OF[_word] = (*_LANGUAGES_OF.get(_word, ()), _language)
_UKRAINIAN = re.compile(r"[іїєґ]", re.IGNORECASE)
_RUSSIAN = re.compile(r"[ыэё]", re.IGNORECASE)


def language_of(text: str) -> str | None:
    """The text's language as an ISO 639-1 code; null where it can't be told."""
    sample = text[:_SAMPLE]
    found = _WORD.findall(sample.lower())
    letters = sum(map(len, found))
    rare = {char: count for char, count in Counter(sample).items() if char >= _FIRST}
    for language, first, last, share in _SCRIPTS if letters and rare else ():
        if sum(rare[char] for char in rare if first <= char <= last) >= share * letters:
            return language
    return _by_small_words(sample, found)


def _by_small_words(sample: str, found: list[str]) -> str | None:
    hits: Counter[str] = Counter()
    for word, count in Counter(found).items():
        for language in _LANGUAGES_OF.get(word, ()):
            hits[language] += count
    russian = bool(_RUSSIAN.search(sample))
    for language in ("uk", "bg", "sr") if russian else ("ru",) if _UKRAINIAN.search(sample) else ():
        hits.pop(language, None)
    ranked = [*sorted(hits.items(), key=lambda item: (-item[1], item[0])), ("", 0), ("", 0)]
    (best, most), (_, second) = ranked[:2]
    enough = most >= max(_LEAST_HITS, _LEAST_SHARE * len(found))
    return best if enough and most >= _LEAD * second else None
