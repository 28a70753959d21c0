"""Worker processes that end with the process that began them, however that ends."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from threading import Thread


def pool(workers: int, prepare: Callable[[], object] | None = None) -> ProcessPoolExecutor:
    """A pool of that many processes, each of which runs `prepare` before its first task.

    The workers of a pool wait for tasks for good where the process that began them was killed;
    these notice that.
    """
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, context, _begin, (prepare,))


def _begin(prepare: Callable[[], object] | None) -> None:
    """Ctrl+C reaches every process of a terminal: the one that began the work ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    if prepare is not None:
        prepare()


def end_with_parent() -> None:
    """End this process when the one that began it has ended, whatever is being done then."""
    Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    """For the pipe that the system closes when the parent ends, on every platform."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
