import { clauseFindingLines, clauseItemLines, registerLines } from '#core/audit/audited-clause.ts';
import { Link } from '#web/ui/Link.tsx';
import type { ShownAudit } from './calls.ts';
import { Remarks } from './remark/Remarks.tsx';

type ClausesInScopeProps = { readonly facilityId: string; readonly audit: ShownAudit };

/** Each clause in scope: what the register says of it, what the items that speak of it came to, and what was found at it beside them. */
export function ClausesInScope({ facilityId, audit }: ClausesInScopeProps) {
  return (
    <ul>
      {audit.clauses.map((clause) => (
        <li
          key={clause.id}
          data-print="whole"
          className="border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0"
        >
          <p className="measure font-700">
            <Link href={`/facilities/${facilityId}/clauses/${clause.id}`}>{clause.title}</Link>
          </p>
          <Lines lines={registerLines(clause)} quiet />
          <Lines lines={clauseItemLines(clause, audit.reportedAt !== null)} />
          <Lines lines={clauseFindingLines(clause.id, audit.findings)} />
          <Remarks {...{ facilityId, audit }} place={{ kind: 'clause', clause }} />
        </li>
      ))}
    </ul>
  );
}

const Lines = ({ lines, quiet = false }: { readonly lines: readonly string[]; readonly quiet?: boolean }) => (
  <ul className={`mt-1 text-help empty:hidden ${quiet ? 'text-solid-gray-700' : ''}`}>
    {lines.map((line) => (
      <li key={line} className="measure break-words whitespace-pre-line">
        {line}
      </li>
    ))}
  </ul>
);
