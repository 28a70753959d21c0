"""What stands above a list of references or of notes."""

import re

HEADING = re.compile(
    r"(?:(?:\d+|[A-Z]|[IVX]+)[.)]?\s+)?(?:(?:list of |selected |works |literature )?(?:references|"
    r"bibliography|works cited|literature|literature cited|cited|notes|endnotes|end notes|"
    r"references and notes|notes and references|sources|literatur|literaturverzeichnis|"
    r"anmerkungen|références|bibliographie|referencias|bibliografía|bibliografia))\s*:?",
    re.IGNORECASE,
)
NOTES = re.compile(r"\bnotes\b|anmerkungen", re.IGNORECASE)
"""Of these, lists that may begin again with each chapter."""
