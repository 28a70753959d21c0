"""An address of every kind of page, on the index of the browser tests."""

from loccit.model.documents import passage_key
from tests.web.conftest import HARD

BEFORE = HARD.replace("the raid went on", "a raid was said to go on")
"""What the hard text was in the index before."""

KINDS = {
    "home": "/",
    "results": "/search?q=cite:any",
    "results, narrowed": "/search?q=idlib+date:2019+place:Syria",
    "results, problems": "/search?q=raid+cite:4x8+date:2012-13",
    "results, one month": "/search?q=date:2015-10",
    "results, hard text": "/search?q=doc:hard",
    "results, few": "/search?q=turkish+officials+zebra",
    "results, mended": "/search?q=goverment+forcess",
    "nothing found": "/search?q=zebra+cite:315",
    "passage": "/passages/syrian-civil-war/25",
    "passage, hard text": "/passages/hard/2",
    "passage, long reference": "/passages/a-modest-proposal/4",
    "passage, changed": f"/passages/hard/2~{passage_key(BEFORE.splitlines()[1])}",
    "passage, gone": "/passages/syrian-civil-war/9~00000000",
    "document": "/documents/syrian-civil-war",
    "document, hard text": "/documents/hard",
    "documents": "/documents",
    "works": "/works",
    "works, not in the library": "/works?where=out",
    "documents, none": "/documents?containing=zzz",
    "citation": "/citations/syrian-civil-war/315",
    "citation, of a document": "/citations/a-modest-proposal/1",
    "name": "/names/place/Syria",
    "source": "/sources/hard/1",
    "source, without words": "/sources/hard/3",
    "citation, without words": "/citations/hard/3",
    "references": "/references/hard",
    "values": "/facets/organisation?q=syria",
    "values, none": "/facets/place?containing=zzz",
    "names together": "/together?q=syria",
    "comparison": "/compare?a=russia&b=turkey",
    "comparison, empty": "/compare",
    "help": "/help",
    "the API": "/api/",
    "results, by a link of another index": "/search?q=cite:any&index=0123456789ab",
    "not there": "/passages/absent/1",
}
