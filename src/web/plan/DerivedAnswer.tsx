import { useQuery } from '@tanstack/react-query';
import type { Item, Sheet } from '#core/catalogue/sheet.ts';
import { mayReadAllEvidence } from '#core/evidence/right.ts';
import { may } from '#core/identity/role.ts';
import { derivedStep } from '#core/plan/derived-step.ts';
import { EvidenceLinks } from '#web/evidence/index.tsx';
import { useAnswering } from '#web/sheet/index.ts';
import { Link } from '#web/ui/Link.tsx';
import { plans } from './calls.ts';

type DerivedAnswerProps = { readonly item: Item; readonly value: string | null };

const stepOf = (value: string | null) => (value !== null && /^[0-3]$/.test(value) ? Number(value) : null);

/** What the tasks finished this year and last speak for at one item; the person looks at the proof and chooses. */
export function DerivedAnswer({ item, value }: DerivedAnswerProps) {
  const { path, run, sheet, person } = useAnswering();
  const { facilityId } = path;
  const asks = run.purpose === 'own' && run.status === 'open' && may(person.roles, 'task.read');
  const { data: finished = [] } = useQuery({
    ...plans.finishedMeasures.queryOptions({ input: { facilityId, fiscalYear: run.fiscalYear }, staleTime: 0 }),
    enabled: asks,
  });
  const raising = finished.filter(({ measureId }) => raises(sheet, measureId, item.id));
  if (!asks || raising.length === 0) return null;
  const derived = derivedStep(sheet, item.id, new Set(raising.map(({ measureId }) => measureId)), stepOf(value));
  return (
    <div className="text-help text-solid-gray-700">
      {raising.map(({ taskId, measureId }) => (
        <p key={taskId}>
          終わった取り組み：
          <Link href={`/facilities/${facilityId}/tasks/${taskId}`}>{titleOf(sheet, measureId)}</Link>
          {mayReadAllEvidence(person) && <EvidenceLinks facilityId={facilityId} place={{ taskId }} />}
        </p>
      ))}
      {derived && (
        <strong className="block text-solid-gray-900">
          終わったことから、答えは「{derived.to}」と考えられます。証跡を確かめて選んでください。
        </strong>
      )}
    </div>
  );
}

const measureOf = (sheet: Sheet, id: string) =>
  sheet.areas.flatMap(({ measures }) => measures).find((one) => one.id === id);
const titleOf = (sheet: Sheet, id: string) => measureOf(sheet, id)?.title ?? id;
const raises = (sheet: Sheet, id: string, item: string) =>
  measureOf(sheet, id)?.raises.some((one) => one.item === item);
