import type { Canary } from '../gate.ts';

const canary = (path: string, parts: readonly string[], ...reported: readonly string[]): Canary => ({
  path,
  text: `${parts.join('')}\n`,
  reported,
});

export const forbiddenWordCanaries: readonly Canary[] = [
  canary('docs/home.md', ['see `/ho', 'me/tanaka/mamori`'], 'a folder of one machine'),
  canary('content/work.yaml', ['file: /wo', 'rk/main'], 'a folder of one machine'),
  canary('docs/windows.md', ['C:\\Us', 'ers\\tanaka'], 'a folder of one machine'),
  canary('package-lock.json', ['"resolved": "https://regi', 'stry.example.org/zod.tgz"'], 'a package host'),
  canary('src/core/sheet/cast.ts', ['export const a = 1 as unk', 'nown as string;'], 'a cast'),
  canary('src/core/sheet/ignore.ts', ['// @ts-ig', 'nore'], 'a switched-off type check'),
  canary('src/core/sheet/expect.ts', ['// @ts-expect', '-error'], 'without its reason'),
  canary('src/core/sheet/undone.ts', ['// TO', 'DO'], 'left undone'),
  canary('docs/right.md', ['https://example.org/home/report と /usr/bin/chromium と src/home/page']),
];
