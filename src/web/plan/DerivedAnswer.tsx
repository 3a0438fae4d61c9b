import { useQuery } from '@tanstack/react-query';
import type { Item } from '#core/catalogue/sheet.ts';
import { mayReadAllEvidence } from '#core/evidence/right.ts';
import { may } from '#core/identity/role.ts';
import type { DerivedAnswer as DerivedAnswerView } from '#core/plan/derived-step.ts';
import { EvidenceLinks } from '#web/evidence/index.tsx';
import { mayAnswerItem, useAnswering } from '#web/sheet/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { derivedQuery } from './calls.ts';
import { useTakeDerived } from './use-take-derived.ts';

type DerivedAnswerProps = { readonly item: Item; readonly value: string | null };

const isAbove = (to: string, value: string | null) =>
  to === 'yes' ? value !== 'yes' : value === null || !/^[0-3]$/.test(value) || to > value;

/** What the tasks finished this year and last speak for at one item; a person looks at the proof and confirms it. */
export function DerivedAnswer({ item, value }: DerivedAnswerProps) {
  const { path, run, person } = useAnswering();
  const { facilityId } = path;
  const enabled = run.purpose === 'own' && run.status === 'open' && may(person.roles, 'task.read');
  const { data = [] } = useQuery({ ...derivedQuery(path), enabled });
  const derived = data.find(({ itemId }) => itemId === item.id);
  if (!enabled || !derived) return null;
  const to = derived.to !== null && isAbove(derived.to, value) ? derived.to : null;
  return (
    <section
      aria-label={`${item.label ?? item.id}の終わった取り組み`}
      className="rounded-8 bg-solid-gray-50 px-4 py-3 text-help"
    >
      {derived.tasks.map(({ id, title }) => (
        <p key={id} className="text-solid-gray-700">
          終わった取り組み：
          <Link href={`/facilities/${facilityId}/tasks/${id}`}>{title}</Link>
          {mayReadAllEvidence(person) && <EvidenceLinks facilityId={facilityId} place={{ taskId: id }} />}
        </p>
      ))}
      {to && <Derived item={item} to={to} />}
      {derived.needsProof && <p>取り組みに証跡を加えると、答えの見込みをここに出します。</p>}
    </section>
  );
}

function Derived({ item, to }: { readonly item: Item; readonly to: NonNullable<DerivedAnswerView['to']> }) {
  const said = to === 'yes' ? 'はい' : to;
  const { confirm, pending } = useTakeDerived(item, to);
  return (
    <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p className="flex min-w-0 flex-1 basis-72 items-center gap-2 text-solid-gray-900">
        <Tag tone="now">見込み</Tag>
        終わったことから、答えは「{said}」と考えられます。証跡を確かめてください。
      </p>
      {mayAnswerItem(useAnswering(), item) && (
        <Button
          size="small"
          pending={pending ? '答えています' : undefined}
          label={`確かめて「${said}」と答える（${item.label ?? item.id}）`}
          onPress={confirm}
        >
          確かめて「{said}」と答える
        </Button>
      )}
    </div>
  );
}
