import { yearTitle } from '#core/kernel/fiscal-year.ts';
import { Link } from '#web/ui/Link.tsx';
import type { ShownSystem } from '../calls.ts';

type EarlierFormsProps = { readonly facilityId: string; readonly earlier: ShownSystem['earlier'] };

/** The forms of years before. */
export function EarlierForms({ facilityId, earlier }: EarlierFormsProps) {
  if (earlier.length === 0) return null;
  return (
    <p className="mt-2 flex flex-wrap gap-x-3 text-help">
      前の年度
      {earlier.map(({ runId, fiscalYear }) => (
        <Link key={runId} href={`/facilities/${facilityId}/runs/${runId}`}>
          {yearTitle(fiscalYear)}
        </Link>
      ))}
    </p>
  );
}
