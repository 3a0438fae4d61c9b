import { ORPCError } from '@orpc/client';
import { decisionNumber } from '#core/plan/decision/decision.ts';
import { decisionWords } from '#core/plan/decision/decision-sheet.ts';
import { refusalCode } from '#web/platform/refusal.ts';
import type { ShownRequest } from '../decision-calls.ts';

/** Whether somebody else has decided it meanwhile. */
export const wasDecided = (error: unknown): boolean => refusalCode(error) === 'plan/request-decided';

/** What somebody else has decided meanwhile. */
export function StandingDecision({ error }: { readonly error: unknown }) {
  if (!(error instanceof ORPCError)) return null;
  const { current } = error.data as { readonly current: ShownRequest };
  const last = current.decisions.at(-1);
  if (!last) return null;
  return (
    <p className="mt-3">
      {decisionNumber(last)}：{decisionWords(current.kind, last)}（{last.decidedBy.name}さん）
      {last.reason && <span className="block text-help">{last.reason}</span>}
    </p>
  );
}
