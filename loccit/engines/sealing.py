"""A generation's folder sealed when it is written, and read only as it was sealed.

One list of files, with their sizes and SHA-256, stands in the manifest; beside it is who signed
it. Nothing of the folder is read that isn't listed, and of what is listed no byte that isn't what
the list says. Every engine that lives in a folder writes and reads it through here.
"""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Self

from loccit.engines import ordinary, signing
from loccit.engines.blocks import BLOCK, DIGEST, BlockFile, Damage, pieces
from loccit.engines.errors import IndexDamaged
from loccit.engines.manifest import (
    ListedFile,
    Manifest,
    OtherFormat,
    manifest_from_json,
    manifest_to_json,
)
from loccit.engines.signing import Signed

MANIFEST, SIGNATURE, BLOCKS = "manifest.json", "manifest.sig", "blocks.sha256"
_MOST_MANIFEST = 2**24
_MOST_SIGNATURE = 2**12
READ_WHOLE = 2**27
"""Bytes of a generation that are all verified when it is opened, well within a second; of a larger
one each block is when something in it is first read."""


def is_read_whole(manifest: Manifest) -> bool:
    """Whether all of a generation is verified when it is opened."""
    return sum(each.size for each in manifest.files) <= READ_WHOLE


def seal(folder: Path, manifest: Manifest) -> None:
    """List the folder's files in the manifest, sign it and write it, last of all."""
    listed = []
    with (folder / BLOCKS).open("wb") as digests:
        for path in sorted(folder.iterdir()):
            if path.name != BLOCKS:
                whole = hashlib.sha256()
                for block in _blocks(path):
                    whole.update(block)
                    digests.write(hashlib.sha256(block).digest())
                listed.append(ListedFile(path.name, path.stat().st_size, whole.hexdigest()))
    own = (folder / BLOCKS).read_bytes()
    listed.append(ListedFile(BLOCKS, len(own), hashlib.sha256(own).hexdigest()))
    _sync(folder)
    content = manifest_to_json(replace(manifest, files=tuple(listed))).encode("utf-8")
    vouch(folder, content)
    (folder / MANIFEST).write_bytes(content)
    _sync(folder)


def vouch(folder: Path, content: bytes) -> Signed:
    """Sign the manifest, `content`, with this machine's key; where there is none to be had, it is
    signed by nobody."""
    text = signing.signature(content, signing.own_key(make=True))
    fresh = folder / f"{SIGNATURE}.new"
    fresh.unlink(missing_ok=True)
    with fresh.open("x", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, folder / SIGNATURE)
    return signing.signed(content, text.encode("ascii"))


def manifest_of(folder: Path) -> bytes:
    """The manifest as it stands; raises IndexDamaged."""
    return _read(folder, MANIFEST, _MOST_MANIFEST)


def manifest_digest(folder: Path) -> str:
    return hashlib.sha256(manifest_of(folder)).hexdigest()


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            yield block


def _sync(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())


class Sealed:
    """A generation's folder, open; its files are read through `file` and `read` alone."""

    def __init__(self, folder: Path, manifest: Manifest, signed: Signed) -> None:
        self.folder = folder
        self.manifest = manifest
        self.signed = signed
        self._files: dict[str, BlockFile] = {}

    @classmethod
    def opened(cls, folder: Path, engine: str) -> Self:
        """Raises IndexDamaged."""
        content = manifest_of(folder)
        try:
            manifest = manifest_from_json(content, engine)
        except OtherFormat as error:
            raise IndexDamaged(folder.parent, str(error)) from error
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise IndexDamaged(folder.parent, "its manifest.json is not ours") from error
        try:
            signed = signing.signed(content, _read(folder, SIGNATURE, _MOST_SIGNATURE))
        except ValueError as error:
            raise IndexDamaged(folder.parent, f"its manifest.json: {error}") from error
        sealed = cls(folder, manifest, signed)
        try:
            sealed._open_files()
        except BaseException:
            sealed.close()
            raise
        return sealed

    def _open_files(self) -> None:
        """All that are listed; verified now where that is soon done."""
        last = self.manifest.files[-1:]
        if [each.name for each in last] != [BLOCKS]:
            raise IndexDamaged(self.folder.parent, f"its file {BLOCKS} is not listed")
        digests = self._digests(last[0])
        at = 0
        for listed in self.manifest.files[:-1]:
            end = at + DIGEST * pieces(listed.size)
            self._files[listed.name] = self._opened(listed, digests[at:end])
            at = end
        if at != len(digests):
            raise IndexDamaged(self.folder.parent, f"its file {BLOCKS} is of other files")
        if is_read_whole(self.manifest):
            self.verify()

    def _digests(self, listed: ListedFile) -> bytes:
        content = _read(self.folder, BLOCKS, listed.size)
        if hashlib.sha256(content).hexdigest() != listed.sha256:
            raise IndexDamaged(self.folder.parent, f"its file {BLOCKS} is not as it was written")
        return content

    def _opened(self, listed: ListedFile, digests: bytes) -> BlockFile:
        try:
            return BlockFile(ordinary.opened(self.folder / listed.name), listed, digests)
        except Damage as error:
            raise IndexDamaged(self.folder.parent, str(error)) from error
        except (OSError, ValueError) as error:
            raise _unreadable(self.folder, listed.name, error) from error

    def file(self, name: str) -> BlockFile:
        """Raises IndexDamaged for one that isn't listed."""
        if name not in self._files:
            raise IndexDamaged(self.folder.parent, f"its file {name} is not listed")
        return self._files[name]

    def read(self, name: str) -> bytes:
        """All of a file; raises IndexDamaged."""
        file = self.file(name)
        try:
            return file.get(0, file.size)
        except Damage as error:
            raise IndexDamaged(self.folder.parent, str(error)) from error

    def verify(self) -> None:
        """Read all files again; raises IndexDamaged."""
        try:
            for file in self._files.values():
                file.verify()
        except Damage as error:
            raise IndexDamaged(self.folder.parent, str(error)) from error

    def close(self) -> None:
        for file in self._files.values():
            file.close()


def _read(folder: Path, name: str, most: int) -> bytes:
    try:
        return ordinary.read(folder / name, most)
    except (OSError, ValueError) as error:
        raise _unreadable(folder, name, error) from error


def _unreadable(folder: Path, name: str, error: Exception) -> IndexDamaged:
    if isinstance(error, FileNotFoundError):
        return IndexDamaged(folder.parent, f"its file {name} is missing")
    why = str(error) if isinstance(error, ordinary.NotOrdinary) else type(error).__name__
    return IndexDamaged(folder.parent, f"its file {name} can't be read ({why})")
