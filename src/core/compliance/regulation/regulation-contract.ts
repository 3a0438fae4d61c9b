import { z } from 'zod';
import { endpoint, facilityPath } from '../../kernel/contract.ts';
import {
  draftSchema,
  mostRegulations,
  regulationEditSchema,
  regulationRowSchema,
  regulationSchema,
} from './regulation.ts';

const tags = ['規程・方針'];
const route = '/facilities/{facilityId}/regulations';
const one = `${route}/{regulationId}` as const;
const path = facilityPath.extend({ regulationId: z.uuid() });
const revision = z.number().int().min(1);

const changedSaying = <Message extends string>(message: Message) =>
  ({
    'compliance/regulation-changed': { status: 409, message, data: z.object({ current: regulationSchema }) },
  }) as const;
const changed = changedSaying(
  'ほかの人が先に直しました。入力を控えてから開き直し、今の内容を確かめて、もう一度お試しください。',
);
const changedUnread = changedSaying(
  'この文書は、開いたあとに直されました。承認を閉じ、今の本文を読んでから、もう一度承認してください。',
);

/** Endpoints of the documents a facility rules itself by: versions, approval by an executive, the day to look them over. */
export const regulationContract = {
  regulations: endpoint
    .meta({
      access: { kind: 'facility', permission: 'regulation.read' },
      recordRead: { act: 'compliance.regulations-read' },
    })
    .route({ method: 'GET', path: route, tags, summary: '方針・規程・手順の一覧と、今の版、見直しの期限' })
    .input(facilityPath)
    .output(z.array(regulationRowSchema)),
  regulation: endpoint
    .meta({
      access: { kind: 'facility', permission: 'regulation.read' },
      recordRead: { act: 'compliance.regulation-read', subject: 'regulationId' },
    })
    .route({ method: 'GET', path: one, tags, summary: '一つの文書と、その版（新しい20版まで）' })
    .input(path)
    .output(regulationSchema),
  addRegulation: endpoint
    .meta({ access: { kind: 'facility', permission: 'regulation.write' } })
    .route({ method: 'POST', path: route, tags, summary: '方針・規程・手順を加える', successStatus: 201 })
    .input(facilityPath.extend(regulationEditSchema.omit({ withdrawn: true }).shape))
    .output(regulationSchema)
    .errors({
      'compliance/too-many-regulations': {
        status: 409,
        message: `文書は、一つの施設で${mostRegulations}件までです。使わなくなった文書の版を重ねるか、まとめてください。`,
      },
    }),
  editRegulation: endpoint
    .meta({ access: { kind: 'facility', permission: 'regulation.write' } })
    .route({ method: 'PUT', path: one, tags, summary: '文書の名前、種類、条項、見直しの期限を直す。使うのをやめる' })
    .input(path.extend({ revision, ...regulationEditSchema.shape }))
    .output(regulationSchema)
    .errors(changed),
  writeDraft: endpoint
    .meta({ access: { kind: 'facility', permission: 'regulation.write' } })
    .route({
      method: 'PUT',
      path: `${one}/draft`,
      tags,
      summary: '次の版の案を書く（承認を待つ案があれば、それを書き直す。承認した版は変わらない）',
    })
    .input(path.extend({ revision, ...draftSchema.shape }))
    .output(regulationSchema)
    .errors(changed),
  approveDraft: endpoint
    .meta({ access: { kind: 'facility', permission: 'regulation.approve' } })
    .route({ method: 'POST', path: `${one}/approval`, tags, summary: '案を経営者として承認する（あとから変わらない）' })
    .input(path.extend({ revision, reviewOn: z.iso.date('次に見直す日を選んでください。') }))
    .output(regulationSchema)
    .errors({
      ...changedUnread,
      'compliance/no-draft': { status: 409, message: '承認を待つ案がありません。' },
      'compliance/empty-version': {
        status: 409,
        message: 'この案には、本文もファイルもありません。どちらかを加えてから承認してください。',
      },
    }),
  printRegulation: endpoint
    .meta({
      access: { kind: 'facility', permission: 'regulation.read' },
      recordRead: {
        act: 'compliance.regulation-printed',
        subject: 'regulationId',
        by: 'everyone',
        detail: { format: 'pdf' },
      },
      costly: true,
    })
    .route({ method: 'GET', path: `${one}/version.pdf`, tags, summary: '文書の一つの版を印刷する（PDF）' })
    .input(path.extend({ number: z.coerce.number().int().min(1) }))
    .output(z.file()),
};
