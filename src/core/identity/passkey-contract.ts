import { z } from 'zod';
import { endpoint } from '../kernel/contract.ts';
import { locked, sessionSchema } from './contract.ts';
import {
  assertionRefusals,
  byProviderOnly,
  challengeRefusal,
  lastSecondFactor,
  noPasskeysHere,
  passkeyTaken,
  tooManyPasskeys,
} from './passkey-errors.ts';
import { assertionOptionsSchema, assertionSchema, attestationSchema, creationOptionsSchema } from './passkey-shapes.ts';
import { ownPasswordFirst } from './sso/refusals.ts';

const tags = ['パスキー'];
const passkeyName = z.string().trim().min(1, '名前を入力してください。').max(60, '名前は60文字までです。');
const passkeyPath = z.object({ passkeyId: z.uuid() });

export const passkeySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  createdAt: z.date(),
  lastUsedAt: z.date().nullable(),
  /** Kept by the maker of the device too, and found on the person's other devices. */
  backedUp: z.boolean(),
});

export const passkeyContract = {
  list: endpoint
    .meta({ access: { kind: 'person' } })
    .route({ method: 'GET', path: '/passkeys', tags, summary: '自分のパスキーの一覧' })
    .output(
      z.object({
        /** The address whose pages can use passkeys; null where this installation has none with a name. */
        usableAt: z.string().nullable(),
        passkeys: z.array(passkeySchema),
      }),
    ),
  beginRegistration: endpoint
    .meta({ access: { kind: 'person', beforeSecondFactor: true, stepUp: true } })
    .route({ method: 'POST', path: '/passkeys/registration-options', tags, summary: 'パスキーの登録を始める' })
    .output(creationOptionsSchema)
    .errors({ ...noPasskeysHere, ...tooManyPasskeys, ...ownPasswordFirst }),
  register: endpoint
    .meta({ access: { kind: 'person', beforeSecondFactor: true } })
    .route({ method: 'POST', path: '/passkeys', tags, summary: 'パスキーを登録する' })
    .input(z.object({ name: passkeyName, credential: attestationSchema }))
    .output(passkeySchema)
    .errors({
      ...noPasskeysHere,
      ...tooManyPasskeys,
      ...passkeyTaken,
      ...ownPasswordFirst,
      ...challengeRefusal,
      'identity/passkey-other-site': assertionRefusals['identity/passkey-other-site'],
      'identity/passkey-refused': assertionRefusals['identity/passkey-refused'],
    }),
  rename: endpoint
    .meta({ access: { kind: 'person' } })
    .route({ method: 'PUT', path: '/passkeys/{passkeyId}', tags, summary: 'パスキーの名前を変える' })
    .input(passkeyPath.extend({ name: passkeyName }))
    .output(passkeySchema),
  remove: endpoint
    .meta({ access: { kind: 'person', stepUp: true } })
    .route({
      method: 'DELETE',
      path: '/passkeys/{passkeyId}',
      tags,
      summary: 'パスキーを外す（すぐに使えなくなる）',
      successStatus: 204,
    })
    .input(passkeyPath)
    .errors(lastSecondFactor),
  beginSignIn: endpoint
    .meta({ access: { kind: 'public' } })
    .route({ method: 'POST', path: '/session/passkey-options', tags, summary: 'パスキーでのサインインを始める' })
    .output(assertionOptionsSchema)
    .errors(noPasskeysHere),
  signIn: endpoint
    .meta({ access: { kind: 'public' } })
    .route({ method: 'POST', path: '/session/passkey', tags, summary: 'パスキーでサインインする' })
    .input(z.object({ credential: assertionSchema }))
    .output(sessionSchema)
    .errors({ ...noPasskeysHere, ...challengeRefusal, ...assertionRefusals, ...byProviderOnly, ...locked }),
  beginStepUp: endpoint
    .meta({ access: { kind: 'person' } })
    .route({
      method: 'POST',
      path: '/session/step-up/passkey-options',
      tags,
      summary: '大切な操作の前に、パスキーでもう一度確かめ始める',
    })
    .output(assertionOptionsSchema)
    .errors({ ...noPasskeysHere, 'identity/passkey-unknown': assertionRefusals['identity/passkey-unknown'] }),
};
