"""Looking names up: any form of a name stands for it, case and accents ignored."""

from engines import analysis
from engines.schema import Name


def begins(name: Name, prefix: str) -> bool:
    """Whether a form of `name` begins with `prefix`."""
    folded = analysis.fold(prefix)
    forms = (name.name, *(form.form for form in name.forms))
    return any(analysis.fold(form).startswith(folded) for form in forms)
