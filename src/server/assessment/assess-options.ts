import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { SheetId } from '#core/catalogue/sheet.ts';
import type { Fault } from '#core/kernel/contract.ts';

const sheets = ['hospital', 'executive', 'small-facility', 'network-level'] as const satisfies SheetId[];
export type AssessSheet = (typeof sheets)[number];

export type AssessOptions = {
  readonly sheet: AssessSheet;
  readonly answers: string;
  readonly format: 'json' | 'table';
  readonly pdf?: string;
  readonly xlsx?: string;
};

export const assessUsage =
  '使い方: npm run -s mamori -- assess --sheet hospital|executive|small-facility|network-level --answers FILE' +
  ' [--format json|table] [--pdf FILE] [--xlsx FILE]\n';

/** Reads the arguments of `mamori assess`; everything wrong with them is listed. */
export function assessOptions(args: readonly string[]): AssessOptions | { readonly faults: readonly Fault[] } {
  const given = parsed(args);
  if (typeof given === 'string') return { faults: [usageFault('usage-unknown', given)] };
  const sheet = sheets.find((id) => id === given.sheet);
  const { answers, format = 'table', pdf, xlsx } = given;
  const faults = [
    ...(sheet ? [] : [usageFault('usage-sheet', `--sheet には ${sheets.join('、')} のどれかを書いてください。`)]),
    ...(answers ? [] : [usageFault('usage-answers', '--answers に回答のファイルを書いてください。')]),
    ...(isFormat(format) ? [] : [usageFault('usage-format', '--format には json か table を書いてください。')]),
    ...(pdf === '' || xlsx === ''
      ? [usageFault('usage-file', '--pdf と --xlsx には書き出すファイルを書いてください。')]
      : []),
    ...clashFaults([answers, pdf, xlsx]),
  ];
  if (!sheet || !answers || !isFormat(format) || faults.length > 0) return { faults };
  return { sheet, answers, format, ...(pdf ? { pdf } : {}), ...(xlsx ? { xlsx } : {}) };
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const options = { sheet: text, answers: text, format: text, pdf: text, xlsx: text };
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (cause) {
    const [, option] = /'([^']+)'/.exec(cause instanceof Error ? cause.message : '') ?? [];
    return `「${option ?? args.join(' ')}」の書き方が違います。`;
  }
}

function isFormat(format: string): format is AssessOptions['format'] {
  return format === 'json' || format === 'table';
}

function clashFaults(paths: readonly (string | undefined)[]): Fault[] {
  const named = paths.flatMap((path) => (path ? [resolve(path)] : []));
  if (new Set(named).size === named.length) return [];
  return [usageFault('usage-clash', '--answers、--pdf、--xlsx には別々のファイルを書いてください。')];
}

function usageFault(code: string, message: string): Fault {
  return { code, message };
}
