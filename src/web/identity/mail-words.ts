import type { identity } from './queries.ts';

type MailState = NonNullable<Awaited<ReturnType<typeof identity.invitations.call>>[number]['mail']>;

/** What became of the letter with an invitation. */
export const mailWords: Readonly<Record<MailState, string>> = {
  sending: 'メールを送っています',
  retrying: 'メールをまだ送れていません。くり返し試しています',
  sent: 'メールを送りました',
  failed: 'メールを送れませんでした',
};

/** Whether it may become something else soon. */
export const isUnderWay = (mail: MailState | null): boolean => mail === 'sending' || mail === 'retrying';

/** Time in ms between two looks at a letter that is under way. */
export const lookAgainMs = 3_000;
