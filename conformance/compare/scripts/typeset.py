"""Typst, with the tags that it writes by default."""

import os

import typst

from kits import kits

compilers = {}
for folder, out in kits():
    if folder not in compilers:
        compilers[folder] = typst.Compiler(
            os.path.join(folder, "kit.typ"), root=folder, font_paths=[os.path.dirname(folder)], ignore_system_fonts=True
        )
    compilers[folder].compile(output=out)
