import { mayReadAllEvidence } from '#core/evidence/right.ts';
import type { Role } from '#core/identity/role.ts';
import { yearTitle } from '#core/kernel/fiscal-year.ts';
import { EvidenceFiles } from '#web/evidence/index.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import type { TaskView } from '../calls.ts';
import { CommentList } from './CommentList.tsx';

type FormerYearsProps = {
  readonly facilityId: string;
  readonly former: TaskView['former'];
  readonly person: { readonly id: string; readonly roles: readonly Role[] };
};

/** What was written and proved in the years a task was carried over from. */
export function FormerYears({ facilityId, former, person }: FormerYearsProps) {
  return former.map(({ id, fiscalYear, comments }) => (
    <Card key={id} title={`${yearTitle(fiscalYear)}から続いています`}>
      <div className="flex flex-col gap-3">
        <Link href={`/facilities/${facilityId}/tasks/${id}`}>{yearTitle(fiscalYear)}の取り組みを開く</Link>
        {mayReadAllEvidence(person) && (
          <EvidenceFiles facilityId={facilityId} place={{ taskId: id }} person={person} mayAdd={false} closed />
        )}
        <CommentList comments={comments} />
      </div>
    </Card>
  ));
}
