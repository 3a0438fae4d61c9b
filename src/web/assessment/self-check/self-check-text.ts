import { isComplete, type SelfCheck, type SheetAnswers } from './self-check.ts';

export const FORMAT = 'mamori-self-check';
export const VERSION = 1;

/** What the tab remembers: everything, also 「対象外」 whose reason is still being written. */
export function toText({ kind, sheets }: SelfCheck): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, kind, sheets }, null, 2);
}

/** What `toText` wrote in this tab; undefined for anything of another format or version. */
export function fromText(text: string): SelfCheck | undefined {
  const { format, version, ...check } = JSON.parse(text) as SelfCheck & { format: unknown; version: unknown };
  return format === FORMAT && version === VERSION ? check : undefined;
}

/** The file people keep: complete answers with the sheet and version they were given to. */
export function toFile({ kind, sheets }: SelfCheck): string {
  const kept = Object.entries(sheets).map(([id, given]) => [id, completeOnly(given)]);
  return toText({ kind, sheets: Object.fromEntries(kept) });
}

function completeOnly({ version, answers }: SheetAnswers): SheetAnswers {
  return { version, answers: Object.fromEntries(Object.entries(answers).filter(([, answer]) => isComplete(answer))) };
}
