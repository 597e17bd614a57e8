"""Which encoding of the time before UTF-8 a text has, judged by the words that its bytes would be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log

NAMES = {
    "cp1252": "Windows-1252 (Western Europe)",
    "cp1256": "Windows-1256 (Arabic)",
    "cp1254": "Windows-1254 (Turkish)",
    "cp1250": "Windows-1250 (Central Europe)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "cp1253": "Windows-1253 (Greek)",
    "cp1255": "Windows-1255 (Hebrew)",
    "cp1257": "Windows-1257 (Baltic)",
    "mac_roman": "Mac OS Roman",
    "iso8859_2": "ISO-8859-2 (Central Europe)",
    "iso8859_6": "ISO-8859-6 (Arabic)",
    "cp850": "DOS 850 (Western Europe)",
    "cp720": "DOS 720 (Arabic)",
    "cp852": "DOS 852 (Central Europe)",
    "cp857": "DOS 857 (Turkish)",
    "koi8_r": "KOI8-R (Cyrillic)",
    "cp866": "DOS 866 (Cyrillic)",
}
"""Encodings of one byte a letter that are told apart, as Python calls them; of equals the first is named."""
_WEST = ("French", "German", "Spanish", "Portuguese", "Italian", "Nordic", "Icelandic")
_CENTRAL = ("Polish", "Czech", "Hungarian", "Romanian", "Croatian", "German")
_LANGUAGES_OF = {
    "cp1252": _WEST,
    "cp1256": ("Arabic", "Persian", "French"),
    "cp1254": ("Turkish", "French", "German"),
    "cp1250": _CENTRAL,
    "cp1251": ("Russian", "Ukrainian", "Serbian"),
    "cp1253": ("Greek",),
    "cp1255": ("Hebrew",),
    "cp1257": ("Lithuanian", "Latvian", "Estonian"),
    "mac_roman": _WEST,
    "iso8859_2": _CENTRAL,
    "iso8859_6": ("Arabic",),
    "cp720": ("Arabic", "French"),
    "cp850": _WEST,
    "cp852": _CENTRAL,
    "cp857": ("Turkish", "French", "German"),
    "koi8_r": ("Russian",),
    "cp866": ("Russian",),
}
_LETTERS = {
    "French": "éèàêçâîôùûëïœæüÿñ",
    "German": "üäößé",
    "Spanish": "óíáéñúü",
    "Portuguese": "ãçáéíõóêâúàôü",
    "Italian": "èàùìòéóî",
    "Nordic": "åäöøæé",
    "Icelandic": "áíðéóöúþæý",
    "Polish": "łóęąśżćńź",
    "Czech": "íáéěýčřžšůúťďňóľĺôŕä",
    "Hungarian": "áéőöóüíűú",
    "Romanian": "ăâîşţșț",
    "Croatian": "čšžćđ",
    "Turkish": "ıüşçöğİâîû",
    "Lithuanian": "ėąšįųžūčę",
    "Latvian": "āīēšņļūžķģč",
    "Estonian": "äõüöšž",
    "Russian": "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
    "Ukrainian": "оаниівтерсклудпямзьгбчйхжїцюєшщфґ",
    "Serbian": "аоиенрстувкдмлпјзгбцњшчжљхћфђџ",
    "Greek": "αοιετσνηυρπκμλωςγδχθφάίόβέξήύώζψϊϋΐΰ",
    "Hebrew": "יוהלאמתבשרנםדכעקחפגסזטןצךץף",
    "Arabic": "اليمونرتبةعدسفهكقحجأشطصخإغىذثضزئءآظؤَُِّْـًٌٍ",
    "Persian": "ایندرهومتبشسزكکلفخقگحجعپآغطصچضژذثئظظي",
}
"""Letters beside a to z, the most frequent first; of scripts without a to z, all of them."""
_OWN_SCRIPT = {"Russian", "Ukrainian", "Serbian", "Greek", "Hebrew", "Arabic", "Persian"}
_RARELY = {
    "Icelandic": 3.0, "Lithuanian": 3.0, "Latvian": 3.0, "Estonian": 3.0,
    "Croatian": 1.5, "Romanian": 1.5, "Czech": 1.0, "Hungarian": 1.0,
    "mac_roman": 1.0, "iso8859_2": 2.0, "iso8859_6": 2.0,
}  # fmt: skip
_OLD_DOS = 4.0
"""How much less often, as a logarithm, one meets a language or an encoding than others."""
_NO_PLAIN_LETTER = 2.0
"""What each letter costs of a word without any of a to z, in a language that is written with them."""
_STRANGE = log(1e-5)
"""What a letter that does not fit costs."""
_OTHER_LANGUAGE = 2.5
"""What a word of another language than most words costs."""
_MARGIN = 1.0
"""Minimum lead, as a logarithm, over the next likely encoding that reads the text otherwise."""
_FIT = 0.9
"""Minimum share of the words that must be real words."""
_MAX_WORDS = 3000
_EDGES = "“”„‘’«»…•·°©®™§€£–—\u200c\u200d\u200e\u200f\xa0'"
_MORE_EDGES = {"Arabic": "،؛؟", "Persian": "،؛؟", "Spanish": "¿¡"}
_BETWEEN = re.compile("[–—\xa0’'/…]")
_EAST_ASIAN = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]")
_WORD = re.compile(rb"[A-Za-z'\x80-\xff]*[\x80-\xff][A-Za-z'\x80-\xff]*")


@dataclass(frozen=True)
class Guess:
    """What an encoding makes of the bytes."""

    encoding: str
    """As Python calls it; empty where none can be told."""
    rivals: tuple[str, ...] = ()
    """Encodings between which nothing decides, the likeliest first; empty where one is clear or none fits."""

    @property
    def name(self) -> str:
        """The encoding for a reader."""
        return name_of(self.encoding)


def name_of(encoding: str) -> str:
    """Return the name of an encoding for a reader."""
    return NAMES.get(encoding, encoding.replace("_", "-").upper())


def words_beyond_ascii(raw: bytes) -> list[bytes]:
    """Return each word that has other letters than a to z, once."""
    return list(dict.fromkeys(_WORD.findall(raw)))


def guess_encoding(words: Iterable[bytes], raw: bytes = b"") -> Guess:
    """Return the one encoding in which the words are words, those that nothing decides between, or none.

    Where `raw`, the whole text, is given, encodings of several bytes a letter are thought of as well.
    """
    words = list(words)[:_MAX_WORDS]
    likelihoods = {encoding: _likelihood(encoding, words) for encoding in NAMES}
    in_order = sorted(likelihoods, key=likelihoods.__getitem__, reverse=True)
    best = in_order[0]
    if _share_of_words(best, words) < _FIT:
        return _guess_of_library(raw) if raw else Guess("")
    read = _decoded(best, words)
    rivals = [
        other
        for other in in_order[1:]
        if likelihoods[best] - likelihoods[other] < _MARGIN and _decoded(other, words) != read
    ]
    return Guess("", (best, *rivals)) if rivals else Guess(best)


def reading_in(encoding: str, raw: bytes) -> str:
    """Return the bytes as a text in the encoding; what it has no letter for as U+FFFD."""
    return raw.decode(encoding, errors="replace")


def fits(encoding: str, words: Iterable[bytes]) -> bool:
    """Return True where nearly all words are words in the encoding."""
    return _share_of_words(encoding, list(words)) >= _FIT


def _decoded(encoding: str, words: list[bytes]) -> list[str]:
    return [reading_in(encoding, word) for word in words]


def _likelihood(encoding: str, words: list[bytes]) -> float:
    """Return how likely the words are in the encoding, as a logarithm, if most are of its likeliest language."""
    texts = _decoded(encoding, words)
    by_language = {name: [_of_word(name, text)[0] for text in texts] for name in _LANGUAGES_OF[encoding]}
    anywhere = [max(values) for values in zip(*by_language.values(), strict=True)]
    rarely = _RARELY.get(encoding, 0.0 if encoding.startswith(("cp125", "iso")) else _OLD_DOS)
    likely: float = max(
        sum(max(own, other - _OTHER_LANGUAGE) for own, other in zip(values, anywhere, strict=True))
        - _RARELY.get(name, 0.0)
        - rarely
        for name, values in by_language.items()
    )
    return likely


def _share_of_words(encoding: str, words: list[bytes]) -> float:
    texts = _decoded(encoding, words)
    fitting = sum(any(_of_word(name, text)[1] for name in _LANGUAGES_OF[encoding]) for text in texts)
    return fitting / len(words) if words else 1.0


def _of_word(language: str, word: str) -> tuple[float, bool]:
    """Return how likely a word is in a language, as a logarithm, and whether it can be one at all."""
    letters = _likelihoods(language)
    own_script = language in _OWN_SCRIPT
    edges = _EDGES + _MORE_EDGES.get(language, "")
    total: float = 0.0
    possible = True
    for part in _BETWEEN.split(word):
        core = part.strip(edges)
        foreign = [letter for letter in core if not letter.isascii()]
        mixed = own_script and 0 < len(foreign) < len(core)
        if mixed or _case_is_wrong(core) or not letters.keys() >= set(foreign):
            total += _STRANGE * len(foreign)
            possible = False
            continue
        total += sum(letters[letter] for letter in foreign)
        if not own_script and 1 < len(foreign) == len(core):
            total -= _NO_PLAIN_LETTER * len(foreign)
    return total, possible


def _case_is_wrong(core: str) -> bool:
    """Return True for a word such as `CafÉ` or `ÇáÔ`: a capital behind a small letter, or the other way."""
    return any(
        (before.islower() and letter.isupper() and not (before.isascii() and letter.isascii()))
        or (at > 1 and core[at - 2].isupper() and before.isupper() and letter.islower())
        for at, (before, letter) in enumerate(pairwise(core), start=1)
    )


@cache
def _likelihoods(language: str) -> dict[str, float]:
    """Return by letter how likely it is among those of the language that are not a to z, by its rank (Zipf)."""
    letters = _LETTERS[language]
    total = sum(1 / rank for rank in range(1, len(letters) + 1))
    likely = {}
    for rank, letter in enumerate(letters, start=1):
        likely[letter] = log(1 / rank / total)
        capital = letter.upper()
        if len(capital) == 1 and capital not in likely:
            likely[capital] = likely[letter] - 1
    return likely


def _guess_of_library(raw: bytes) -> Guess:
    """Ask a library for encodings of several bytes a letter, as those of East Asia; believed where they are written so.

    What it says of encodings of one byte a letter in a few words among English ones is not used.
    """
    from charset_normalizer import from_bytes  # noqa: PLC0415, heavy, and hardly ever needed

    cells = [cell for cell in re.split(rb'[,;\t\r\n"]', raw) if not cell.isascii()]
    some = b" ".join(dict.fromkeys(cells[:_MAX_WORDS]))
    best = from_bytes(some).best()
    if not best or best.encoding in ("utf_8", "ascii") or not best.multi_byte_usage:
        return Guess("")
    text = some.decode(best.encoding, errors="replace")
    foreign = [letter for letter in text if not letter.isascii()]
    fitting = sum(bool(_EAST_ASIAN.match(letter)) for letter in foreign)
    return Guess(best.encoding) if foreign and fitting >= _FIT * len(foreign) else Guess("")
