import { ORPCError } from '@orpc/client';
import type { Fault } from '#core/kernel/contract.ts';
import type { AnswerView } from '../queries.ts';
import type { Outcome } from './after-sending.ts';

const signedOut = 'サインインが切れています。別のタブで、サインインし直してください。';
const waiting = {
  'sign-in-required': signedOut,
  'second-factor-required': signedOut,
  'too-many': '操作が続いたため、少し間をおいています。',
  'try-later': 'まもりの側で、いま保存できません。',
  'storage-full': '保存する場所（ディスク）の空きがありません。システムの管理者に伝えてください。',
  internal: 'まもりの側で不具合が起きています。',
} as const;

/** What a failed call means for the change that was sent: lost for now, refused for good, or in conflict. */
export function outcomeOf(error: unknown, online: boolean): Outcome {
  if (!(error instanceof ORPCError) || !error.defined) return { kind: 'unreachable', reason: reasonOf(error, online) };
  if (error.code === 'sheet/stale-revision') {
    const { current } = error.data as { readonly current: AnswerView };
    return { kind: 'stale', current };
  }
  if (error.code === 'sheet/run-locked') return { kind: 'locked' };
  const wait = new Map<string, string>(Object.entries(waiting)).get(error.code);
  if (wait) return { kind: 'unreachable', reason: wait };
  const { faults = [] } = (error.data ?? {}) as { readonly faults?: readonly Fault[] };
  return { kind: 'refused', message: faults[0]?.message ?? error.message };
}

function reasonOf(error: unknown, online: boolean): string {
  if (!online) return '通信が切れています。';
  if (error instanceof ORPCError) return 'まもりの側で不具合が起きています。';
  return 'サーバにつながりません。';
}
