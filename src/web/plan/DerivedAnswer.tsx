import { useQueries } from '@tanstack/react-query';
import type { Item } from '#core/catalogue/sheet.ts';
import { may } from '#core/identity/role.ts';
import { derivedStep } from '#core/plan/derived-step.ts';
import { useAnswering } from '#web/sheet/index.ts';
import { tasksQuery } from './calls.ts';

type DerivedAnswerProps = { readonly item: Item; readonly value: string | null };

const stepOf = (value: string | null) => (value !== null && /^[0-3]$/.test(value) ? Number(value) : null);

/** What the tasks finished this year and last speak for at one item; the person looks at the proof and chooses. */
export function DerivedAnswer({ item, value }: DerivedAnswerProps) {
  const { path, run, sheet, person } = useAnswering();
  const asks = run.status === 'open' && may(person.roles, 'task.read');
  const found = useQueries({
    queries: [run.fiscalYear, run.fiscalYear - 1].map((year) => ({
      ...tasksQuery(path.facilityId, year),
      enabled: asks,
    })),
  });
  const done = found.flatMap(({ data = [] }) => data.filter(({ status }) => status === 'done'));
  const ids = new Set(done.flatMap(({ measureId }) => measureId ?? []));
  const derived = ids.size > 0 ? derivedStep(sheet, item.id, ids, stepOf(value)) : undefined;
  if (!asks || !derived) return null;
  return (
    <p className="text-help text-solid-gray-700">
      終わった取り組み：{derived.measures.map((title) => `「${title}」`).join('、')}
      <strong className="block text-solid-gray-900">
        そこからは「{derived.to}」と考えられます。証跡を確かめて選んでください。
      </strong>
    </p>
  );
}
