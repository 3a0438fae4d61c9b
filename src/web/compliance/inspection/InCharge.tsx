import { roleTitles } from '#core/identity/role.ts';
import { Card } from '#web/ui/Card.tsx';
import type { InspectionView } from '../calls.ts';

/** Who holds which role, as the portfolio prints it. */
export function InCharge({ inCharge }: Pick<InspectionView, 'inCharge'>) {
  return (
    <Card title="担当する人">
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[18rem_1fr]">
        {inCharge.map(({ role, people }) => (
          <div key={role} className="contents">
            <dt className="text-help text-solid-gray-700">{roleTitles[role]}</dt>
            <dd className="measure mb-1">{people.join('、') || 'まだいません'}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
