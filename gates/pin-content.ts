import { contentRoot, pinContent } from '#server/catalogue/index.ts';

const { pinned, refusals } = pinContent(process.argv[2] ?? contentRoot);
for (const version of pinned) console.log(`${version} を固定しました。`);
for (const line of refusals) console.error(line);
if (refusals.length > 0) {
  console.error('誤りが残っているため、固定しませんでした。npm run -s check で確かめてください。');
  process.exitCode = 1;
}
