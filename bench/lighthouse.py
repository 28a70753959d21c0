"""Lighthouse on the home page and a page of results: `python -m bench.lighthouse`.

Each page is measured `RUNS` times as a phone on a slow line and as a desktop; the scores, from 0 to
100, are the medians. The performance score measures the machine too: run it on an idle one.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from docs.make_screenshots import FLAGS, ROOT, serving

RUNS = 3
TRIES = 4
"""On a busy machine Lighthouse now and then misses where a page began to load."""
WANTED = 98
PAGES = {"home": "/", "results": "/search?q=cite%3Aany"}
DEVICES: dict[str, tuple[str, ...]] = {"phone": (), "desktop": ("--preset=desktop",)}
CATEGORIES = ("performance", "accessibility", "best-practices")
LIGHTHOUSE = ROOT / "tests" / "browser" / "node_modules" / ".bin" / "lighthouse"

Scores = dict[str, float]


def measured(address: str, options: tuple[str, ...]) -> Scores:
    """The score of each category, 0 to 100; ends the program if the page won't load."""
    command = [
        str(LIGHTHOUSE), address, *options, "--output=json", "--quiet",
        "--no-enable-error-reporting", f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags=--headless=new {' '.join(FLAGS)}",
    ]  # fmt: skip
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or ""
    for _ in range(TRIES):
        report = subprocess.run(
            command, capture_output=True, text=True, env=os.environ | {"CHROME_PATH": chromium}
        )
        if report.returncode == 0:
            categories = json.loads(report.stdout)["categories"]
            return {name: 100 * categories[name]["score"] for name in CATEGORIES}
    sys.exit(f"Lighthouse could not load {address}: {report.stderr.strip()}")


def medians(site: str) -> Iterator[tuple[str, str, Scores]]:
    for page, path in PAGES.items():
        for device, options in DEVICES.items():
            runs = [measured(site + path, options) for _ in range(RUNS)]
            yield page, device, {name: median(run[name] for run in runs) for name in CATEGORIES}


def main() -> int:
    lowest = 100.0
    print("| page | as a | " + " | ".join(CATEGORIES) + " |", "|---" * 5 + "|", sep="\n")
    with serving() as site:
        for page, device, scores in medians(site):
            lowest = min(lowest, *scores.values())
            values = " | ".join(f"{scores[name]:.0f}" for name in CATEGORIES)
            print(f"| {page} | {device} | {values} |", flush=True)
    return 0 if lowest >= WANTED else 1


if __name__ == "__main__":
    if not Path(LIGHTHOUSE).exists():
        sys.exit("Lighthouse is not installed: make lighthouse")
    sys.exit(main())
