"""Draws drawn.woff2, a variable font with PostScript outlines (CFF2), and what
fontTools makes of it at some places: drawn-1.txt and so on.

    pip install fonttools brotli && python drawn.py

Its glyphs are no letters to read but one of each kind: all operators of
charstrings, two font dicts, subroutines, and deltas of several subtables. The
lines of the text files are those of the other fonts beside them: number of the
glyph, advance, left side bearing, points. Lines that close a contour are left
out.
"""

import math

from fontTools.designspaceLib import AxisDescriptor
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.cffLib import FDSelect, SubrsIndex, VarStoreData
from fontTools.pens.boundsPen import ControlBoundsPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables import otTables
from fontTools.varLib import builder, instancer

AXES = [
    AxisDescriptor(tag="wght", name="Weight", minimum=100, default=400, maximum=900, map=[(100, 100), (400, 400), (700, 600), (900, 900)]),
    AxisDescriptor(tag="wdth", name="Width", minimum=75, default=100, maximum=100),
]
LIGHT, BOLD, NARROW, BOTH = {"wght": (-1, -1, 0)}, {"wght": (0, 1, 1)}, {"wdth": (-1, -1, 0)}, {"wght": (0, 1, 1), "wdth": (-1, -1, 0)}
REGIONS = [LIGHT, BOLD, NARROW, BOTH]
SUBTABLES = [[0, 1], [0, 1, 2, 3]]  # of the variation store


def V(base, *deltas):
    """A number with its deltas, one for each region of the subtable in use."""
    return (base, *deltas)


def op(name, *operands):
    """An operator; runs of numbers that vary are blended together."""
    out, run = [], []
    for v in [*operands, None]:
        if isinstance(v, tuple):
            run.append(v)
            continue
        if run:
            out += [v[0] for v in run] + [d for v in run for d in v[1:]] + [len(run), "blend"]
            run = []
        if v is not None:
            out.append(v)
    return out + [name]


def program(*parts):
    return T2CharString(program=[token for part in parts for token in part])


