"""Makes the typefaces of this folder from the originals: the letters that are needed, without hinting.

Needs fonttools. `python3 subset.py FOLDER`, where FOLDER holds the originals that README.md names.
"""
import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

# Latin, Greek, Cyrillic, punctuation, currencies, arrows, mathematics, shapes and signs.
TEXT = [
    (0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1EFF), (0x2000, 0x20BF),
    (0x2100, 0x22FF), (0x25A0, 0x27BF),
]
CODE = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x370, 0x3FF), (0x400, 0x45F), (0x2010, 0x2030), (0x20AC, 0x20AC),
    (0x2190, 0x2199), (0x2200, 0x2265),
]
# What the two above don't have: Armenian, Hebrew, Arabic, Georgian, signs and faces.
OTHER = [
    (0x250, 0x2AF), (0x530, 0x6FF), (0x10A0, 0x10FF), (0x1F00, 0x1FFF), (0x2100, 0x27BF), (0x2B00, 0x2BFF),
    (0xFB00, 0xFDFF), (0xFE70, 0xFEFF), (0xFFFD, 0xFFFD), (0x1D538, 0x1D56B), (0x1F600, 0x1F64F),
]


def cut(source, ranges, features, target, axes=None):
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "meta", "FFTM"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for first, last in ranges for c in range(first, last + 1)])
    subsetter.subset(font)
    if axes:
        font = instancer.instantiateVariableFont(font, axes)
    font.save(target)


folder = sys.argv[1]
here = os.path.dirname(os.path.abspath(__file__))
# Without `calt`, which makes an arrow of a hyphen and a greater-than sign: what people write stays as it is.
cut(f"{folder}/Inter[opsz,wght].ttf", TEXT, ["kern", "ccmp", "locl", "mark", "mkmk", "tnum", "case"],
    f"{here}/inter.ttf", {"opsz": 14, "wght": (400, 700)})
cut(f"{folder}/JetBrainsMono[wght].ttf", CODE, ["ccmp", "mark", "mkmk", "locl"],
    f"{here}/jetbrains-mono.ttf", {"wght": 400})
cut(f"{folder}/DejaVuSans.ttf", OTHER, ["*"], f"{here}/dejavu-sans.ttf")
