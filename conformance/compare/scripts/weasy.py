"""WeasyPrint, with tags."""

import os

import weasyprint

from kits import kits

for folder, out in kits():
    weasyprint.HTML(os.path.join(folder, "kit.html")).write_pdf(out, pdf_variant="pdf/ua-1")
