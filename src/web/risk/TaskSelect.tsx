import { useQuery } from '@tanstack/react-query';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { openTasksQuery } from '#web/plan/index.ts';
import { Select } from '#web/ui/Select.tsx';
import type { ShownTreatment } from './calls.ts';
import type { TreatmentDraft } from './treatment-draft.ts';

type TaskSelectProps = {
  readonly facilityId: string;
  readonly draft: TreatmentDraft;
  /** The task as it is saved: stays in the list when its year is over. */
  readonly standing: ShownTreatment['task'];
  readonly change: (next: TreatmentDraft) => void;
  readonly error: string | undefined;
};

const none = 'none';

/** The task of the year a treatment is part of; nothing where there is none to choose. */
export function TaskSelect({ facilityId, draft, standing, change, error }: TaskSelectProps) {
  const { data: page } = useQuery(openTasksQuery(facilityId, fiscalYearOf(new Date())));
  const tasks = page?.tasks ?? [];
  const gone = standing && !tasks.some(({ id }) => id === standing.id) ? [standing] : [];
  if (tasks.length + gone.length === 0) return null;
  return (
    <Select
      label="取り組み"
      help="計画した取り組みの中で進めるときに選びます（期限の早い200件から）。"
      options={[
        { value: none, label: '選ばない' },
        ...[...gone, ...tasks].map(({ id, title }) => ({ value: id, label: title })),
      ]}
      value={draft.taskId ?? none}
      onChange={(id) => change({ ...draft, taskId: id === none ? null : id })}
      error={error}
    />
  );
}
