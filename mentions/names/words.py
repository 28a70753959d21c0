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
        "Abbasid Abrahamic Achaemenid Afghan African Afrikaans Akkadian Alaskan Alawite"
        " Albanian Algerian American Amharic Amish Andean Andorran Anglican Anglo-Norman"
        " Anglo-Saxon Angolan Arab Arabian Arabic Aramaic Argentine Argentinian Armenian"
        " Asian Assamese Assyrian Athenian Australian Austrian Avestan Aymara Azerbaijani"
        " Aztec Babylonian Bactrian Bahai Bahamian Bahraini Balinese Balkan Baltic Baluchi"
        " Bangladeshi Baptist Barbadian Bashkir Basque Bavarian Bedouin Belarusian Belgian"
        " Belizean Benedictine Bengali Beninese Berber Bhojpuri Bhutanese Bolivian Bosnian"
        " Botswanan Brazilian Breton British Bruneian Buddhist Bulgarian Burkinabe Burmese"
        " Burundian Byzantine Californian Calvinist Cambodian Cameroonian Canaanite Canadian"
        " Cantonese Caribbean Carolingian Carthaginian Catalan Catholic Cebuano Celtic"
        " Chadian Chaldean Chechen Cherokee Chilean Chinese Christian Colombian Comorian"
        " Confederate Confucian Congolese Coptic Cornish Corsican Cossack Croatian Cuban"
        " Cypriot Czech Czechoslovak Dacian Danish Dari Djiboutian Dominican Dorian Druze"
        " Dutch Ecuadorian Egyptian Elamite Emirati English Eritrean Esperanto Estonian"
        " Ethiopian Etruscan Eurasian European Evangelical Faroese Farsi Fijian Filipino"
        " Finnish Flemish Franciscan Frankish French Frisian Gabonese Gaelic Galician Gallic"
        " Gambian Gaulish Georgian German Germanic Ghanaian Gothic Greek Grenadian Guarani"
        " Guatemalan Guinean Gujarati Guyanese Haitian Hasidic Hausa Hawaiian Hazara Hebrew"
        " Hellenic Hellenistic Hindi Hindu Hindustani Hittite Hokkien Honduran Huguenot"
        " Hungarian Hutu Iberian Icelandic Igbo Illyrian Inca Incan Indian Indonesian Inuit"
        " Inuktitut Ionian Iranian Iraqi Irish Islamic Islamist Ismaili Israeli Israelite"
        " Italian Ivorian Jain Jamaican Japanese Javanese Jesuit Jew Jewish Jordanian Judaic"
        " Kannada Kashmiri Kazakh Kenyan Khmer Konkani Korean Kosovan Kurd Kurdish Kuwaiti"
        " Kyrgyz Ladino Lao Laotian Latin Latvian Lebanese Liberian Libyan Lithuanian"
        " Lutheran Luxembourgish Lydian Maasai Macedonian Malagasy Malawian Malay Malayalam"
        " Malaysian Maldivian Malian Maltese Manchu Mandarin Maori Marathi Maronite"
        " Mauritanian Mauritian Maurya Mayan Mediterranean Melanesian Merovingian"
        " Mesopotamian Methodist Mexican Micronesian Minoan Moldovan Monegasque Mongol"
        " Mongolian Montenegrin Mormon Moroccan Mozambican Mughal Muslim Mycenaean Nabataean"
        " Nahuatl Namibian Nauruan Navajo Nazi Nepalese Nepali Nicaraguan Nigerian Nigerien"
        " Norman Norse Norwegian Nubian Occitan Olmec Omani Oromo Orthodox Ostrogothic"
        " Ottoman Pakistani Palauan Palestinian Pali Panamanian Paraguayan Parthian Pashto"
        " Pashtun Pentecostal Persian Peruvian Phoenician Phrygian Polish Polynesian"
        " Portuguese Presbyterian Protestant Prussian Punic Punjabi Puritan Qatari Quaker"
        " Quechua Rohingya Roman Romani Romanian Romansh Russian Rwandan Sabine Safavid"
        " Salafi Salvadoran Sami Samoan Sanskrit Sasanian Sassanid Saudi Saxon Scandinavian"
        " Scottish Scythian Seleucid Seljuk Senegalese Serb Serbian Seychellois Shia Shiite"
        " Shinto Shona Siberian Sicilian Sikh Sindhi Singaporean Sinhala Sinhalese Slavic"
        " Slovak Slovene Slovenian Somali Soviet Spaniard Spanish Spartan Sudanese Sufi"
        " Sumerian Sundanese Sunni Surinamese Swahili Swazi Swedish Swiss Syrian Tagalog"
        " Taiwanese Tajik Tamil Tanzanian Taoist Tatar Telugu Texan Thai Thracian Tibetan"
        " Tigrinya Togolese Tongan Trinidadian Trojan Tuareg Tunisian Turkic Turkish Turkmen"
        " Tuscan Tutsi Ugandan Uighur Ukrainian Umayyad Urdu Uruguayan Uyghur Uzbek Venetian"
        " Venezuelan Vietnamese Viking Visigothic Volapük Wahhabi Welsh Western Wolof Xhosa"
        " Yazidi Yemeni Yiddish Yoruba Yugoslav Zambian Zimbabwean Zionist Zoroastrian Zulu"
    ).split()
)
"""Nationalities of all states, peoples, languages and faiths, in the singular: always groups."""
BEFORE_A_PEOPLE = (
    "North|South|East|West|Northern|Southern|Eastern|Western|Central|Latin|Native|Old|Middle|High"
    "|Low|Roman|Greek|Pan"
)
"""What makes a longer name of a people's or a language's: South African, Old Norse."""
PEOPLES_IN_PLURAL = frozenset(
    "Turks Kurds Britons Danes Swedes Finns Poles Scots Franks Goths Vandals Huns Moors Normans"
    " Ottomans Spaniards Frenchmen Englishmen".split()
)
"""Peoples whose singular is also a person's name."""
PEOPLE_PREFIX = r"(?:Afro|Anglo|Austro|Franco|Greco|Indo|Italo|Judeo|Russo|Sino|Turco)"
OPENING = (
    "In|On|The|As|While|When|Although|Though|For|But|And|If|With|From|Like|Unlike|Both|Before"
    "|After|Since|Early|Modern|Many|Most|Some|Of|To|By|At|This|That|Today"
)
"""Words in capitals because they open a sentence."""
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
        " Internet DNA RNA APC Shah Chairperson Chairman Chairwoman Choir Director Professor Doctor"
        " PhD Ph.D. BA B.A. B.Sc. M.A. M.Sc. MA MBA RV DVD CD TV EP LP KO CEO Part Chapter Volume Section Figure Table"
    ).split()
) | {"Army General", "Prime Minister", "Supreme Court", "Supreme Courts"}
"""Words that name nothing by themselves, or no one."""
PERIODS = (
    "Cambrian|Ordovician|Silurian|Devonian|Carboniferous|Permian|Triassic|Jurassic|Cretaceous"
    "|Pal(?:a)?eogene|Neogene|Pal(?:a)?eocene|Eocene|Oligocene|Miocene|Pliocene|Pleistocene|Holocene"
    "|Precambrian|Pal(?:a)?eozoic|Mesozoic|Cenozoic"
)
TAXON_ENDINGS = (
    "idae|inae|iida|aceae|oideae|iformes|phyta|mycota|mycetes|poda|ptera|morpha"
    "|zoa|saurus|pithecus|oidea"
)
"""Endings of the Latin names of families, orders and classes."""
OFFICES = (
    r"(?:Secretary|Minister|Ministers|Under-Secretary|Department|Head|Chief|Chair|Speaker|Prime)"
    r"\s+(?:of|for)\s+(?:the\s+)?"
)
"""What comes before a word of an office: in `Secretary of Defense` the last names nothing."""
KINDS_OF_PLACE = (
    "Governorate|Province|District|County|Prefecture|Oblast|Municipality|Airport|Airbase|Air Base"
    "|Dam|River|Valley|Desert|Island|Islands|Peninsula|Mountains?|Lake|Sea|Ocean|Bay|Strait|City"
    "|Village|Street|Avenue|Bridge|Canal|Forest|Park|Road|Highway|Square|Hills?|Creek|Beach|Gulf"
    "|Harbou?r|Castle|Palace|Cathedral|Stadium|Hotel|Airfield|Junction|Falls|Glacier|Basin|Plateau"
    "|Coast|Canyon|Territory|Tower|Station|Theatre|Theater|Gardens?"
)
KINDS_OF_EVENT = (
    "War|Wars|Offensive|Revolution|Uprising|Massacre|Summit|Crisis|Affair|Rebellion|Revolt|Genocide"
    "|Olympics|World Cup|Conference|Campaign|Incident|Scandal|Shift|Renaissance|Reformation"
    "|Enlightenment|Depression|Holocaust|Coup|Championships?|Cup|Open|Grand Prix|Tournament"
    "|Festival|Regatta|Raid|Riots?|Marathon|Expedition|Election|Elections"
)
KINDS_OF_OTHER = (
    "Awards?|Prize|Medal|Trophy|Act|Amendment|Proclamation|Declaration|Address|Symphony|Concerto"
    "|Sonata|Gospel|Charter|Constitution"
)
"""Kinds of works, laws and honours."""
KINDS_OF_ORGANISATION = (
    "Army|Navy|Air Force|Party|University|College|Institute|Committee|Council|Commission|Agency"
    "|Ministry|Department|Court|Corps|Forces|Force|Brigade|Front|Company|Corporation|Inc|Ltd|Bank"
    "|Association|Federation|Union|League|Club|Society|Foundation|Center|Centre|Museum|Observatory"
    "|Bureau|Office|Gendarmerie|Police|Command|Flotilla|Fleet|Parliament|Assembly|Senate|Congress"
    "|Church|Orchestra|Programme|Program|Group|Movement|Organisation|Organization|team|FC"
    "|Records|Railway|Railroad|Press|Times|Post|Herald|Tribune|Gazette|School|Academy|Division"
    "|Regiment|Squadron|Battalion|Airlines|Airways|Works|Studios|Laborator(?:y|ies)|Alliance"
    "|Authority|Administration|Services?|Trust|Board|Coalition|Network|Industries|Guards?|Legion"
    "|Seminary|Hospital"
)
WORKS = (
    "book|novel|novella|songs?|album|film|movie|poem|hymn|opera|painting|textbook|essay|treatise"
    "|single|sculpture|symphony|ballet|musical|documentary|sitcom"
)
"""Kinds of works, which stand before their titles."""
TITLED = "titled|entitled|called|play|series|story|magazine|newspaper|journal|show"
"""Words before a title if it is in quotes."""
PLACE_BEFORE = (
    r"(?:(?:town|city|village|province|provinces|district|governorate|region|capital|port|island"
    r"|suburb|state|county)s?\s+of|near|towards?|in|around|captured|from|at|to)\s+(?:the\s+city\s+of\s+)?"
)
TITLES = (
    "Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Lord|Lady|Dame|General|Gen|Colonel|Col|Captain|Capt"
    "|Lieutenant|Lt|Major|Sergeant|Sgt|Admiral|President|Senator|Governor|Mayor|King|Queen|Prince"
    "|Princess|Emperor|Pope|Saint|Bishop|Archbishop|Cardinal|Madame|Judge|Justice|Reverend|Rev"
    "|Chancellor|Minister|Sheikh|Imam"
)
OCCUPATIONS = (
    "actor|actress|singer|songwriter|writer|author|novelist|poet|painter|artist|sculptor|architect"
    "|composer|musician|pianist|guitarist|drummer|conductor|philosopher|mathematician|physicist"
    "|chemist|biologist|astronomer|scientist|historian|scholar|economist|engineer|inventor"
    "|explorer|politician|senator|lawyer|judge|journalist|editor|critic|director|producer|comedian"
    "|boxer|player|footballer|pitcher|goalkeeper|striker|coach|manager|trainer|captain|commander"
    "|general|admiral|officer|soldier|pilot|president|minister|chancellor|governor|mayor"
    "|ambassador|leader|founder|chairman|king|queen|prince|princess|emperor|pope|bishop|saint|monk"
    "|theologian|prophet|teacher|professor|doctor|rapper|swimmer|cyclist|champion|geometer"
)
KIN = (
    "brother|sister|son|daughter|wife|husband|mother|father|friend|uncle|aunt|nephew|niece|cousin"
    "|widow|partner|grandson|granddaughter|colleague|rival"
)
PERSONS_DO = (
    "said|says|wrote|writes|was born|died|argued|argues|believed|believes|married|told|tells"
    "|thought|claimed|claims|suggested|proposed|described|noted|notes|recalled|stated|explained"
    "|observed|became|studied|felt|saw|knew|asked|who|resigned|commanded|discovered|composed"
    "|comments|commented|painted|directed|starred|retired|lived|attended|graduated"
)
"""What a name's bearer does, right behind it."""
SETTLEMENTS = (
    "town|city|village|district|county|province|state|region|country|island|river|lake|mountain"
    "|valley|suburb|port|capital|municipality|commune|hamlet|parish|neighbou?rhood|street"
    "|territory|peninsula|coast|governorate"
)
BODIES = (
    "band|company|label|club|team|party|firm|publisher|newspaper|network|organi[sz]ation|airline"
    "|university|bank|corporation|agency|institute|manufacturer|orchestra|group|duo|trio|quartet|militia|retailer|charity"
)
PLACE_ENDINGS = "burg|berg|ville|ham|shire|land|stan|grad|dorf|stadt|ford|bury|mouth|chester|abad|pur"
REALMS = "Empire|Republic|Kingdom|Caliphate|Confederacy|Confederation|Sultanate|Union|Mandate"
"""What a people's name makes a state's: Assyrian Empire."""
SHIPS = (
    "ship|steamship|steamer|vessel|frigate|barque|schooner|submarine|destroyer|cruiser|battleship"
    "|battlecruiser|carrier|ironclad|corvette|trawler|yacht"
)
MACHINES = (
    "gun|howitzer|rifle|tank|aircraft|fighter|bomber|helicopter|missile|launcher|rocket|mortar"
    "|submarine|destroyer|locomotive|engine|vehicle|car|truck|satellite|spacecraft|camera"
    "|computer|Howitzer|Gun|Rifle|Tank|Aircraft|Missile"
)
"""What a designation such as T-34 may stand before."""
RANKS = "species|subspecies|genus|genera|family|families|order|suborder|phylum|clade|kingdom|taxon"
"""Ranks of living things; what bears one is no name here."""
LIVING = (
    "species|subspecies|genus|genera|suborders?|phylum|clade|taxon|taxa|organisms?|animals?|plants?"
    "|insects?|fossils?"
)
"""One of these stands in a text that speaks of such ranks."""
