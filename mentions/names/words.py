"""Words that names are told by, as tables: countries, peoples, faiths, titles, kinds of things.

General knowledge only: a reader's own names belong into `aliases.toml`.
"""

COUNTRIES = frozenset(
    name.strip()
    for name in (
        "Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria,"
        " Azerbaijan, Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan,"
        " Bolivia, Bosnia, Bosnia and Herzegovina, Botswana, Brazil, Britain, Brunei, Bulgaria,"
        " Burkina Faso, Burma, Burundi, Cambodia, Cameroon, Canada, Chile, China, Colombia,"
        " Costa Rica, Croatia, Cuba, Cyprus, Czech Republic, Czechoslovakia, Denmark, Djibouti,"
        " Ecuador, Egypt, El Salvador, England, Eritrea, Estonia, Ethiopia, Fiji, Finland, France,"
        " Gabon, Gambia, Germany, Ghana, Great Britain, Greece, Guatemala, Guinea, Guyana, Haiti,"
        " Honduras, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel, Italy,"
        " Ivory Coast, Jamaica, Japan, Kazakhstan, Kenya, Kosovo, Kuwait, Kyrgyzstan, Laos,"
        " Latvia, Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania, Luxembourg,"
        " Madagascar, Malawi, Malaysia, Mali, Malta, Mauritania, Mauritius, Mexico, Moldova,"
        " Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nepal, Netherlands,"
        " New Zealand, Nicaragua, Niger, Nigeria, North Korea, North Macedonia, Norway, Oman,"
        " Ottoman Empire, Pakistan, Palestine, Panama, Papua New Guinea, Paraguay, Peru,"
        " Philippines, Poland, Portugal, Qatar, Romania, Russia, Rwanda, San Marino,"
        " Saudi Arabia, Scotland, Senegal, Serbia, Sierra Leone, Singapore, Slovakia, Slovenia,"
        " Somalia, South Africa, South Korea, South Sudan, Soviet Union, Spain, Sri Lanka, Sudan,"
        " Suriname, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Togo,"
        " Trinidad and Tobago, Tunisia, Turkey, Turkmenistan, U.K., U.S., U.S.S.R., UK, US, USA,"
        " U.S.A., USSR, Uganda, Ukraine, United Arab Emirates, United Kingdom, United States,"
        " United States of America, Uruguay, Uzbekistan, Vatican City, Venezuela, Vietnam, Wales,"
        " Yemen, Yugoslavia, Zambia, Zimbabwe, Africa, Antarctica, Asia, Europe, North America,"
        " South America, Latin America, Middle East, Roman Empire, British Empire,"
        " Byzantine Empire"
    ).split(",")
)
"""States, past and present, and continents: always places. Names that are also persons' or
states of others (Georgia, Jordan, Chad, America) are left to the recogniser."""

PEOPLES = frozenset(
    (
        "Afghan African Albanian Algerian American Amish Anglican Angolan Arab Arabian"
        " Argentine Argentinian Armenian Asian Assyrian Australian Austrian Azerbaijani Aztec"
        " Baltic Bangladeshi Baptist Basque Belarusian Belgian Bolivian Bosnian Brazilian"
        " British Buddhist Bulgarian Burmese Byzantine Cambodian Canadian Catalan Catholic"
        " Celtic Chechen Chilean Chinese Christian Colombian Confederate Congolese Coptic"
        " Croatian Cuban Cypriot Czech Danish Dutch Egyptian English Eritrean Estonian Ethiopian"
        " European Filipino Finnish French German Ghanaian Greek Haitian Hindu Hungarian"
        " Icelandic Inca Indian Indonesian Iranian Iraqi Irish Islamist Israeli Italian Jamaican"
        " Japanese Jewish Jordanian Kazakh Kenyan Korean Kurdish Kuwaiti Latin Latvian Lebanese"
        " Liberian Libyan Lithuanian Lutheran Macedonian Malay Malaysian Maltese Maori Mexican"
        " Mongol Mongolian Moroccan Mormon Muslim Nazi Nepalese Nigerian Norwegian Orthodox"
        " Ottoman Pakistani Palestinian Persian Peruvian Polish Portuguese Presbyterian"
        " Protestant Prussian Roman Romanian Russian Rwandan Saudi Scandinavian Scottish Serb"
        " Serbian Shia Shiite Sikh Slavic Slovak Slovenian Somali Soviet Spanish Sudanese Sunni"
        " Swedish Swiss Syrian Taiwanese Tamil Tatar Thai Tibetan Tunisian Turkish Turkmen"
        " Ugandan Ukrainian Uruguayan Uzbek Venezuelan Vietnamese Viking Visigothic Welsh"
        " Western Yemeni Yugoslav Zionist Zulu Alawite Druze Yazidi Spaniard Jew Saxon Anglo-"
        " Saxon Anglo-Norman"
    ).split()
)
"""Nationalities, peoples and faiths, in the singular: always groups."""
PEOPLES_IN_PLURAL = frozenset(
    "Turks Kurds Britons Danes Swedes Finns Poles Scots Franks Goths Vandals Huns Moors Normans"
    " Ottomans Spaniards Frenchmen Englishmen".split()
)
"""Peoples whose singular is also a person's name."""
PEOPLE_PREFIX = r"(?:Afro|Anglo|Austro|Franco|Greco|Indo|Italo|Judeo|Russo|Sino|Turco)"
FAITHS = frozenset(
    "Buddhism Christianity Catholicism Protestantism Hinduism Islam Judaism Sikhism Taoism"
    " Confucianism Shinto Calvinism Lutheranism".split()
)

