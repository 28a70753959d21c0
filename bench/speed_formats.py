"""Readers of formats against others on the same files: `python -m bench.speed_formats`.

Word against mammoth, EPUB against EbookLib with Beautiful Soup, pages against trafilatura; each
peer makes text or HTML of the file and finds fewer notes. They come with the extra `bench`.
"""

import io
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from time import perf_counter

from bench.data import place
from bench.formats_truth import reader
from bench.peers import PeerMissing

Work = Callable[[Path, bytes], object]
_RUNS = 5


def _mammoth(path: Path, data: bytes) -> object:
    return _library("mammoth").convert_to_html(io.BytesIO(data))


def _ebooklib(path: Path, data: bytes) -> object:
    """The text of each page of a book, as its examples show."""
    soup = _library("bs4").BeautifulSoup
    book = _library("ebooklib.epub").read_epub(str(path))
    pages = book.get_items_of_type(_library("ebooklib").ITEM_DOCUMENT)
    return [soup(page.get_content(), "html.parser").get_text() for page in pages]


def _trafilatura(path: Path, data: bytes) -> object:
    return _library("trafilatura").extract(data, include_links=True)


def _library(name: str):  # type: ignore[no-untyped-def]
    try:
        return import_module(name)
    except ImportError as error:
        raise PeerMissing(f"{name} is not installed: pip install 'loccit[bench]'") from error


PEERS: dict[str, tuple[str, Work]] = {
    "docx": ("mammoth", _mammoth),
    "epub": ("EbookLib and Beautiful Soup", _ebooklib),
    "html": ("trafilatura", _trafilatura),
}
SUFFIXES = {"docx": (".docx",), "epub": (".epub",), "html": (".html", ".htm")}


def rows() -> Iterator[tuple[str, str, float, float]]:
    """A file, its peer, and the seconds that we and it take: the best of several runs."""
    for kind, (name, peer) in PEERS.items():
        for path in sorted((place("formats") / "good").iterdir()):
            if path.suffix in SUFFIXES[kind]:
                data = path.read_bytes()
                yield path.name, name, _best(reader(kind), path, data), _best(peer, path, data)


def _best(work: Work, path: Path, data: bytes) -> float:
    return min(_seconds(work, path, data) for _ in range(_RUNS))


def _seconds(work: Work, path: Path, data: bytes) -> float:
    began = perf_counter()
    work(path, data)
    return perf_counter() - began


def main() -> None:
    print("| file | ms | peer | ms | times as fast |")
    print("|---|---|---|---|---|")
    for file, name, ours, theirs in rows():
        print(f"| {file} | {ours * 1e3:.1f} | {name} | {theirs * 1e3:.1f} | {theirs / ours:.1f} |")


if __name__ == "__main__":
    main()
