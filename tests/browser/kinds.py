"""An address of every kind of page, on the index of the browser tests."""

KINDS = {
    "home": "/",
    "results": "/search?q=cite:any",
    "results, second page": "/search?q=cite:any&page=2&sort=oldest",
    "results, narrowed": "/search?q=idlib+date:2019+place:Syria",
    "results, problems": "/search?q=raid+cite:4x8+date:2012-13",
    "results, hard text": "/search?q=doc:hard",
    "results, few": "/search?q=turkish+officials+zebra",
    "nothing found": "/search?q=zebra+cite:315",
    "passage": "/passages/syrian-civil-war/25",
    "passage, hard text": "/passages/hard/2",
    "document": "/documents/syrian-civil-war",
    "citation": "/citations/syrian-civil-war/315",
    "name": "/names/place/Syria",
    "help": "/help",
    "not there": "/passages/absent/1",
}
