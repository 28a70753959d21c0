"""What PDFium says of a letter: where it stands, its size, its direction, its font."""

import ctypes
import math
import re
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from loccit.indexer.readers.pdf.sheets import PLAIN, Font

_BOLD = re.compile(
    r"bold|black|heavy|demi|(?:cm|sf|ec|ts)bx|cmb\d|medi(?!um)|-bd|-extra", re.IGNORECASE
)
_SPEAKS = re.compile(r"[a-z]{3}", re.IGNORECASE)
"""A font's name that says something; only others' weights are asked for, which are often wrong."""
_FIXED = re.compile(r"mono|courier|cmtt|typewriter|consol|code|menlo|sftt|ectt", re.IGNORECASE)
_FIXED_PITCH = 1
_BOLD_WEIGHT = 600
_NAME_LENGTH = 128


@dataclass(frozen=True, slots=True)
class Style:
    """How letters are set: `size` in points, `turn` their direction (0, 90, 180, 270, or -1)."""

    size: float = 0.0
    turn: int = 0
    font: Font = PLAIN


class Glyphs:
    """Asks about the letters of one page; what was asked last is remembered, as most repeats."""

    def __init__(self, text: pypdfium2.PdfTextPage) -> None:
        self._text = text.raw
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._at_x, self._at_y = ctypes.byref(self._x), ctypes.byref(self._y)
        self._matrix, self._box = raw.FS_MATRIX(), raw.FS_RECTF()
        self._fonts: dict[int, Font] = {}
        self._known: tuple[float, int, float] = (0, 0, 0)
        self._style = Style()

    def origin(self, at: int) -> tuple[float, float]:
        """Where the letter's baseline begins."""
        raw.FPDFText_GetCharOrigin(self._text, at, self._at_x, self._at_y)
        return self._x.value, self._y.value

    def corners(self, at: int) -> tuple[tuple[float, float], tuple[float, float]]:
        """Two corners of the letter's box."""
        box = self._box
        raw.FPDFText_GetLooseCharBox(self._text, at, ctypes.byref(box))
        return (box.left, box.bottom), (box.right, box.top)

    def style(self, at: int, item: "ctypes._Pointer[raw.struct_fpdf_pageobject_t__]") -> Style:
        """How the letter is set; `origin` has been asked for it just before."""
        size = raw.FPDFText_GetFontSize(self._text, at)
        holder = raw.FPDFTextObj_GetFont(item)
        address = ctypes.addressof(holder.contents) if holder else 0
        known = (size, address, self._y.value)
        if known != self._known:
            self._known = known
            self._style = self._asked(at, size, holder, address)
        return self._style

    def _asked(
        self,
        at: int,
        size: float,
        holder: "ctypes._Pointer[raw.struct_fpdf_font_t__]",
        address: int,
    ) -> Style:
        matrix = self._matrix
        raw.FPDFText_GetMatrix(self._text, at, ctypes.byref(matrix))
        if address not in self._fonts:
            self._fonts[address] = _font(holder)
        height = math.hypot(matrix.c, matrix.d) or 1
        return Style(round(size * height, 2), _turn(matrix.a, matrix.b), self._fonts[address])


def _turn(a: float, b: float) -> int:
    """The direction of a baseline that goes `a` to the right and `b` up, by quarters.

    >>> [_turn(1, 0), _turn(0, 12), _turn(-1, 0), _turn(0.01, -1), _turn(1, 1)]
    [0, 90, 180, 270, -1]
    """
    degrees = math.degrees(math.atan2(b, a)) % 360
    near = round(degrees / 90) * 90
    return near % 360 if abs(degrees - near) < 5 else -1


def _font(holder: "ctypes._Pointer[raw.struct_fpdf_font_t__]") -> Font:
    if not holder:
        return PLAIN
    name = ctypes.create_string_buffer(_NAME_LENGTH)
    raw.FPDFFont_GetBaseFontName(holder, name, _NAME_LENGTH)
    called = name.value.decode("latin-1")
    flags = max(raw.FPDFFont_GetFlags(holder), 0)
    speaks = bool(_SPEAKS.search(called.split("+", 1)[-1]))
    heavy = not speaks and raw.FPDFFont_GetWeight(holder) >= _BOLD_WEIGHT
    return Font(
        bold=heavy or bool(_BOLD.search(called)),
        fixed=bool(flags & _FIXED_PITCH) or bool(_FIXED.search(called)),
    )
