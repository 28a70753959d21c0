"""A row for each kind of writing: what stands in the documents, what is typed, which are found."""

from pathlib import Path

import pytest

from loccit.engines.deadline import NEVER
from loccit.model.documents import Document
from loccit.search.searcher import search
from tests.engines.made import built, passage

Texts = dict[str, str]

STOP = {"mines": "Soldiers cleared land mines.", "land": "Farmers returned to their land."}
MAY = {"may": "Theresa May resigned.", "r": "Theresa Russell resigned.", "m": "Theresa may resign."}
WHO = {"who": "WHO staff vaccinated children.", "staff": "Those who staff the ward vaccinated."}
IT = {"it": "IT staff left.", "staff": "It was staff who left."}
US = {
    "a": "US troops landed.", "b": "U.S. troops landed.", "c": "They told us where troops landed.",
    "d": "The U.S.-backed troops landed.",
}  # fmt: skip
KINGDOM = {"a": "The UK voted.", "b": "The U.K. voted.", "c": "A Ukrainian voted."}
DOCTOR = {"a": "She has a PhD now.", "b": "She has a Ph.D. now.", "c": "She has a pH meter now."}
NGO = {"a": "An NGO came.", "b": "Two NGOs came.", "c": "The NGO's car came.", "d": "A man came."}
AIDS = {"a": "AIDS spread.", "b": "Aid spread.", "c": "He aids them as it spread."}
HAMAS = {"a": "Hamas took it.", "b": "They took Hama.", "c": "The word hamster took it."}
HUGHES = {
    "a": "Ted Hughes wrote it.", "b": "Then Hugh wrote it.", "c": "It was Hughes's, they wrote.",
}  # fmt: skip
SPELLED = {
    "a": "The favourite colour of the organisers.", "b": "The favorite color of the organizers.",
    "c": "A favor was paid for.",
}  # fmt: skip
CENTRES = {"a": "Pearl Harbour has a theatre.", "b": "Pearl Harbor has a theater.", "c": "Pearl."}
KURDS = {"a": "The Kurds came.", "b": "Every Kurd came.", "c": "A curd came."}
SOLDIERS = {"a": "Soldiers came.", "b": "One soldier came.", "c": "It came to a solution."}
LATIN = {
    "pl": "Strajk w Łodzi i Łódź.", "tr": "Işık ile İnş.", "fr": "Le cœur bat.", "is": "Þórr kom.",
    "da": "Ærø og Ølgod.", "vi": "Trận Điện Biên Phủ.", "de": "Die Straße nach Köln.",
    "hr": "Đakovo je grad.", "mt": "Ħamrun hija belt.", "az": "Heydər Əliyev gəldi.",
    "ha": "Ƙasar Ɓaure.", "ro": "Timişoara și Timișoara.", "math": "𝐀𝐥𝐞𝐩𝐩𝐨 and 𝒽𝑜𝓂𝓈 fell.",
    "wide": "Ｄａｍａｓｃｕｓ ｆｅｌｌ.", "lig": "The ﬂeet left the oﬃce.", "in": "He went in.",
}  # fmt: skip
HIDDEN = {
    "soft": "The para\u00adchute failed.", "zero": "The long\u200bword came.",
    "join": "Ein Auf\u200clage kam.", "bom": "The mid\ufeffway point.",
    "line": "The com-\nmander fled.", "lines": "The vil-\r\n  lage burned.",
    "real": "A well-\nknown man.", "soft2": "The ref\u00ad\nugee fled.",
    "mark": "A \u200edirection\u200f here.",
}  # fmt: skip
APOSTROPHES = {
    "a": "He read the Qur'an aloud.", "b": "He read the Qur’an aloud.",
    "c": "He read the Qurʾān aloud.", "d": "He read the Quran aloud.", "e": "He read Quanta aloud.",
    "f": "He read the Qur`an aloud.", "g": "He read the Qur´an aloud.",
}  # fmt: skip
NAMES = {
    "a": "Judge O'Brien sat.", "b": "Judge O’Brien’s court.", "c": "L'homme armé chante.",
    "d": "Il sit dell'Arte.", "e": "Памʼятка тут.", "f": "Rock 'n' roll sat.", "g": "ʿAbd came.",
    "h": "N’Djamena fell.", "i": "Kaʻū lies there.",
}  # fmt: skip
CHINESE = {"a": "叛军占领了拉卡，居民逃走。", "b": "于2013年5月6日占领。", "c": "拉萨卡车"}
JAPANESE = {"a": "東京で会議が開かれた。", "b": "ｶﾞﾗｽの会社", "c": "ガス会社"}
KOREAN = {"a": "학교에서 전쟁이 났다.", "b": "대학 전쟁사", "c": "평화"}
THAI = {"a": "ประเทศไทยเป็นราชอาณาจักร", "b": "กรุงเทพมหานครเป็นเมืองหลวง", "c": "ภาษาไทย"}
LAO = {"a": "ວຽງຈັນເປັນນະຄອນຫຼວງ", "b": "ພາສາລາວ"}
KHMER = {"a": "ភ្នំពេញជារាជធានី", "b": "ភាសាខ្មែរ"}
BURMESE = {"a": "မြန်မာနိုင်ငံသည်", "b": "ရန်ကုန်မြို့"}
BENGALI = {"a": "ঢাকা শহর বড়।", "b": "ঢেকি ঘর ছোট।"}
HINDI = {"a": "दिल्ली में युद्ध।", "b": "दाल में काला।", "c": "दल आया।"}
TAMIL = {"a": "போர் நடந்தது.", "b": "பார் நடந்தது."}
HEBREW = {"a": "הַמֶּלֶךְ בָּא.", "b": "המלך הלך.", "c": "בית־ספר גדול.", "d": 'צה"ל בא.'}
ARABIC = {
    "a": "كتاب جديد.", "b": "کتاب نو.", "c": "الرســـالة اليوم.", "d": "الرَّحْمَٰن جاء.",
    "e": "الرحمن جاء.", "f": "أحمد في المدرسة.", "g": "احمد فی المدرسه.", "h": "سنة ٢٠١٣ هنا.",
}  # fmt: skip
PERSIAN = {"a": "من می‌روم خانه.", "b": "او رفت."}
GREEK = {"a": "Ο πόλεμος άρχισε.", "b": "ΠΌΛΕΜΟΣ", "c": "Ειρήνη"}
CYRILLIC = {"a": "Ёлка стоит.", "b": "Мой дом.", "c": "Мои дома.", "d": "Їжак спить."}
OTHERS = {
    "hy": "Պատերազմը սկսվեց։", "ka": "ომი დაიწყო.", "am": "ጦርነት ተጀመረ።", "bo": "བོད་ཡིག",
    "si": "යුද්ධය ආරම්භ විය.", "ml": "യുദ്ധം തുടങ്ങി.",
}  # fmt: skip
NUMBERS = {
    "a": "Over 250,000 people.", "b": "Over 250000 people.", "c": "Over 250 000 people.",
    "d": "Some 250 people.", "e": "Over 250'000 people.",
}  # fmt: skip
DECIMALS = {"a": "It grew 3.5 times.", "b": "It grew 3 to 5 times.", "c": "It grew 35 times."}
CODES = {
    "a": "COVID-19 came.", "b": "covid19 came.", "c": "An F-16 and two F-16s came.",
    "d": "A T-72 came.", "e": "AK-47s came.", "f": "B52 came.", "g": "The 16 F came.",
}  # fmt: skip
SIGNS = {
    "cpp": "Programs in C++ here.", "cs": "Programs in C# here.", "c": "Vitamin C here.",
    "net": "The .NET runtime.", "fish": "The net caught fish.", "npp": "Notepad++ here.",
}  # fmt: skip
MONEY = {
    "a": "It cost $100 then.", "b": "It cost 100 men.", "c": "It cost 100 € then.",
    "d": "It fell by 100% then.", "e": "See § 100 there.", "f": "It fell by 100 % then.",
}  # fmt: skip
DAYS = {"a": "After 9/11 it changed.", "b": "From 9 to 11 it changed.", "c": "Open 24/7 now."}
WEB = {
    "a": "See https://example.org/a/b?x=1#top there.", "b": "Write to desk@example.org there.",
    "c": "An example of b.",
}  # fmt: skip
COMPOUNDS = {"a": "A co-operation pact.", "b": "A cooperation pact.", "c": "A corporation pact."}
TITLE = {"a": "THE TROOPS CAPTURED ALEPPO AGAIN", "b": "Troops came to Homs.", "c": "NATO came."}
STARS = {"a": "Russia bombed it.", "b": "Russians bombed it.", "c": "Russia never bombed it."}
TOWNS = {"a": "Homs fell, and then troops came.", "b": "Homs fell.", "c": "Troops came."}


