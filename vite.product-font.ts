import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

const root = import.meta.dirname;
const folder = join(root, '.cache/product-font');
const written = ['src/web', 'src/core', 'content'];
const weights = { 400: '400Regular/NotoSansJP_400Regular.ttf', 700: '700Bold/NotoSansJP_700Bold.ttf' };

async function charactersIn(place: string): Promise<readonly string[]> {
  const files = await readdir(join(root, place), { recursive: true, withFileTypes: true });
  const texts = files.filter((file) => file.isFile() && /(?<!\.test)\.(tsx?|yaml)$/.test(file.name));
  const each = texts.map(async (file) => [...new Set(await readFile(join(file.parentPath, file.name), 'utf8'))]);
  return (await Promise.all(each)).flat();
}

async function writeSubset(text: string, [weight, file]: readonly [string, string]): Promise<void> {
  const font = await readFile(join(root, 'node_modules/@expo-google-fonts/noto-sans-jp', file));
  await writeFile(join(folder, `${weight}.woff2`), await subsetFont(font, text, { targetFormat: 'woff2' }));
}

/** Every character the product itself writes, in one file per weight; what people write comes in slices as needed. */
export const productFont: Plugin = {
  name: 'product-font',
  config: () => ({ resolve: { alias: { '@product-font': folder } } }),
  async buildStart() {
    const characters = (await Promise.all(written.map(charactersIn))).flat();
    const text = [...new Set(characters)].sort().join('');
    await mkdir(folder, { recursive: true });
    await Promise.all(Object.entries(weights).map((weight) => writeSubset(text, weight)));
  },
};
