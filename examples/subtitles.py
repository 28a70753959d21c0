"""Read subtitles (.srt), as a reader of a format does: each is a line, at its time.

    python examples/subtitles.py examples/moon.srt

A package that has this file offers it to `loccit index` by the entry point `srt =
"subtitles:read"` in the group `loccit.readers`.
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path

from loccit import Block, Content, Place, UnreadableSeed

CUE = re.compile(r"(\d\d:\d\d:\d\d),\d{3} --> [\d:,]+[^\n]*\n(.+)", re.DOTALL)


def read(path: Path, data: bytes, beat: Callable[[], object]) -> list[Content]:
    blocks = []
    for cue in re.split(r"\n\s*\n", data.decode("utf-8-sig").replace("\r\n", "\n")):
        if match := CUE.search(cue):
            text = " ".join(match[2].split())
            blocks.append(Block("line", text, places=(Place(0, locator=f"t={match[1]}"),)))
    if not blocks:
        raise UnreadableSeed(path, "there is no subtitle in it")
    return [Content(tuple(blocks))]


def main(name: str) -> None:
    path = Path(name)
    if not path.exists():
        sys.exit(f"There is no {path}: name a file of subtitles")
    for content in read(path, path.read_bytes(), lambda: None):
        for block in content.blocks:
            print(block.places[0].locator, block.text)


if __name__ == "__main__":
    main(*sys.argv[1:])
