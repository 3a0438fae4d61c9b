import { z } from 'zod';
import { endpoint, faultSchema } from '../kernel/contract.ts';
import { draftItemSchema, formMappingSchema } from './form/form-shape.ts';
import { officialForms } from './form/published-form.ts';

const tags = ['国の様式'];
const form = z.enum(officialForms, '様式の種類を選んでください。');
const revision = z.number().int().min(1);
const draftPath = z.object({ draftId: z.uuid() });

const fileShape = {
  fileName: z.string(),
  fileHash: z.string(),
  fileBytes: z.number().int(),
  /** What the known file with this hash is; null where it is none of them. */
  known: z.string().nullable(),
};
const draftSummary = z.object({ id: z.uuid(), sheetId: form, ...fileShape, changedAt: z.date(), revision });

const suggestion = z.object({
  id: z.string(),
  label: z.string(),
  text: z.string(),
  reason: z.string(),
  doubt: z.string().nullable(),
});
const draftSchema = draftSummary.extend({
  rows: z.array(z.array(z.string())),
  mapping: formMappingSchema,
  items: z.array(draftItemSchema),
  /** The version in use, which the items may follow. */
  earlier: z.object({
    version: z.string(),
    title: z.string(),
    items: z.array(z.object({ id: z.string(), label: z.string(), text: z.string(), needsVendor: z.boolean() })),
  }),
  suggestions: z.array(
    z.object({
      row: z.number().int(),
      earlier: z.array(suggestion),
      questions: z.array(suggestion),
      clauses: z.array(suggestion),
    }),
  ),
});
export type FormDraft = z.infer<typeof draftSchema>;

const formsSchema = z.object({
  known: z.array(z.object({ name: z.string(), title: z.string(), bytes: z.number().int(), begins: z.string() })),
  drafts: z.array(draftSummary),
  published: z.array(
    z.object({ sheetId: form, version: z.string(), ...fileShape, publishedAt: z.date() }).omit({ fileBytes: true }),
  ),
});
export type OfficialForms = z.infer<typeof formsSchema>;

const changed = {
  'form/changed': {
    status: 409,
    message: 'この様式は、先にほかの人が直しました。画面を読み直して、もう一度直してください。',
  },
} as const;
const withFaults = (message: string) =>
  ({ status: 400, message, data: z.object({ faults: z.array(faultSchema) }) }) as const;

/** As the version of a form is called: 「R8」, and 「R8.1」 for one that puts it right; of the 別紙 as the guideline, 「7.0」. */
export const formVersionSchema = z
  .string()
  .trim()
  .regex(
    /^(R[0-9]{1,2}|[0-9]{1,2})(\.[0-9]{1,2})?$/,
    '版は「R8」のように、半角のRと数字で書いてください。ガイドラインの別紙は「7.0」のように書きます。',
  );

export const formContract = {
  list: endpoint
    .meta({ access: { kind: 'system', permission: 'version.adopt' } })
    .route({ method: 'GET', path: '/official-forms', tags, summary: '読み込み中の様式と、公開した様式' })
    .output(formsSchema),
  /** The body is the file itself. */
  upload: endpoint
    .meta({ access: { kind: 'system', permission: 'version.adopt' }, bodyLimit: 4 * 1024 * 1024, costly: true })
    .route({
      method: 'POST',
      path: '/official-forms',
      tags,
      summary: '国の様式（Excel）を読み込む（本文はファイルそのもの）',
      successStatus: 201,
      inputStructure: 'detailed',
    })
    .input(
      z.object({
        query: z.object({ name: z.string().trim().max(200).default(''), sheetId: form }),
        body: z.file({ error: 'Excel のファイルを選んでください。' }),
      }),
    )
    .output(draftSummary)
    .errors({ 'form/file-not-usable': withFaults('このファイルは様式として読めませんでした。') }),
  draft: endpoint
    .meta({ access: { kind: 'system', permission: 'version.adopt' } })
    .route({ method: 'GET', path: '/official-forms/{draftId}', tags, summary: '読み込み中の様式と、つなぎ先の提案' })
    .input(draftPath)
    .output(draftSchema),
  map: endpoint
    .meta({ access: { kind: 'system', permission: 'version.adopt' } })
    .route({ method: 'PUT', path: '/official-forms/{draftId}/mapping', tags, summary: '列と区分の読み方を決める' })
    .input(draftPath.extend({ mapping: formMappingSchema, revision }))
    .output(draftSummary)
    .errors(changed),
  review: endpoint
    .meta({ access: { kind: 'system', permission: 'version.adopt' }, bodyLimit: 1024 * 1024 })
    .route({ method: 'PUT', path: '/official-forms/{draftId}/items', tags, summary: '項目を確かめた結果を保存する' })
    .input(draftPath.extend({ items: z.array(draftItemSchema).max(500), revision }))
    .output(draftSummary)
    .errors(changed),
  discard: endpoint
    .meta({ access: { kind: 'system', permission: 'version.adopt' } })
    .route({ method: 'DELETE', path: '/official-forms/{draftId}', tags, summary: '読み込み中の様式を捨てる' })
    .input(draftPath)
    .output(z.object({ discarded: z.boolean() })),
  publish: endpoint
    .meta({ access: { kind: 'system', permission: 'version.adopt', stepUp: true } })
    .route({
      method: 'POST',
      path: '/official-forms/{draftId}/publication',
      tags,
      summary: 'このまもりの版として公開する（公開した版は変えられない）',
    })
    .input(draftPath.extend({ version: formVersionSchema, revision }))
    .output(z.object({ sheetId: form, version: z.string() }))
    .errors({
      ...changed,
      'form/not-publishable': withFaults('まだ公開できません。直すところがあります。'),
      'form/version-taken': {
        status: 409,
        message: 'この版はすでにあります。「R8.1」のように、別の版の名前にしてください。',
      },
    }),
};
