import { type AnswerValue, type Item, itemsOf, type Sheet } from '#core/catalogue/sheet.ts';
import { longestNote } from '#core/sheet/run.ts';
import { z } from '#web/platform/zod.ts';
import { kinds, type SelfCheck, type SheetAnswers } from './self-check.ts';
import { FORMAT, VERSION } from './self-check-text.ts';

// Values are held against the scale of the sheet below, which tells more than a list of all values could.
const answerSchema = z.object({
  value: z.string() as z.ZodType<AnswerValue>,
  note: z.string().max(longestNote).exactOptional(),
});
const sheetAnswersSchema = z.object({ version: z.string(), answers: z.record(z.string(), answerSchema) });

const selfCheckSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  kind: z.enum(kinds),
  sheets: z.object({
    'small-facility': sheetAnswersSchema.exactOptional(),
    'network-level': sheetAnswersSchema.exactOptional(),
  }),
});

export type ReadFile =
  | { readonly read: true; readonly check: SelfCheck }
  | { readonly read: false; readonly faults: readonly string[] };

/** Reads a kept file against the sheets of today; every fault at once, nothing is taken over from a faulty file. */
export function readSelfCheck(text: string, sheets: readonly Sheet[]): ReadFile {
  const json = parsed(text);
  if (json === undefined) {
    return refused([
      'まもりの自己点検のファイルではありません。「回答をファイルに保存する」で作った、名前が .json で終わるファイルを選んでください。',
    ]);
  }
  const wrongHead = headFault(json);
  if (wrongHead) return refused([wrongHead]);
  const shape = selfCheckSchema.safeParse(json);
  if (!shape.success) return refused(shape.error.issues.map(({ path }) => placeFault(path)));
  const { kind, sheets: given } = shape.data;
  const faults = sheets.flatMap((sheet) => {
    const answers = new Map(Object.entries(given)).get(sheet.id);
    return answers ? sheetFaults(sheet, answers) : [];
  });
  return faults.length > 0 ? refused(faults) : { read: true, check: { kind, sheets: given } };
}

function refused(faults: readonly string[]): ReadFile {
  return { read: false, faults };
}

function parsed(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof json === 'object' && json !== null ? json : undefined;
  } catch {
    return undefined;
  }
}

function headFault(json: unknown): string | undefined {
  const head = z.object({ format: z.unknown(), version: z.unknown() }).safeParse(json).data;
  if (head?.format !== FORMAT)
    return 'ほかのしくみのファイルです。まもりの「回答をファイルに保存する」で作ったファイルを選んでください。';
  if (head.version === VERSION) return undefined;
  return '新しい版のまもりで作られたファイルです。作ったまもりで開くか、このまもりを新しくしてください。';
}

/** A place of the file in words: an answer by its item, anything else by its path. */
function placeFault(path: readonly PropertyKey[]): string {
  const [, , answers, item, part] = path.map(String);
  if (answers !== 'answers' || !item) return `ファイルの「${path.join(' › ')}」を読めません。`;
  return part === 'note' ? `${item} の理由が長すぎます（${longestNote}字まで）。` : `${item} の答えを読めません。`;
}

function sheetFaults(sheet: Sheet, { version, answers }: SheetAnswers): readonly string[] {
  if (version !== sheet.version) {
    return [
      `${sheet.title}の版が違います（ファイル ${version}、今 ${sheet.version}）。お手数ですが、新しい版で答え直してください。`,
    ];
  }
  const items = new Map(itemsOf(sheet).map((item) => [item.id, item]));
  return Object.entries(answers).flatMap(([id, answer]) => answerFault(sheet, id, items.get(id), answer.value) ?? []);
}

function answerFault(sheet: Sheet, id: string, item: Item | undefined, value: string): string | undefined {
  if (!item) return `${sheet.title}に ${id} という設問はありません。`;
  if (sheet.scale.values.some((choice) => choice.value === value)) return undefined;
  return `${id} の答え「${value}」は選べない値です。`;
}
