import { z } from 'zod';

/**
 * Every kind of letter. `asked`: somebody has it sent, and is told where that is not possible. `security`: tells a person
 * what happened to the own account; cannot be turned off. `facility`: tells those who answer for a facility what happens to all
 * of it; cannot be turned off. `work`: tells what waits for a person; can be turned off.
 */
export const mailKinds = {
  invitation: 'asked',
  'reset-link': 'asked',
  'own-reset-link': 'asked',
  'vendor-form': 'asked',
  'password-changed': 'security',
  'password-reset': 'security',
  'second-factor-set': 'security',
  'second-factor-renewed': 'security',
  'recovery-codes-made': 'security',
  'passkey-added': 'security',
  'passkey-removed': 'security',
  'account-linked': 'security',
  'account-unlinked': 'security',
  'leaving-announced': 'facility',
  'leaving-withdrawn': 'facility',
  'areas-assigned': 'work',
  'run-reopened': 'work',
  'decision-asked': 'work',
  'due-soon': 'work',
  'due-passed': 'work',
  'decision-due-again': 'work',
} as const satisfies Readonly<Record<string, 'asked' | 'security' | 'facility' | 'work'>>;
export type MailKind = keyof typeof mailKinds;

type KindsOf<Sort> = { [Kind in MailKind]: (typeof mailKinds)[Kind] extends Sort ? Kind : never }[MailKind];
export type AskedMail = KindsOf<'asked'>;
export type NoticeKind = KindsOf<'security' | 'facility' | 'work'>;

/** Kinds a facility or organisation has sent to addresses and people of its choice: they count against its hourly number. */
export const sendersKinds = ['invitation', 'reset-link', 'vendor-form'] as const satisfies readonly AskedMail[];

/** Time in ms over which letters are counted. */
export const mailWindowMs = 60 * 60 * 1000;
const mostToRecipient = 5;
const mostFromPlace = 100;

/** Letters posted within the last hour: of the same kind to the same recipient, and by the facility or organisation to anybody. */
export type Posted = { readonly toRecipient: number; readonly fromPlace: number };

/** Whether one more letter may be posted, so that nobody can use us to flood somebody: 5 of a kind each recipient, 100 each facility or organisation. */
export function mayPost({ toRecipient, fromPlace }: Posted): boolean {
  return toRecipient < mostToRecipient && fromPlace < mostFromPlace;
}

/** What became of a letter, as whoever had it sent is told. */
export const mailStateSchema = z.enum(['sending', 'retrying', 'sent', 'failed']);
export type MailState = z.infer<typeof mailStateSchema>;

/** What an endpoint that sends a letter may answer. */
export const mailErrors = {
  'mail/not-set-up': {
    status: 409,
    message: 'このまもりは、メールを送れるように設定されていません。リンクを写すか印刷して渡してください。',
  },
  'mail/too-many': {
    status: 429,
    message:
      'この1時間に送ったメールが多すぎるため、送りませんでした。まだ何も変わっていません。メールアドレスを空にしてリンクを直接渡すか、1時間ほど待ってからお試しください。',
  },
} as const;
