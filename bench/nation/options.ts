import { parseArgs } from 'node:util';

/** What `npm run -s bench -- --scale nation` is told beside the scale. */
export type NationOptions = {
  /** Share of the country, for a trial. */
  readonly part: number;
  /** Length of the deadline hour. */
  readonly minutes: number;
  /** Where the filled databases are kept and found again; a folder of its own that is removed afterwards where null. */
  readonly folder: string | null;
  readonly only: readonly Chapter[];
};

export const chapters = [
  'check',
  'search',
  'pages',
  'results',
  'above',
  'writers',
  'import',
  'deadline',
  'backup',
] as const;
export type Chapter = (typeof chapters)[number];

const usage = [
  '使い方: npm run -s bench [-- --scale nation [--part 0.1] [--minutes 60] [--folder フォルダ] [--only 章,章]]',
  '',
  '  --part     全国の何割で試すか（1 が全国）',
  '  --minutes  締切の時間の長さ（分）',
  '  --folder   満たしたデータベースを置き、次も使うフォルダ',
  `  --only     測る章だけ: ${chapters.join(',')}`,
  '',
].join('\n');

const isChapter = (word: string): word is Chapter => chapters.some((known) => known === word);

function read(args: readonly string[]): NationOptions | undefined {
  const text = { type: 'string' } as const;
  const options = { scale: text, part: text, minutes: text, folder: text, only: text };
  const { values } = parseArgs({ args: [...args], options });
  const [part, minutes] = [Number(values.part ?? 1), Number(values.minutes ?? 60)];
  const only = (values.only ?? chapters.join(',')).split(',');
  const usable = part > 0 && part <= 1 && minutes > 0 && only.every(isChapter);
  if (values.scale !== 'nation' || !usable) return undefined;
  return { part, minutes, folder: values.folder ?? null, only: only.filter(isChapter) };
}

/** Undefined after telling how it is used, where that was not understood. */
export function nationOptions(args: readonly string[]): NationOptions | undefined {
  try {
    const options = read(args);
    if (options) return options;
  } catch {
    // What parseArgs says is English; the usage below says more.
  }
  process.stderr.write(usage);
  return undefined;
}
