import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { openTasksQuery } from '#web/plan/index.ts';
import { Select } from '#web/ui/Select.tsx';
import { TextField } from '#web/ui/TextField.tsx';
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

/** The tasks of the year to choose from: all of them, or where there are many those with the words. */
function useTasks(facilityId: string, words: string) {
  const asked = useDeferredValue(words.trim());
  const year = fiscalYearOf(new Date());
  const { data: first } = useQuery(openTasksQuery(facilityId, year));
  const many = first?.more === true;
  const { data: found } = useQuery({ ...openTasksQuery(facilityId, year, asked), enabled: many });
  const page = many ? (found ?? first) : first;
  return { tasks: page?.tasks ?? [], more: page?.more === true, many, any: (first?.tasks.length ?? 0) > 0 };
}

/** The task of the year a treatment is part of, found by its words where there are many; nothing where there is none to choose. */
export function TaskSelect({ facilityId, draft, standing, change, error }: TaskSelectProps) {
  const [words, setWords] = useState('');
  const { tasks, more, many, any } = useTasks(facilityId, words);
  const [chosen, setChosen] = useState(standing);
  const beside = chosen && !tasks.some(({ id }) => id === chosen.id) ? [chosen] : [];
  if (!any && beside.length === 0) return null;
  const choose = (id: string) => {
    setChosen(tasks.find((task) => task.id === id) ?? (chosen?.id === id ? chosen : null));
    change({ ...draft, taskId: id === none ? null : id });
  };
  return (
    <>
      {many && (
        <TextField
          label="取り組みを探す"
          name="taskWords"
          maxLength={100}
          help={more ? '期限の早い200件を出しています。名前の一部を入れると、絞れます。' : undefined}
          value={words}
          onChange={setWords}
        />
      )}
      <Select
        label="取り組み"
        help="計画した取り組みの中で進めるときに選びます。"
        options={[
          { value: none, label: '選ばない' },
          ...[...beside, ...tasks].map(({ id, title }) => ({ value: id, label: title })),
        ]}
        value={draft.taskId ?? none}
        onChange={choose}
        error={error}
      />
    </>
  );
}
