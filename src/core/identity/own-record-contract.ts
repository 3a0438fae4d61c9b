import { z } from 'zod';
import { endpoint } from '../kernel/contract.ts';

const tags = ['自分のアカウント'];

export const recordFormats = ['html', 'json'] as const;

/** Query of the own record, which is handed out as a file. */
export const ownRecordInput = z.object({ query: z.object({ format: z.enum(recordFormats).default('html') }) });

const heldPlace = z.object({ kind: z.enum(['facility', 'organisation', 'system']), id: z.uuid(), name: z.string() });

/** What is kept about a person, handed out and erased at the person's own wish. */
export const ownRecordContract = {
  download: endpoint
    .meta({ access: { kind: 'person', stepUp: true }, costly: true })
    .route({
      method: 'GET',
      path: '/account/record',
      tags,
      summary: '自分について記録されているものを、すべて受け取る',
      inputStructure: 'detailed',
    })
    .input(ownRecordInput)
    .output(z.file()),
  erase: endpoint
    .meta({ access: { kind: 'person', stepUp: true } })
    .route({
      method: 'POST',
      path: '/account/erasure',
      tags,
      summary: '自分のアカウントを消す（氏名とメールアドレスが消え、元には戻せない）',
      successStatus: 204,
    })
    .input(z.object({ email: z.string().max(300) }))
    .errors({
      'identity/erasure-not-confirmed': {
        status: 400,
        message: 'メールアドレスが、登録したものと違います。まだ何も消していません。',
      },
      'identity/last-administrator-of': {
        status: 409,
        message:
          'あなたのほかに管理者がいない所があるため、消せません。まだ何も消していません。先に、ほかの人を管理者にしてください。',
        data: z.object({ places: z.array(heldPlace) }),
      },
    }),
};
