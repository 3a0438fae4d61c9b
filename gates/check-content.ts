import { checkContent, contentRoot } from '#server/catalogue/index.ts';

const lines = checkContent(process.argv[2] ?? contentRoot);
for (const line of lines) console.error(line);
if (lines.length > 0) {
  console.error(`content: ${lines.length}件の誤りがあります。`);
  process.exitCode = 1;
}
