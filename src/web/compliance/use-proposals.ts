import { useQuery } from '@tanstack/react-query';
import { isChecklist } from '#core/sheet/checklist.ts';
import { useAnswering } from '#web/sheet/index.ts';
import { type ProposalView, proposalsQuery } from './calls.ts';

const none: readonly ProposalView[] = [];

/** What submitted answers propose for the run around this component; nothing where it is no open checklist. */
export function useProposals(): readonly ProposalView[] {
  const { path, run } = useAnswering();
  const enabled = run.status === 'open' && isChecklist(run.sheetId);
  return useQuery({ ...proposalsQuery(path), enabled }).data ?? none;
}
