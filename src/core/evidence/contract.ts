import { z } from 'zod';
import { endpoint, facilityPath } from '../kernel/contract.ts';
import { establishedSchema } from './established.ts';
import { largestEvidence } from './kind.ts';

const tags = ['証跡'];

export const evidenceSchema = z.object({
  id: z.uuid(),
  /** The item it proves; null where it belongs to a task. */
  itemId: z.string().nullable(),
  /** The task it belongs to; null where it proves an item. */
  taskId: z.uuid().nullable(),
  name: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.number().int(),
  addedBy: z.object({ id: z.uuid(), name: z.string() }),
  addedAt: z.date(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** A piece of evidence with the ids its item has in other versions of its sheet in the same words: it proves these as well. */
export const listedEvidenceSchema = evidenceSchema.extend({ alsoAt: z.array(z.string()) });
export type ListedEvidence = z.infer<typeof listedEvidenceSchema>;

export const evidencePath = facilityPath.extend({ evidenceId: z.uuid() });

/** Signs that make a name look like another one, or like a path. */
const deceivingSigns = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069/\\]/u;

const fileName = z
  .string()
  .trim()
  .min(1, 'ファイルの名前がありません。')
  .max(200, 'ファイルの名前は200文字までです。短くしてから加えてください。')
  .refine((name) => !deceivingSigns.test(name), {
    error:
      'ファイルの名前に使えない文字（改行、「/」「\\」、文字の向きを変える記号）があります。名前を変えてから加えてください。',
  });

/** Where a file goes and what it is called; the file itself is the body. */
export const addEvidenceInput = z.object({
  params: facilityPath.extend({ itemId: z.string().max(40) }),
  query: z.object({ name: fileName }),
});
export const addToTaskInput = z.object({
  params: facilityPath.extend({ taskId: z.uuid() }),
  query: z.object({ name: fileName }),
});

/** The version of a document an executive has approved never changes, and its files belong to it. */
const settled = {
  'evidence/version-approved': {
    status: 409,
    message:
      '承認された版のファイルは、加えることも外すことも戻すこともできません。変えるときは、その文書の「次の版の案を書く」で新しい版を作り、そこにファイルを加えてください。',
  },
} as const;
const fileErrors = {
  'evidence/kind-not-allowed': {
    status: 415,
    message:
      'このファイルは加えられません。PDF、画像（PNG・JPEG・WebP・HEIC）、Excel・Word・PowerPoint（xlsx・docx・pptx）のどれかにしてください。名前の終わり（.pdf など）が中身と違うもの、パスワードやマクロの付いたものは加えられません。',
  },
  'evidence/facility-full': {
    status: 409,
    message:
      'この施設で置ける証跡の上限（2GB、5,000件。外したファイルも30日の間は数えます）に達したため、加えられませんでした。ファイルを小さくするか、要らないファイルを外して30日待ってください。',
  },
  'evidence/empty': { status: 400, message: 'ファイルが空です。中身のあるファイルを選んでください。' },
} as const;

export const evidenceContract = {
  list: endpoint
    .meta({ access: { kind: 'facility', permission: 'evidence.read' }, recordRead: { act: 'evidence.listed' } })
    .route({ method: 'GET', path: '/facilities/{facilityId}/evidence', tags, summary: '証跡の一覧' })
    .input(facilityPath)
    .output(z.array(listedEvidenceSchema)),
  established: endpoint
    .meta({ access: { kind: 'facility', permission: 'result.read' }, recordRead: { act: 'assessment.result-read' } })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/established-values',
      tags,
      summary: '監査や訓練で確かめた値（設問と確かめ方ごとに、最も新しいもの）',
    })
    .input(facilityPath)
    .output(z.array(establishedSchema)),
  /** The body is the file itself, streamed; its name stands in the query. */
  add: endpoint
    .meta({ access: { kind: 'facility', permission: 'evidence.write' }, bodyLimit: largestEvidence, costly: true })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/items/{itemId}/evidence',
      tags,
      summary: '証跡のファイルを加える（本文はファイルそのもの、名前は name）',
      inputStructure: 'detailed',
    })
    .input(addEvidenceInput.extend({ body: z.file() }))
    .output(evidenceSchema)
    .errors({
      ...fileErrors,
      ...settled,
      'evidence/private-sheet': {
        status: 409,
        message:
          'この点検には、施設で共有する証跡を加えられません（経営層の点検は本人だけのもの、事業者の様式はシステムごとのものです）。ほかの点検票の設問に加えてください。',
      },
    }),
  addToTask: endpoint
    .meta({ access: { kind: 'facility', permission: 'task.change' }, bodyLimit: largestEvidence, costly: true })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/tasks/{taskId}/evidence',
      tags,
      summary: '取り組みに証跡のファイルを加える（本文はファイルそのもの、名前は name）',
      inputStructure: 'detailed',
    })
    .input(addToTaskInput.extend({ body: z.file() }))
    .output(evidenceSchema)
    .errors(fileErrors),
  content: endpoint
    .meta({
      access: { kind: 'facility', permission: 'evidence.read' },
      recordRead: { act: 'evidence.read', subject: 'evidenceId', by: 'everyone' },
    })
    .route({
      method: 'GET',
      path: '/facilities/{facilityId}/evidence/{evidenceId}/content',
      tags,
      summary: '証跡のファイルを受け取る',
    })
    .input(evidencePath)
    .output(z.file()),
  remove: endpoint
    .meta({ access: { kind: 'facility', permission: 'evidence.write' } })
    .route({
      method: 'DELETE',
      path: '/facilities/{facilityId}/evidence/{evidenceId}',
      tags,
      summary: '証跡を外す（30日の間は戻せる）',
      successStatus: 204,
    })
    .input(evidencePath)
    .errors(settled),
  restore: endpoint
    .meta({ access: { kind: 'facility', permission: 'evidence.write' } })
    .route({
      method: 'POST',
      path: '/facilities/{facilityId}/evidence/{evidenceId}/restoration',
      tags,
      summary: '外した証跡を戻す（外してから30日の間）',
    })
    .input(evidencePath)
    .output(evidenceSchema)
    .errors(settled),
};
