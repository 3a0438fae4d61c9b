import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';

const page = (rest: string) => `<!doctype html><html lang="ja"><title>題</title><main><h1>題</h1>${rest}</main></html>`;

test('a look passes what is in order, and fails on what axe finds and on what is wider than a phone', async ({
  browser,
}) => {
  const shown = await browser.newPage();
  const look = async (rest: string) => {
    await shown.setContent(page(rest));
    await lookAt(shown);
  };
  await look('<p>文</p>');
  await expect(look('<button></button>')).rejects.toThrow('button-name');
  await expect(look('<p style="color: #bbb; background: #fff">薄い字</p>')).rejects.toThrow('color-contrast');
  await expect(look('<p style="width: 500px">幅</p>')).rejects.toThrow('wider than a phone');
  await shown.close();
});
