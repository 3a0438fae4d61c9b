import type { ShownAudit } from '../calls.ts';
import { Remarks } from './Remarks.tsx';

/** Each system in scope with what the team has recorded of it, and of those that have left the scope since. */
export function SystemsInScope({ facilityId, audit }: { readonly facilityId: string; readonly audit: ShownAudit }) {
  const remarked = audit.remarks.map(({ system }) => system).filter((system) => system !== '');
  return (
    <ul>
      {[...new Set([...audit.systems, ...remarked])].map((system) => (
        <li key={system} className="border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0">
          <p className="measure font-700 break-words">{system}</p>
          <Remarks {...{ facilityId, audit }} place={{ kind: 'system', system }} />
        </li>
      ))}
    </ul>
  );
}
