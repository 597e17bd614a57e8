"""How Arabic and English are written in the tables and the interface: one rule a function.

A rule takes a text and returns what is wrong in it, in the text's own letters; nothing where all is well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

Rule = Callable[[str], list[str]]

_LETTER = r"\u0621-\u063a\u0641-\u064a"
_MARK = r"\u064b-\u0652"
_START, _END = rf"(?<![{_LETTER}{_MARK}])", rf"(?![{_LETTER}{_MARK}])"
_ISO_DATE = re.compile(r"(?<!\d)\d{4}-\d{2}(-\d{2})?(?!\d)")
_LATIN_ASIDE = re.compile(r"https?://\S+|\([^()\u0600-\u06ff]*\)")
"""An address, or a name or title in Latin letters within parentheses: both keep their own punctuation."""

REFUSED_ARABIC: Mapping[str, str] = {
    rf"{_START}(?:[وفبك]*ال|[وف]?لل)مقال{_END}": "المقالة",
    rf"{_START}[وف]?ي(?:قول|ذكر|رى|ضع|عدّ|كتفي|تحدث|دعو|وحي|ضيف|نسب|سمّي|رسم|عطي|ختم|أمل|توقع) المقالة": "تـ… المقالة",
    "إنجليزي": "الإنكليزية",
    r"(?<!القناة ال)استخبار": "المخابرات",
    "مقام السيدة": "مرقد السيدة",
    rf"{_START}(?:ال)?منفذ{_END}": "معبر",
    "الأجواء (?:العراقية|السورية|الإسرائيلية)": "المجال الجوي",
    "غرفة الدول الخمس": "غرفة العمليات الخماسية",
    "الملاحظة (?:الواردة )?تحت العنوان": "التنويه",
    rf"مرشِ?ّ?ِ?حات|{_START}[وفب]*الترشيح{_END}": "عوامل التصفية",
    "متنازَ?ع في": "مختلَف فيه، ومتنازع عليه للأرض",
    "أكثر دقة": "تزيده دقة",
    "المتصلة": "المتجاورة",
    rf"(?<!في ){_START}أثناء": "في أثناء",
    "أميرك": "أمريكي",
    rf"(?:في|إلى|عبر) سورية{_END}": "سوريا",
    rf"(?:البو كمال|{_START}أبو كمال)": "البوكمال",
    "فيش خابور": "فيشخابور",
    "سيملكا": "سيمالكا",
    "الغويران": "غويران",
    "[أآ]ستانة": "أستانا",
    "أبو ظبي": "أبوظبي",
    rf"{_START}ترمب{_END}": "ترامب",
    "نتانياهو": "نتنياهو",
    "(?<!«)العربي الجديد": "«العربي الجديد»",
    "(?<!«)ذا ناشيونال": "«ذا ناشيونال»",
    "صحيفة الشرق الأوسط": "صحيفة «الشرق الأوسط»",
    rf"{_START}[وف]?[تي]ضع (?:التقارير|المقالة|المرجع|الفقرة)": "تؤرخ … بـ",
    rf"{_START}[وف]?[تي]ؤرّ?خ\w* (?:[{_LETTER}{_MARK}]+ ){{1,3}}في (?:يوم|\d)": "تؤرخ … بـ",
    rf"{_START}[وف]?زيارة(?: [{_LETTER}{_MARK}]+){{1,2}} إلى{_END}": "زيارة … لـ",
    rf"{_START}[وفب]*(?:في|بعد|حتى|منذ|قبل|أوائل|أواخر|مطلع|منتصف|طوال) (?:19|20)\d\d(?!\d)": "عام 2025",
    rf"{_START}بين (?:19|20)\d\d و(?:19|20)\d\d": "بين عامي 2007 و2010",
}
"""Words, names and turns that are not used, each with what is written instead."""
_OTHER_MONTHS = "يناير|فبراير|مارس|[أإ]بريل|مايو|يونيو|يوليو|[أإ]غسطس|سبتمبر|[أإ]كتوبر|نوفمبر|ديسمبر"
_WAW_OF_THE_WORD = (
    *("وزير", "وزراء", "وزارة", "وفد", "وفود", "وكالة", "وكالات", "وثيقة", "وثائق", "وساطة", "وسيط", "ولاية", "ولايات"),
    *("وحدة", "وحدات", "واحد", "واحدة", "وجود", "وجه", "وجهة", "وصف", "وصفه", "وصفها", "وصل", "وصول", "ورد", "وردت"),
    *("وقع", "وقف", "وقت", "وضع", "وضعه", "وضعها", "واقعة", "وقائع", "واشنطن", "وافق", "وافقت", "وادي", "وسط", "وطني"),
)
"""Words whose first letter is no “and”; a note may begin with them."""


def refused_words(text: str) -> list[str]:
    """Words and names in another spelling than ours, and turns that are no good Arabic."""
    return [found[0] for refused in REFUSED_ARABIC for found in re.finditer(refused, text)]


def months_of_other_countries(text: str) -> list[str]:
    """Month names that are not used in Iraq and Syria."""
    return [found[0] for found in re.finditer(rf"\d{{1,2}} (?:{_OTHER_MONTHS})|(?:{_OTHER_MONTHS}) \d{{4}}", text)]


def tanwin_after_its_alif(text: str) -> list[str]:
    """Fathatan behind the alif instead of before it."""
    return re.findall(rf"[{_LETTER}{_MARK}]*\u0627\u064b", text)


def figures_not_western(text: str) -> list[str]:
    """Arabic-Indic and Persian digits, and their separators."""
    return re.findall(r"[\u0660-\u0669\u06f0-\u06f9\u066a-\u066c]+", text)


def separators_of_thousands(text: str) -> list[str]:
    """Numbers whose thousands are set apart: 1,905 for 1905."""
    return re.findall(r"\d{1,3}(?:[,،\u066c'’.\u00a0\u202f\u2009]\d{3})+(?!\d)", text)


def ranges_with_a_dash(text: str) -> list[str]:
    """Ranges of numbers with a dash, which bidirectional text turns around; a date as 2024-12-08 is none."""
    return re.findall(r"\d+\s*[-–—−]\s*\d+", _ISO_DATE.sub("", text))


def latin_punctuation(text: str) -> list[str]:
    """Comma, semicolon, question mark and quotation marks of Latin script; all three dots of an ellipsis."""
    return re.findall(r"[,;?\"'“”‘’…]|\.{2,}", _LATIN_ASIDE.sub("", text))


def letters_of_other_languages(text: str) -> list[str]:
    """Persian letters, presentation forms, and letters stretched for nothing."""
    stretched = r"\u0640+(?![«\d{])"
    return re.findall(rf"[\u067e\u0686\u06a9\u06af\u06cc\u06c0-\u06c3\ufb50-\ufdff\ufe70-\ufefc]|{stretched}", text)


def spaces(text: str) -> list[str]:
    """Two spaces, a space at an end or before a mark, none after a mark; for both languages."""
    at_ends = ["space at an end"] if text != text.strip() else []
    wrong = r"\s{2,}|\s[،؛؟,;?!.:](?!\d|\w)|[،؛؟](?=[^\s»)])|[,;?!](?=[^\W\d_])|[(«“]\s|\s[)»”]"
    return at_ends + [found[0] for found in re.finditer(wrong, re.sub(r"https?://\S+", "", text))]


def doubled_words(text: str) -> list[str]:
    """A word that stands twice in a row, in either language; “paragraph by paragraph” is Arabic for it."""
    return [found[0] for found in re.finditer(r"\b([^\W\d]+) \1\b", text) if found[1] != "فقرة"]


def a_note_that_goes_on(text: str) -> list[str]:
    """A note that begins with “and”; the words whose first letter it is stand in a list."""
    first = text.split(maxsplit=1)[0].strip("،؛:.") if text.strip() else ""
    return [first] if first.startswith("و") and len(first) > 1 and first not in _WAW_OF_THE_WORD else []


REFUSED_ENGLISH: Mapping[str, str] = {
    r"\b[Aa]l[- ]Qa['‘`ʿ]?im\b|(?<!-)\bQa['‘’]?im\b": "al-Qa’im",
    r"\b(?:al[- ])?Bu ?[Kk]amal\b|\bAbu Kamal\b|\bBoukamal\b": "Albu Kamal",
    r"\b(?<!al-)(?<!Al-)Hasakah?\b|\b[Aa]l[- ]Hasaka\b|Hassak": "al-Hasakah",
    r"\b[Aa]l[- ]Ha?wl\b|\b[Aa]l[- ]Hawl\b|\b[Aa]l[- ]Houl\b": "al-Hol",
    r"\b[Aa]l[- ](?:Shara|Sharaʿa|Shar['‘’]a|Sharra)\b": "al-Sharaa",
    r"\b[Aa]l[- ](?:Shattri|Shatry|Shattari|Shatari)\b": "al-Shatri",
    r"\bSoudani\b|\bSudany\b": "Sudani",
    r"\bGh?wayran\b|\bGhwairan\b|\bGweiran\b": "Ghweiran",
    r"\bDeir[- ](?:al|el|az|ez)[- ]Zour\b|\bDeir (?:al|el|az)[- ]Zor\b|\bDeir ?[Ee]zzor\b": "Deir ez-Zor",
    r"\bSayy?idah? Z(?:einab|ainab|eynab)\b|\bSayyidah Zaynab\b": "Sayyida Zaynab",
    r"\bDara['‘’]?a\b|\bDar['‘’]a\b": "Deraa",
    r"\b(?:Faysh|Fish|Faish)[- ]?[Kk]habur\b": "Fishkhabour",
    r"\bSimalka\b": "Semalka",
    r"\bRabi['‘’]a\b|\bRabiah\b|\bRabiaa\b": "Rabia",
    r"\bYa['‘’]?rubiyah?\b|\bYaroubiya": "Yaarubiyah",
    r"\bTürkiye\b": "Turkey",
    r"\bDa['‘’]?esh\b|\bISIL\b": "ISIS",
    r"\bKuneitra\b": "Quneitra",
    r"\bSulaimani(?:yah?|a)\b": "Sulaymaniyah",
    r"\b[Aa]l (?!Jazeera|Arabiya|Watan|Mayadeen|Ghad|Hadath|Ain)[A-Z]": "al- with a hyphen",
}
"""Names as the tables do not spell them, each with our spelling. Other spellings have columns of their own."""


def other_spellings(text: str) -> list[str]:
    """Names spelt otherwise than in the tables."""
    return [found[0] for refused in REFUSED_ENGLISH for found in re.finditer(refused, text)]


def a_capital_article(text: str) -> list[str]:
    """“Al-” within a sentence; the newspaper writes itself so."""
    return re.findall(r"(?<![.:?!] )(?<![“(])(?<!^)(?<!Asharq )\bAl-[A-Z][\w’-]*", text)


def straight_quotes(text: str) -> list[str]:
    """Typewriter's quotation marks and apostrophes, and dots for an ellipsis."""
    return re.findall(r"['\"`´]|\.{2,}", text)


ARABIC_RULES: Mapping[str, Rule] = {
    rule.__name__: rule
    for rule in (
        *(refused_words, months_of_other_countries, tanwin_after_its_alif, figures_not_western),
        *(separators_of_thousands, ranges_with_a_dash, latin_punctuation, letters_of_other_languages, spaces),
        doubled_words,
    )
}
ENGLISH_RULES: Mapping[str, Rule] = {
    rule.__name__: rule for rule in (other_spellings, a_capital_article, straight_quotes, spaces, doubled_words)
}