GENERIC = frozenset(
    (
        "Army Navy Air Force Government State States Defense Defence Republic Kingdom"
        " Principality Empire Parliament's Church Court Courts Council Ministry Department"
        " University College School Committee Commission Congress Senate House Treasury Interior"
        " Justice Education Health Magistrates General Insular Idioms Books Systematics History"
        " Geography BCE CE BC AD UTC GMT SI Head Secretary Minister President Earth Sun Moon"
        " Internet DNA RNA APC Shah"
    ).split()
) | {"Army General", "Prime Minister", "Supreme Court", "Supreme Courts"}
"""Words that name nothing by themselves, or no one."""
OFFICES = (
    r"(?:Secretary|Minister|Ministers|Under-Secretary|Department|Head|Chief|Chair|Speaker|Prime)"
    r"\s+(?:of|for)\s+(?:the\s+)?"
)
"""What comes before a word of an office: in `Secretary of Defense` the last names nothing."""
KINDS_OF_PLACE = (
    "Governorate|Province|District|County|Prefecture|Oblast|Municipality|Airport|Airbase|Air Base"
    "|Dam|River|Valley|Desert|Island|Islands|Peninsula|Mountains?|Lake|Sea|Ocean|Bay|Strait|City"
    "|Village|Street|Avenue|Bridge|Canal|Forest|Park"
)
KINDS_OF_EVENT = (
    "War|Wars|Offensive|Revolution|Uprising|Massacre|Summit|Crisis|Affair|Rebellion|Revolt|Genocide"
    "|Olympics|World Cup|Conference|Campaign|Incident|Scandal|Shift|Renaissance|Reformation"
    "|Enlightenment|Depression|Holocaust|Coup"
)
KINDS_OF_ORGANISATION = (
    "Army|Navy|Air Force|Party|University|College|Institute|Committee|Council|Commission|Agency"
    "|Ministry|Department|Court|Corps|Forces|Force|Brigade|Front|Company|Corporation|Inc|Ltd|Bank"
    "|Association|Federation|Union|League|Club|Society|Foundation|Center|Centre|Museum|Observatory"
    "|Bureau|Office|Gendarmerie|Police|Command|Flotilla|Fleet|Parliament|Assembly|Senate|Congress"
    "|Church|Orchestra|Programme|Program|Group|Movement|Organisation|Organization|team|FC"
)
WORKS = (
    r"(?:book|novel|song|songs|album|film|movie|poem|hymn|play|opera|painting|magazine|newspaper"
    r"|textbook|story|essay|single|series|titled|entitled|called)"
)
"""Words before a title, in quotes or not."""
PLACE_BEFORE = (
    r"(?:(?:town|city|village|province|provinces|district|governorate|region|capital|port|island"
    r"|suburb|state|county)s?\s+of|near|towards?|in|around|captured|from|at|to)\s+(?:the\s+city\s+of\s+)?"
)
