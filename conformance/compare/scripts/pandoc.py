"""Pandoc, which makes one document in a process."""

import os
import subprocess

import pypandoc

from kits import kits

pandoc = pypandoc.get_pandoc_path()
for folder, out in kits():
    subprocess.run([pandoc, "kit.md", "-o", os.path.abspath(out)], cwd=folder, check=True)
