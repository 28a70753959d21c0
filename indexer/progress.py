"""Progress of a build: a live line on a terminal, plain lines elsewhere."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

EVERY = 10.0
"""Seconds between plain lines."""


class Watcher(Protocol):
    """Told of each document as it is done, and of each seed with its last."""

    def done(self, document: str, passages: int) -> None: ...

    def seed_done(self) -> None: ...


class Silent:
    def done(self, document: str, passages: int) -> None:
        """Say nothing."""

    def seed_done(self) -> None:
        """Say nothing."""


class _Live:
    def __init__(self, progress: Progress, documents: int) -> None:
        self._progress = progress
        self._task = progress.add_task("Indexing", total=documents, passages=0, rate=0.0)
        self._passages, self._began = 0, time.monotonic()

    def done(self, document: str, passages: int) -> None:
        self._passages += passages
        rate = self._passages / max(time.monotonic() - self._began, 1e-6)
        self._progress.update(self._task, passages=self._passages, rate=rate)

    def seed_done(self) -> None:
        self._progress.update(self._task, advance=1)


class _PlainLines:
    def __init__(self, console: Console, documents: int) -> None:
        self._console, self._documents = console, documents
        self._done = self._passages = 0
        self._began = self._said = time.monotonic()

    def done(self, document: str, passages: int) -> None:
        self._passages += passages
        now = time.monotonic()
        if now - self._said >= EVERY:
            self._said = now
            self._say(max(now - self._began, 1e-6))

    def seed_done(self) -> None:
        self._done += 1

    def _say(self, seconds: float) -> None:
        left = seconds / max(1, self._done) * (self._documents - self._done)
        self._console.print(
            f"{self._done} of {self._documents} files, {self._passages} passages,"
            f" {self._passages / seconds:.0f} a second, {left:.0f} s left"
        )


@contextmanager
def watching(console: Console, documents: int) -> Iterator[Watcher]:
    """Files, passages, passages a second and the time left, as the console can show them."""
    if not console.is_terminal:
        yield _PlainLines(console, documents)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed} of {task.total} files"),
        TextColumn("{task.fields[passages]} passages, {task.fields[rate]:.0f} a second"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        yield _Live(progress, documents)
