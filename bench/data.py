"""Where the public collections lie, and what to say when they don't."""

import os
from pathlib import Path

PUBLISHED = {
    "dates/wikiwars": "the WikiWars corpus of Mazur and Dale (EMNLP 2010), timexportal.wikidot.com",
    "entities/wikigold": "WikiGold of Balasuriya and others (2009), by way of schwa.org/wikiner",
    "formats": "documents of ten formats with truth, of open licences",
    "retrieval/scifact": "SciFact of Wadden and others (2020), in BEIR, github.com/beir-cellar",
    "retrieval/cranfield": "Cranfield 1400, ir.dcs.gla.ac.uk/resources/test_collections/cran",
    "retrieval/time": "TIME 1963, ir.dcs.gla.ac.uk/resources/test_collections/time",
    "sources/dev.jsonl.gz": "WiCE, CL-SciSumm and SciFact, github.com/ryokamoi/wice,"
    " github.com/WING-NUS/scisumm-corpus, github.com/allenai/scifact",
    "sources/references.jsonl.gz": "reference lists of CL-SciSumm,"
    " github.com/WING-NUS/scisumm-corpus",
    "scale/enwiki-35k-articles.jsonl.gz": "English Wikipedia articles, dumps.wikimedia.org",
    "names/train.jsonl.gz": "the sets that loccit/models/names/README.md names",
    "cited/enwiki2014_cited.jsonl.gz": "English Wikipedia articles of 2014, dumps.wikimedia.org",
}


class DataMissing(Exception):
    """A collection isn't there; the message says where it is published."""


def place(name: str) -> Path:
    """The collection's path under `LOCCIT_DATA` (by default ../shared/data); raises DataMissing."""
    path = Path(os.environ.get("LOCCIT_DATA", "../shared/data")) / name
    if not path.exists():
        raise DataMissing(
            f"There is no {path}. Set LOCCIT_DATA to a folder that holds {name}: {PUBLISHED[name]}."
        )
    return path
