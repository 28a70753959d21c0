"""States, their parts, peoples, languages and faiths, as tables of general knowledge."""

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

REGIONS = frozenset(
    name.strip()
    for name in (
        "Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida,"
        " Georgia, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine,"
        " Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska,"
        " Nevada, New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota,"
        " Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota,"
        " Tennessee, Texas, Utah, Vermont, Virginia, Washington, West Virginia, Wisconsin,"
        " Wyoming, Alberta, British Columbia, Manitoba, New Brunswick, Newfoundland, Nova Scotia,"
        " Ontario, Quebec, Saskatchewan, New South Wales, Queensland, Tasmania, Victoria,"
        " Bavaria, Saxony, Hesse, Brandenburg, Normandy, Brittany, Catalonia, Andalusia,"
        " Lombardy, Tuscany, Sicily, Crimea, Kurdistan, Kashmir, Punjab, Rajasthan, Tibet"
    ).split(",")
)
"""Parts of states: most likely places, but some are also persons' names."""

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
        " Cypriot Czech Czechoslovak Dacian Danish Daoist Dari Djiboutian Dominican Dorian Druze"
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
) | {"Puerto Rican", "Costa Rican", "Sri Lankan", "Sierra Leonean", "Cape Verdean"}
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
FAITHS = frozenset(
    "Buddhism Christianity Catholicism Protestantism Hinduism Islam Judaism Sikhism Taoism"
    " Confucianism Shinto Calvinism Lutheranism".split()
)
REALMS = "Empire|Republic|Kingdom|Caliphate|Confederacy|Confederation|Sultanate|Union|Mandate|Reich"
"""What a people's name makes a state's: Assyrian Empire."""