GLYPHS = {  # name: (font dict, advance with its deltas, program)
    ".notdef": (0, V(1000, 0, 0, 0, 0), program(op("rmoveto", 100, 0), op("hlineto", 800, 1400, -800))),
    "space": (0, V(500, -40, 60, -120, -10), program()),
    # Stems, the vertical ones before the mask; lines in turns.
    "H": (0, V(1400, -60, 140, -300, -20), program(
        op("hstemhm", 0, 20, V(660, 20, -31), V(80, -61, 143)),
        op("hintmask", V(120, 20, -40), V(160, -113, 251), V(840, 73, -171), V(160, -113, 251)), [b"\xe0"],
        op("hmoveto", V(120, 20, -40)),
        op("hlineto", V(160, -113, 251), V(660, 20, -31), V(840, 73, -171), V(-660, -20, 31), V(160, -113, 251), 1400, V(-160, 113, -251)),
        op("hintmask"), [b"\xb0"],
        op("vlineto", V(-660, 41, -112), V(-840, -73, 171), V(660, -41, 112), V(-160, 113, -251)))),
    # Curves in turns; the counter is a subroutine.
    "O": (0, V(1500, -70, 130, -310, -30), program(
        op("vstem", V(100, 10, -30), V(170, -120, 260)),
        op("rmoveto", V(750, 3, 17), V(-20, 0, -4)),
        op("hvcurveto", V(400, -7, 31), V(250, 11, 7), V(300, -3, 5), V(420, 0, 2), V(420, 5, 1), V(-250, 3, -9), V(300, 2, 7), V(-400, 5, -33), V(-400, -9, 11),
           V(-250, 1, 3), V(-300, 7, -5), V(-420, 9, 1), V(-420, -1, 2), V(250, -5, 8), V(-300, -6, 3), V(400, 9, -23)),
        op("callsubr", -107))),
    # The other curves: first and last ones that start or end askew.
    "n": (0, V(1200, -40, 110, -240, -20), program(
        op("rmoveto", V(100, 11, -21), 0),
        op("vlineto", 1000),
        op("hhcurveto", V(7, 1, 3), V(60, -3, 5), V(40, 1, 1), V(30, 2, 9), V(55, -2, 7), V(50, 1, 2), V(20, 3, 4), V(-15, 2, 2), V(60, 1, 3)),
        op("vvcurveto", V(5, 2, 1), V(-60, 3, -5), V(40, 1, 1), V(-30, 2, 9), V(-55, -2, 7), V(-50, 1, 2), V(20, 3, 4), V(-15, 2, 2), V(-60, 1, 3)),
        op("vhcurveto", V(-60, 3, -5), V(40, 1, 1), V(-30, 2, 9), V(55, -2, 7), V(9, 5, -7)),
        op("hvcurveto", V(60, 3, -5), V(40, 1, 1), V(-30, 2, 9), V(-155, -2, 7), V(11, 5, -7)))),
    "S": (0, V(1100, -30, 90, -220, -10), program(
        op("vmoveto", V(60, 3, -7)),
        op("rrcurveto", *[V(60 + 13 * i * (-1) ** i, i - 4, 7 - i) for i in range(12)]),
        op("rcurveline", *[V(40 - 17 * i * (-1) ** i, 3 - i, i) for i in range(8)]),
        op("rlinecurve", *[V(50 + 11 * i * (-1) ** (i // 2), 2, -i) for i in range(10)]),
        op("rmoveto", 30, V(-100, 2, 3)),
        op("rlineto", 10, 200.5, V(-200, 1, 0), -30))),
    # Flex in its four forms.
    "x": (0, V(1300, -20, 80, -260, -10), program(
        op("hmoveto", V(80, 4, 9)),
        op("hflex", V(60, 1, 2), V(50, 2, 1), V(9, 1, 1), V(40, 3, 5), V(41, -2, 2), V(52, 1, 1), V(61, 1, 3)),
        op("flex", *[V(30 + i, i, -i) for i in range(12)], 50),
        op("hflex1", V(60, 1, 2), V(3, 1, 1), V(50, 2, 1), V(9, 1, 1), V(40, 3, 5), V(41, -2, 2), V(52, 1, 1), V(-4, 1, 1), V(61, 1, 3)),
        op("flex1", V(-5, 1, 1), V(60, 1, 2), V(3, 1, 1), V(50, 2, 1), V(9, 1, 1), V(40, 3, 5), V(1, -2, 2), V(52, 1, 1), V(-4, 1, 1), V(61, 1, 3), V(44, 2, 3)),
        op("hlineto", -300))),
    # More operands than version 1 has room for.
    "comb": (0, V(1600, 0, 0, -300, 0), program(
        op("hstem", *[V(20 if i else 0, 0 if i else 3, i % 2) for i in range(60)]),
        op("rmoveto", 100, 100),
        op("rlineto", *[V((7, -300, 7, 311)[i % 4] + i, i % 3 - 1, 1) for i in range(120)]),
        op("hlineto", *[V((-1) ** (i // 2) * (9 + i), 1, i % 5) for i in range(101)]))),
    # A subtable that the charstring chooses, and one that the font dict does.
    "three": (0, V(900, -10, 60, -150, -5), program(
        op("vsindex", 1),
        op("rmoveto", V(100, 10, -20, -31, 7), V(10, 0, 0, 0, 3)),
        op("rlineto", V(700, -30, 41, -113, -29), V(13, 1, 2, 3, 4), V(-300, 10, 5, 57, 3), V(1300, 0, 0, 10, 0)))),
    "one": (1, V(800, -10, 50, -140, -5), program(
        op("hstemhm", 0, V(90, -60, 110, -10, -5)),
        op("vstemhm", V(300, 30, -60, -50, 0), V(150, -110, 210, -21, -40)),
        op("cntrmask"), [b"\xc0"],
        op("rmoveto", V(300, 30, -60, -50, 0), 0),
        op("callgsubr", -107))),
    "two": (1, V(800, -10, 50, -140, -5), program(
        op("vsindex", 0),
        op("rmoveto", V(60, 5, -10), V(0, 0, -20)),
        op("rrcurveto", V(300, 1, 7), V(100, 3, 3), V(200, -5, -9), V(500, 0, 0), V(100, 1, 1), V(300, -7, 20)))),
}
LOCAL = program(
    op("rmoveto", V(-420, 100, -171), V(710, 1, 3)),
    op("vhcurveto", V(300, 3, -4), V(200, 30, -70), V(250, 3, -5), V(220, 11, 17), V(220, 3, 13), V(200, -40, 80), V(-250, -3, 5), V(-300, -3, 4)))
GLOBAL = program(op("hlineto", V(150, -110, 210, -21, -40), 1400, V(-150, 110, -210, 21, 40)))
PRIVATES = [
    {"BlueValues": [[-20, 0, -4], [0, 0, 0], [1000, -11, 17], [1020, -11, 21], [1400, 0, 0], [1420, 0, 4]], "OtherBlues": [[-420, 5, -7], [-400, 5, -3]],
     "BlueScale": 0.0375, "BlueFuzz": 0, "StdHW": [80, -61, 143], "StdVW": [160, -113, 251], "StemSnapV": [[160, -113, 251], [175, -113, 260]]},
    {"vsindex": 1, "BlueValues": [[-20, 0, -4, 1, 2], [0, 0, 0, 0, 0]], "BlueScale": [0.04, 0.001, -0.002, 0, 0], "StdVW": [150, -110, 210, -21, -40]},
]
FEATURES = """
languagesystem DFLT dflt;
feature kern { pos H O (wght=100:-10 wght=400:-30 wght=900:-90); pos O n -25; } kern;
"""


def store(*subtables):
    """A variation store of subtables: numbers of regions, and rows of deltas."""
    regions = builder.buildVarRegionList(REGIONS, [a.tag for a in AXES])
    return builder.buildVarStore(regions, [builder.buildVarData(of, rows, optimize=False) for of, rows in subtables])


def draw():
    b = FontBuilder(2000, isTTF=False)
    b.setupGlyphOrder(list(GLYPHS))
    b.setupCharacterMap({32: "space", 72: "H", 79: "O", 110: "n", 83: "S", 120: "x", 0x25A4: "comb", 49: "one", 50: "two", 51: "three"})
    b.setupNameTable({"familyName": "Presskit Drawn", "styleName": "Regular", "psName": "PresskitDrawn-Regular"}, mac=False)
    b.setupFvar(AXES, [])
    b.setupAvar(AXES)
    b.setupCFF2({name: g[2] for name, g in GLYPHS.items()}, PRIVATES, REGIONS)
    top = b.font["CFF2"].cff.topDictIndex[0]
    top.VarStore = VarStoreData(otVarStore=store(*[(s, None) for s in SUBTABLES]))
    top.FDSelect = top.CharStrings.fdSelect = FDSelect(format=3)
    for name, (fd, _, charstring) in GLYPHS.items():
        top.FDSelect.gidArray.append(fd)
        charstring.private, charstring.fdSelectIndex = top.FDArray[fd].Private, fd
    for fd in top.FDArray:
        fd.Private.vstore = top.VarStore
    top.FDArray[0].Private.Subrs = SubrsIndex()
    top.FDArray[0].Private.Subrs.append(LOCAL)
    subrs = b.font["CFF2"].cff.GlobalSubrs
    subrs.append(GLOBAL)
    for subr, fd in ((LOCAL, 0), (GLOBAL, 1)):
        subr.private, subr.globalSubrs = top.FDArray[fd].Private, subrs

    b.setupHorizontalMetrics({name: (g[1][0], 0) for name, g in GLYPHS.items()})
    b.setupHorizontalHeader(ascent=1500, descent=-500)
    b.setupOS2(sTypoAscender=1500, sTypoDescender=-500, sxHeight=1000, sCapHeight=1400, usWeightClass=400, fsType=0)
    b.setupPost(keepGlyphNames=True)
    widths = [g[1][1:] for g in GLYPHS.values()]
    rows = sorted(set(widths))
    hvar = newTable("HVAR")
    hvar.table = otTables.HVAR()
    hvar.table.Version, hvar.table.LsbMap, hvar.table.RsbMap = 0x00010000, None, None
    hvar.table.VarStore = store(([0, 1, 2, 3], [list(r) for r in rows]))
    hvar.table.AdvWidthMap = builder.buildVarIdxMap([rows.index(w) for w in widths], list(GLYPHS))
    b.font["HVAR"] = hvar
    mvar = newTable("MVAR")
    mvar.table = otTables.MVAR()
    mvar.table.Version, mvar.table.Reserved = 0x00010000, 0
    mvar.table.VarStore = store(([0, 1], [[-11, 17]]))
    record = otTables.MetricsValueRecord()
    record.ValueTag, record.VarIdx = "xhgt", 0
    mvar.table.ValueRecord, mvar.table.ValueRecordCount, mvar.table.ValueRecordSize = [record], 1, 8
    b.font["MVAR"] = mvar
    b.addOpenTypeFeatures(FEATURES)
    b.setupStat([{"tag": "wght", "name": "Weight", "values": []}, {"tag": "wdth", "name": "Width", "values": []}])
    b.font["head"].created = b.font["head"].modified = 3000000000
    b.font.recalcTimestamp = False
    b.font.flavor = "woff2"
    b.save("drawn.woff2")


def describe(place):
    """The outlines are drawn at the place with fractions, the rest is that of the instance."""
    font = TTFont("drawn.woff2")
    glyphs = font.getGlyphSet(location=place)
    static = instancer.instantiateVariableFont(TTFont("drawn.woff2"), place)
    lines = []
    half = lambda v: math.floor(v + 0.5)
    for number, name in enumerate(font.getGlyphOrder()):
        points, box = RecordingPen(), ControlBoundsPen(glyphs)
        glyphs[name].draw(points)
        glyphs[name].draw(box)
        line = [str(number), str(static["hmtx"][name][0]), str(half(box.bounds[0]) if box.bounds else 0)]
        start = None
        for kind, all in points.value:
            all = [f"{half(x)},{half(y)}" for x, y in all]
            if kind == "closePath":
                if last == "lineTo" and line[-1] == start:
                    line.pop()
            elif kind == "moveTo":
                start = all[0]
            line, last = line + all, kind
        lines.append(" ".join(line))
    os2 = static["OS/2"]
    lines.append(f"x-height {os2.sxHeight} cap-height {os2.sCapHeight}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    draw()
    for number, place in enumerate(({"wght": 700, "wdth": 80}, {"wght": 150, "wdth": 100}, {"wght": 400, "wdth": 75}), 1):
        with open(f"drawn-{number}.txt", "w") as f:
            f.write(describe(place))
