"""python-docx."""

import json
import os

import docx
from docx.shared import Mm

from kits import kits

for folder, out in kits():
    with open(os.path.join(folder, "kit.json"), encoding="utf-8") as f:
        kit = json.load(f)
    d = docx.Document()
    d.add_picture(os.path.join(folder, "logo.png"), height=Mm(12))
    d.add_paragraph(kit["Kicker"])
    d.add_heading(kit["Headline"], 0)
    d.add_paragraph(kit["Subheadline"])
    hero, other = kit["Pictures"]
    d.add_picture(os.path.join(folder, hero["ID"] + ".jpg"), width=Mm(150))
    d.add_paragraph(hero["Caption"])
    d.add_paragraph(kit["Place"] + " — " + kit["Lede"])
    table = d.add_table(rows=2, cols=4)
    for i, s in enumerate(kit["Statistics"]):
        table.cell(i // 4, i % 4).text = s["Value"] + s["Unit"] + "\n" + s["Label"]
    for section in kit["Body"]:
        d.add_heading(section["Title"], 1)
        for text in section["Paragraphs"]:
            d.add_paragraph(text)
    d.add_picture(os.path.join(folder, other["ID"] + ".jpg"), width=Mm(60))
    d.add_paragraph(other["Caption"])
    d.add_paragraph(kit["Boilerplate"])
    d.add_paragraph(kit["Contact"] + ", " + kit["Email"])
    d.save(out)
