"""The Nu HTML checker."""

import json
import subprocess
from pathlib import Path
from urllib.parse import unquote

_NAMED_BY_A_CAPTION = "Section lacks heading"
"""The checker's advice for a section whose name is the caption of its table."""


def complaints(node_modules: Path, folder: Path) -> list[str]:
    """The errors and warnings of the Nu checker about the HTML files of a folder."""
    jar = node_modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-Xss2m", "-jar", str(jar), "--format", "json", "--skip-non-html"]
    ran = subprocess.run([*command, str(folder)], capture_output=True, text=True)
    messages = json.loads(ran.stderr)["messages"]
    return [
        f"{Path(unquote(each['url'])).stem}: {each['message']} {each.get('extract', '')}"
        for each in messages
        if not each["message"].startswith(_NAMED_BY_A_CAPTION)
    ]
