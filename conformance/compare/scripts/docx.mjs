// docx of npm: docx.mjs WORK FOLDER OUT N
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [work, folder, out, n] = process.argv.slice(2);
const { Document, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow } = createRequire(join(work, "x.js"))("docx");

const folders = existsSync(join(folder, "release.yaml"))
  ? [folder]
  : readdirSync(folder, { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => join(folder, e.name)).sort();

for (let i = 0; i < Number(n); i++) {
  const from = folders[i % folders.length];
  const kit = JSON.parse(readFileSync(join(from, "kit.json"), "utf8"));
  const picture = (name, type, width, height) =>
    new Paragraph({ children: [new ImageRun({ type, data: readFileSync(join(from, name)), transformation: { width, height } })] });
  const [hero, other] = kit.Pictures;
  const cell = (s) => new TableCell({ children: [new Paragraph(s.Value + s.Unit), new Paragraph(s.Label)] });
  const children = [
    picture("logo.png", "png", 120, 40),
    new Paragraph(kit.Kicker),
    new Paragraph({ text: kit.Headline, heading: HeadingLevel.TITLE }),
    new Paragraph(kit.Subheadline),
    picture(hero.ID + ".jpg", "jpg", 560, 373),
    new Paragraph(hero.Caption),
    new Paragraph(kit.Place + " — " + kit.Lede),
    new Table({ rows: [0, 4].map((at) => new TableRow({ children: kit.Statistics.slice(at, at + 4).map(cell) })) }),
  ];
  for (const section of kit.Body) {
    children.push(new Paragraph({ text: section.Title, heading: HeadingLevel.HEADING_1 }));
    children.push(...section.Paragraphs.map((text) => new Paragraph(text)));
  }
  children.push(picture(other.ID + ".jpg", "jpg", 220, 147), new Paragraph(other.Caption));
  children.push(new Paragraph(kit.Boilerplate), new Paragraph(kit.Contact + ", " + kit.Email));
  writeFileSync(out, await Packer.toBuffer(new Document({ title: kit.Headline, sections: [{ children }] })));
}
