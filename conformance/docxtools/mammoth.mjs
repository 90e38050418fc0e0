// Reads Word files with mammoth, one after the other: for each a line of JSON
// with its path and its content as HTML, without pictures.
//
//   node mammoth.mjs FILE.docx …

import mammoth from "mammoth";

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: mammoth.mjs FILE.docx …");
  process.exit(2);
}
const options = { convertImage: mammoth.images.imgElement(async () => ({ src: "" })) };
for (const file of files) {
  const { value, messages } = await mammoth.convertToHtml({ path: file }, options);
  const errors = messages.filter((m) => m.type === "error");
  for (const e of errors) console.error(`${file}: ${e.message}`);
  if (errors.length > 0) process.exitCode = 1;
  console.log(JSON.stringify({ file, html: value }));
}
