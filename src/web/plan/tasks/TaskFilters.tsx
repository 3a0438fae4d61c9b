import { useQuery } from '@tanstack/react-query';
import { may } from '#core/identity/role.ts';
import { taskStatuses, taskStatusTitles } from '#core/plan/task.ts';
import { countOf, type TaskSum } from '#core/plan/task-summary.ts';
import { membersQuery, useSession } from '#web/identity/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Select } from '#web/ui/Select.tsx';
import type { TaskFilter } from '../calls.ts';

type TaskFiltersProps = {
  readonly facilityId: string;
  /** Of the whole year. */
  readonly sums: readonly TaskSum[];
  readonly filter: TaskFilter;
  readonly onFilter: (filter: TaskFilter) => void;
};

const all = 'all';
const everything = { value: all, label: 'すべて' };

/** Which tasks are looked at: whose, of which area, in which state. */
export function TaskFilters({ facilityId, sums, filter, onFilter }: TaskFiltersProps) {
  const people = usePeople(facilityId);
  const areas = new Map(sums.map(({ area }) => [area?.id ?? 'none', area?.title ?? '対策のほか']));
  const choose = (key: keyof TaskFilter) => (value: string) =>
    onFilter({ ...filter, [key]: value === all ? undefined : value });
  const narrowed = Object.values(filter).some((value) => value !== undefined);
  return (
    <div className="flex flex-col gap-3 print:hidden">
      <div className="grid gap-3 sm:grid-cols-3">
        <Select
          label="担当"
          options={[everything, { value: 'none', label: '担当がいません' }, ...people]}
          value={filter.owner ?? all}
          onChange={choose('owner')}
        />
        <Select
          label="分野"
          options={[everything, ...[...areas].map(([value, label]) => ({ value, label }))]}
          value={filter.area ?? all}
          onChange={choose('area')}
        />
        <Select
          label="状態"
          options={[
            everything,
            ...taskStatuses.map((value) => ({
              value,
              label: `${taskStatusTitles[value]}（${countOf(sums, value)}件）`,
            })),
          ]}
          value={filter.status ?? all}
          onChange={choose('status')}
        />
      </div>
      {narrowed && (
        <div>
          <Button size="small" onPress={() => onFilter({})}>
            すべての取り組みを見る
          </Button>
        </div>
      )}
    </div>
  );
}

/** The members, for who may see them; oneself first. */
function usePeople(facilityId: string) {
  const { person, facilities } = useSession();
  const roles = facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const { data: members = [] } = useQuery({ ...membersQuery(facilityId), enabled: may(roles, 'member.read') });
  const others = members.filter(({ personId }) => personId !== person.id);
  return [
    { value: person.id, label: 'あなた' },
    ...others.map(({ personId, name }) => ({ value: personId, label: name })),
  ];
}
