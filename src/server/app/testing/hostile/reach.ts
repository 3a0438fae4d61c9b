import type { HostileCall } from './call.ts';
import type { HostileReply } from './send.ts';

export type Answered = { readonly call: HostileCall; readonly reply: HostileReply };

/** Answers given by who stands before the endpoint; an endpoint's own refusals have a name with a slash. */
const turnedAway = new Set([
  'sign-in-required',
  'second-factor-required',
  'step-up-required',
  'access-token-not-usable',
  'not-for-access-token',
  'not-allowed',
  'foreign-origin',
  'too-large',
  'too-many',
]);

/** The code of a refusal of ours; none where the call went through, or the HTTP parser refused it. */
export const codeOf = ({ text }: HostileReply) => /"code":"([^"]+)"/.exec(text)?.[1];

/** Whether a call came as far as its endpoint: to the check of its input, or further. */
export function reached({ call, reply }: Answered): boolean {
  if (reply.status < 400) return true;
  const code = codeOf(reply);
  if (code === undefined || turnedAway.has(code)) return false;
  return !(call.mayMiss && reply.status === 404);
}

/** Whether a call was taken for what it asks, be it to be refused in the endpoint's own words: its input was valid. */
export const understood = ({ call, reply }: Answered): boolean =>
  !call.mayMiss && (reply.status < 400 || codeOf(reply)?.includes('/') === true);

/** Whether whoever called has to prove anew who they are: some calls end the caller's own session, as they should. */
export const asksWho = (reply: HostileReply) =>
  ['sign-in-required', 'second-factor-required', 'step-up-required'].includes(codeOf(reply) ?? '');
