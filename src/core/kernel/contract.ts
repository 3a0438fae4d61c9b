import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { Permission } from '../identity/role.ts';
import type { Act } from './act.ts';

/**
 * Who may call an endpoint. `facility` endpoints carry `{facilityId}` in their path and need the permission there,
 * `organisation` endpoints `{organisationId}`;
 * `system` endpoints need it through a role of the whole installation; `person` needs a full sign-in,
 * or with `beforeSecondFactor` the password alone (to enrol the second factor, to sign out). `stepUp` marks a dangerous
 * act: the person must have proved to be there within the last ten minutes. Before the second factor nobody is asked again:
 * the password was given just now.
 */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'person'; readonly beforeSecondFactor?: true; readonly stepUp?: true }
  | { readonly kind: 'system'; readonly permission: Permission; readonly stepUp?: true }
  | { readonly kind: 'facility'; readonly permission: Permission; readonly stepUp?: true }
  | { readonly kind: 'organisation'; readonly permission: Permission; readonly stepUp?: true };

/**
 * What the activity log notes when this is read. By `watched` roles it is noted once a minute for a person and a subject;
 * what `everyone` leaves a line for each time is handed out to be kept: documents, files, exports.
 */
export type RecordRead = {
  readonly act: Act;
  /** The parameter of the path that names what is read. */
  readonly subject?: string;
  readonly by?: 'watched' | 'everyone';
  readonly detail?: Readonly<Record<string, string>>;
};

export type EndpointMeta = {
  readonly access: Access;
  readonly recordRead?: RecordRead;
  /** Largest body in bytes, refused before it is read. Default 256 KiB. */
  readonly bodyLimit?: number;
  /** Costs the server much more than reading or saving a page: few calls are let through, counted over all processes. */
  readonly costly?: true;
  /** Pages ask this by themselves, with nobody at the keyboard: it does not keep a session open. */
  readonly unattended?: true;
};

/** One fault of an input: where it is, a code, and what to do, in Japanese. Rows count from 1 as the person sees them. */
export const faultSchema = z.object({
  sheet: z.string().optional(),
  row: z.number().int().positive().optional(),
  column: z.string().optional(),
  item: z.string().optional(),
  field: z.string().optional(),
  code: z.string(),
  message: z.string(),
});
export type Fault = z.infer<typeof faultSchema>;

/** What any endpoint may answer besides its own errors. */
export const commonErrors = {
  'sign-in-required': { status: 401, message: 'サインインが必要です。もう一度サインインしてください。' },
  'second-factor-required': { status: 401, message: '確認コードかパスキーでの確認が必要です。' },
  'access-token-not-usable': {
    status: 401,
    message:
      'このアクセスキーは使えません。期限が切れたか、取り消されたか、文字が違います。新しいキーを作ってください。',
  },
  'not-for-access-token': {
    status: 403,
    message:
      'このアクセスキーではこの操作はできません。キーに許した操作を確かめるか、画面からサインインして操作してください。',
  },
  'not-allowed': { status: 403, message: 'この操作をする権限がありません。施設の管理者に相談してください。' },
  'step-up-required': {
    status: 403,
    message: 'この操作の前に、もう一度ご本人か確かめる必要があります。まだ何も変わっていません。入力は残っています。',
  },
  'foreign-origin': {
    status: 403,
    message: 'ほかのサイトからの操作は受け付けません。まもりの画面から操作してください。',
  },
  'not-found': { status: 404, message: '見つかりません。消されたか、見る権限がない可能性があります。' },
  'input-not-valid': {
    status: 400,
    message: '入力に直すところがあります。',
    data: z.object({ faults: z.array(faultSchema) }),
  },
  'too-large': { status: 413, message: '送られたデータが大きすぎます。' },
  internal: {
    status: 500,
    message: 'サーバで問題が起きました。入力は残っています。しばらくしてからもう一度お試しください。',
  },
  'try-later': { status: 503, message: '今は処理できませんでした。少し待ってからもう一度お試しください。' },
  'storage-full': {
    status: 507,
    message:
      '保存する場所（ディスク）の空きがないため、保存できませんでした。前に保存したものは残っています。システムの管理者に、ディスクの空きを増やすよう伝えてください。',
  },
  'too-many': { status: 429, message: '操作が多すぎます。少し待ってからもう一度お試しください。' },
} as const;

/** Base of every endpoint; `access` must be given by each (the server does not start with an endpoint without one). */
export const endpoint = oc.$meta<Partial<EndpointMeta>>({}).errors(commonErrors);

/** Path parameters of every facility endpoint. */
export const facilityPath = z.object({ facilityId: z.uuid() });

/** Path parameters of every endpoint of an organisation above the facilities. */
export const organisationPath = z.object({ organisationId: z.uuid() });
