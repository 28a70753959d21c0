"""The shapes of the API's answers beyond those of `loccit.search.json_shapes`."""

from typing import NotRequired

from typing_extensions import TypedDict

from loccit.model.as_json import DocumentJson, EntityNameJson, PassageJson, ReferenceJson
from loccit.model.mentions import EntityType, Role
from loccit.search.json_shapes import (
    CitedSourceJson,
    ResultPageJson,
    SuggestionJson,
    TimelineJson,
)


class LinksJson(TypedDict):
    """Addresses on this server; `html` is the page for readers. The `Link` header has them too."""

    self: str
    html: NotRequired[str]
    first: NotRequired[str]
    prev: NotRequired[str]
    next: NotRequired[str]
    last: NotRequired[str]


class SearchJson(ResultPageJson):
    """A page of results, with links to those around it."""

    links: LinksJson


class SuggestionsJson(TypedDict):
    """Likeliest first."""

    suggestions: list[SuggestionJson]


class LeftOutJson(TypedDict):
    """A file or folder among the seeds that is not in the index, and why."""

    path: str
    why: str


class IndexJson(TypedDict):
    """What the index holds.

    `built` is ISO 8601 in UTC. The same `fingerprint` means the same input, read with the same
    extractors and settings. `counts` are of dates, names, citation numbers and uncited passages.
    `skipped` counts the files and folders that were left out, `left_out` names the first thousand.
    """

    engine: str
    generation: str
    built: str
    fingerprint: str
    documents: int
    passages: int
    counts: dict[str, int]
    skipped: int
    left_out: list[LeftOutJson]


class DocumentsJson(TypedDict):
    """A page of the documents, by id; `total` counts all of them.

    `skipped` counts the files and folders that were left out of the index; the first page names
    up to a thousand of them in `left_out`.
    """

    total: int
    page: int
    size: int
    documents: list[DocumentJson]
    skipped: int
    left_out: list[LeftOutJson]
    links: LinksJson


class DocumentPageJson(TypedDict):
    """A document, its references, its timeline, and one page of its passages, in order."""

    document: DocumentJson
    references: list[ReferenceJson]
    timeline: TimelineJson
    total: int
    page: int
    size: int
    passages: list[PassageJson]
    links: LinksJson


class PassagePageJson(TypedDict):
    """A passage, its document, and its neighbours up to two places before and after.

    `opens_next` are the citations that open the next passage and belong to the end of this one;
    where the document is not contiguous they only may. `sources` are those of all that the
    passage cites. `last_number` is its document's last. `is_changed` if the document has no more
    the text that the address was made for: the passage is then the most like it, and `former` is
    that text where it is known.
    """

    passage: PassageJson
    sources: list[CitedSourceJson]
    is_changed: bool
    former: str | None
    document: DocumentJson
    neighbours: list[PassageJson]
    opens_next: list[int]
    last_number: int
    generation: str
    links: LinksJson


class EntitiesJson(TypedDict):
    """A page of the names, in order; `total` counts all that have such a form."""

    total: int
    page: int
    size: int
    entities: list[EntityNameJson]
    links: LinksJson


class CompanionJson(TypedDict):
    """A name in the same passages, and in how many of them."""

    type: EntityType
    name: str
    count: int


class EntityPageJson(TypedDict):
    """A name: its forms, its company, its timeline, and one page of the passages that name it."""

    entity: EntityNameJson
    companions: list[CompanionJson]
    timeline: TimelineJson
    total: int
    page: int
    size: int
    passages: list[PassageJson]
    links: LinksJson


class CitingJson(TypedDict):
    """A passage in which it is cited, and the sentences or clauses that it closes there.

    Where it opens the passage (role `before`), `before` is the passage before, which it belongs
    to or, in a document that is not contiguous, may belong to.
    """

    passage: PassageJson
    roles: list[Role]
    supported: list[str]
    before: str | None


class CitationPageJson(TypedDict):
    """A citation of a document, its source if the document gives it, and what cites it.

    `label` is what it is cited as, `number` the same where it is one. `cited` are the other
    documents of the index that are the source, since their address is the reference's.
    `total` counts all passages in which it appears; `citing` has at most the first hundred.
    """

    document: DocumentJson
    label: str
    number: int | None
    reference: ReferenceJson | None
    cited: list[DocumentJson]
    total: int
    citing: list[CitingJson]
    links: LinksJson


class WrongJson(TypedDict):
    """What is wrong with one parameter, and the fix."""

    parameter: str
    detail: str


class ProblemDetails(TypedDict):
    """Why a request could not be answered (RFC 9457); `errors` where parameters were wrong."""

    type: str
    title: str
    status: int
    detail: str
    errors: NotRequired[list[WrongJson]]