@pytest.mark.parametrize(
    ("texts", "typed", "found"),
    [
        (STOP, "land mines", "mines"),
        (STOP, "mining", "mines"),
        (MAY, "Theresa May", "may m"),
        (MAY, "theresa may", "may r m"),
        (MAY, "may", "may m"),
        (WHO, "WHO staff", "who"),
        (WHO, "who staff", "who staff"),
        (IT, "IT staff", "it"),
        (US, "US troops", "a b d"),
        (US, "U.S. troops", "a b d"),
        (US, "u.s. troops", "a b c d"),
        (US, "us troops", "a b c d"),
        (US, '"US troops"', "a b"),
        (US, '"U.S. troops landed"', "a b"),
        (US, "US TROOPS LANDED", "a b c d"),
        (KINGDOM, "UK", "a b"),
        (KINGDOM, "U.K.", "a b"),
        (KINGDOM, "uk voted", "a b"),
        (DOCTOR, "PhD", "a b"),
        (DOCTOR, "Ph.D.", "a b"),
        (DOCTOR, "phd", "a b"),
        (NGO, "NGO", "a b c"),
        (NGO, "NGOs", "a b c"),
        (NGO, "ngo", "a b c"),
        (AIDS, "AIDS", "a"),
        (AIDS, "Aid", "b c"),
        (AIDS, "aids", "a b c"),
        (HAMAS, "Hamas", "a"),
        (HAMAS, "HAMAS", "a"),
        (HAMAS, "Hama", "b"),
        (HUGHES, "Hughes", "a c"),
        (HUGHES, "Hugh", "b"),
        (HUGHES, "hughes", "a b c"),
        (SPELLED, "favourite color", "a b"),
        (SPELLED, "favorite organiser", "a b"),
        (SPELLED, "=favourite", "a"),
        (SPELLED, "=color", "b"),
        (SPELLED, "colo*r", "a b"),
        (SPELLED, '"favorite colour"', "a b"),
        (CENTRES, "Pearl Harbour", "a b"),
        (CENTRES, "Harbor theatre", "a b"),
        (KURDS, "Kurds", "a b"),
        (KURDS, "Kurd", "a b"),
        (SOLDIERS, "Soldiers", "a b"),
        (SOLDIERS, "soldier", "a b"),
        (LATIN, "Lodz", "pl"),
        (LATIN, "łódź", "pl"),
        (LATIN, "isik", "tr"),
        (LATIN, "IŞIK", "tr"),
        (LATIN, "inş", "tr"),
        (LATIN, "coeur", "fr"),
        (LATIN, "thorr", "is"),
        (LATIN, "aero", "da"),
        (LATIN, "olgod", "da"),
        (LATIN, "dien bien phu", "vi"),
        (LATIN, "strasse", "de"),
        (LATIN, "dakovo", "hr"),
        (LATIN, "hamrun", "mt"),
        (LATIN, "aliyev", "az"),
        (LATIN, "kasar baure", "ha"),
        (LATIN, '"timisoara si timisoara"', "ro"),
        (LATIN, "aleppo homs", "math"),
        (LATIN, "damascus", "wide"),
        (LATIN, "fleet office", "lig"),
        (LATIN, "=Łódź", "pl"),
        (LATIN, "=Lodz", ""),
        (HIDDEN, "parachute", "soft"),
        (HIDDEN, "longword", "zero"),
        (HIDDEN, "word", "zero"),
        (HIDDEN, "auflage", "join"),
        (HIDDEN, "midway", "bom"),
        (HIDDEN, '"commander fled"', "line"),
        (HIDDEN, "village", "lines"),
        (HIDDEN, "known", "real"),
        (HIDDEN, '"well known man"', "real"),
        (HIDDEN, "refugee", "soft2"),
        (HIDDEN, '"direction here"', "mark"),
        (APOSTROPHES, "Qur'an", "a b c d f g"),
        (APOSTROPHES, "quran", "a b c d f g"),
        (APOSTROPHES, '"the Qurʾan aloud"', "a b c d f g"),
        (APOSTROPHES, "qur*", "a b c d f g"),
        (NAMES, "OBrien", "a b"),
        (NAMES, "O'Brien", "a b"),
        (NAMES, "brien", "a b"),
        (NAMES, "homme", "c"),
        (NAMES, '"l’homme armé"', "c"),
        (NAMES, "arte", "d"),
        (NAMES, "пам'ятка", "e"),
        (NAMES, "abd", "g"),
        (NAMES, "Ndjamena", "h"),
        (NAMES, "Ka'u", "i"),
        (CHINESE, "拉卡", "a"),
        (CHINESE, "占领", "a b"),
        (CHINESE, "居民", "a"),
        (CHINESE, "卡", "a c"),
        (CHINESE, "2013", "b"),
        (CHINESE, "2013年", "b"),
        (CHINESE, "2013年5月6日", "b"),
        (JAPANESE, "会議", "a"),
        (JAPANESE, "ガラス", "b"),
        (JAPANESE, "会社", "b c"),
        (KOREAN, "학교", "a"),
        (KOREAN, "전쟁", "a b"),
        (KOREAN, "\u110c\u1165\u11ab\u110c\u1162\u11bc", "a b"),
        (THAI, "ประเทศไทย", "a"),
        (THAI, "ราชอาณาจักร", "a"),
        (THAI, "เมืองหลวง", "b"),
        (LAO, "ວຽງຈັນ", "a"),
        (KHMER, "រាជធានី", "a"),
        (BURMESE, "မြန်မာ", "a"),
        (BENGALI, "ঢাকা", "a"),
        (HINDI, "दिल्ली", "a"),
        (HINDI, "दल", "c"),
        (TAMIL, "போர்", "a"),
        (HEBREW, "המלך", "a b"),
        (HEBREW, "ספר", "c"),
        (HEBREW, "בית-ספר", "c"),
        (HEBREW, "צהל", "d"),
        (ARABIC, "کتاب", "a b"),
        (ARABIC, "الرسالة", "c"),
        (ARABIC, "الرحمن", "d e"),
        (ARABIC, "أحمد", "f g"),
        (ARABIC, "المدرسة", "f g"),
        (ARABIC, "2013", "h"),
        (PERSIAN, "میروم", "a"),
        (PERSIAN, "می‌روم", "a"),
        (GREEK, "πολεμος", "a b"),
        (CYRILLIC, "елка", "a"),
        (CYRILLIC, "мой", "b"),
        (CYRILLIC, "їжак", "d"),
        (OTHERS, "պատերազմը", "hy"),
        (OTHERS, "ომი", "ka"),
        (OTHERS, "ጦርነት", "am"),
        (OTHERS, "ཡིག", "bo"),
        (OTHERS, "යුද්ධය", "si"),
        (OTHERS, "യുദ്ധം", "ml"),
        (NUMBERS, "250000", "a b c e"),
        (NUMBERS, "250,000", "a b c e"),
        (NUMBERS, "250 000 people", "a b c e"),
        (NUMBERS, "250", "c d"),
        (NUMBERS, '"250000 people"', "a b c e"),
        (DECIMALS, "3.5", "a"),
        (CODES, "covid19", "a b"),
        (CODES, "COVID-19", "a b"),
        (CODES, "COVID", "a"),
        (CODES, '"covid19 came"', "a b"),
        (CODES, '"COVID-19 came"', "a b"),
        (CODES, "F-16", "c"),
        (CODES, "f16", "c"),
        (CODES, "T72", "d"),
        (CODES, "AK-47", "e"),
        (CODES, "B-52", "f"),
        (SIGNS, "C++", "cpp"),
        (SIGNS, "c#", "cs"),
        (SIGNS, "C", "c"),
        (SIGNS, ".NET", "net"),
        (SIGNS, "net", "net fish"),
        (SIGNS, "Notepad++", "npp"),
        (SIGNS, "notepad", "npp"),
        (MONEY, "$100", "a"),
        (MONEY, "€100", "c"),
        (MONEY, "100%", "d f"),
        (MONEY, "100 %", "d f"),
        (MONEY, "§100", "e"),
        (MONEY, "100", "a b c d e f"),
        (DAYS, "9/11", "a"),
        (DAYS, "24/7", "c"),
        (WEB, "https://example.org/a/b?x=1#top", "a"),
        (WEB, "example.org", "a b"),
        (WEB, "desk@example.org", "b"),
        (WEB, "desk", "b"),
        (COMPOUNDS, "cooperation", "a b"),
        (COMPOUNDS, "co-operation", "a b"),
        (COMPOUNDS, "operation", "a"),
        (COMPOUNDS, '"co-operation pact"', "a b"),
        (TITLE, "captured", "a"),
        (TITLE, "troops", "a b"),
        (TITLE, "TROOPS", "a b"),
        (TITLE, "nato", "c"),
        (STARS, '"russ* bombed"', "a b"),
        (STARS, "“russ* bombed”", "a b"),
        (STARS, "＂ｒｕｓｓ＊ ｂｏｍｂｅｄ＂", "a b"),
        (TOWNS, "Homs,troops", "a"),
        (TOWNS, "Homs&&troops", "a"),
        (TOWNS, "Homs/troops", "a"),
        (TOWNS, "Homs;troops", "a"),
        (TOWNS, "homs:fell", "a b"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)  # fmt: skip
@pytest.mark.parametrize("name", ["whoosh", "memory"])
def test_found(name: str, texts: Texts, typed: str, found: str, tmp_path: Path) -> None:
    held = [(Document(id, ""), [passage(id, 1, text, title="x")]) for id, text in texts.items()]
    engine = built(name, tmp_path / "gen-1", held, ())
    results = search(engine, typed, NEVER).results
    assert sorted(each.passage.document for each in results) == sorted(found.split())
    engine.close()
