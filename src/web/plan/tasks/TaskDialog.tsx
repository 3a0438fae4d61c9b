import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { fiscalYearOf, quarterOf } from '#core/kernel/fiscal-year.ts';
import type { Task, TaskEdit } from '#core/plan/task.ts';
import { NewerNote } from '#web/platform/NewerNote.tsx';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { currentOf, type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { plans } from '../calls.ts';
import { TaskFields } from './TaskFields.tsx';
import { draftOf, emptyTask, taskOf } from './task-draft.ts';
import { changedFacts } from './task-facts.ts';

type TaskDialogProps = {
  readonly facilityId: string;
  readonly fiscalYear: number;
  /** Undefined for a task that is added. */
  readonly task: Task | undefined;
  readonly onClose: () => void;
};

/** Adds a task or changes one. */
export function TaskDialog({ facilityId, fiscalYear, task, onClose }: TaskDialogProps) {
  const now = new Date();
  const [opened, setOpened] = useState(task);
  const [draft, setDraft] = useState(() =>
    task ? draftOf(task) : emptyTask(fiscalYear, fiscalYear > fiscalYearOf(now) ? 1 : quarterOf(now)),
  );
  const [missing, setMissing] = useState<FieldFaults>({});
  const { save, isPending, error, reset } = useSaving({ facilityId, fiscalYear, task: opened, onClose });
  const newer = currentOf<Task>(error, 'plan/task-changed');
  const faults = useMemo(() => ({ ...fieldFaults(error), ...missing }), [error, missing]);
  const send = () => {
    const read = taskOf(draft);
    setMissing('faults' in read ? read.faults : {});
    if ('task' in read && !isPending) save(read.task, newer?.revision);
  };
  const take = (current: Task) => {
    setOpened(current);
    setDraft(draftOf(current));
    reset();
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look={newer ? 'secondary' : 'primary'} onPress={send} pending={isPending ? '保存しています' : undefined}>
        {newer ? 'この内容で上書きする' : '取り組みを保存する'}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={task ? '取り組みを直す' : '取り組みを加える'} actions={actions}>
      <Form onSubmit={send} faults={faults}>
        {newer && opened ? (
          <NewerNote error={error} changed={changedFacts(opened, newer)} onTake={() => take(newer)} />
        ) : (
          <RefusalNote error={error} title="保存できませんでした" fields={['title', 'dueOn', 'ownerId']} />
        )}
        <TaskFields
          {...{ facilityId, draft, faults }}
          standing={opened?.owner ?? null}
          change={(next) => setDraft({ ...draft, ...next })}
        />
      </Form>
    </Dialog>
  );
}

function useSaving({ facilityId, fiscalYear, task, onClose }: TaskDialogProps) {
  const client = useQueryClient();
  const saved = async () => {
    await client.invalidateQueries({ queryKey: plans.key() });
    notify(task ? '取り組みを直しました。' : '取り組みを加えました。');
    onClose();
  };
  const onError = () => client.invalidateQueries({ queryKey: plans.key() });
  const add = useMutation(plans.addTask.mutationOptions({ onSuccess: saved }));
  const edit = useMutation(plans.editTask.mutationOptions({ onSuccess: saved, onError }));
  const save = (typed: TaskEdit, over = task?.revision) =>
    task && over !== undefined
      ? edit.mutate({ facilityId, taskId: task.id, revision: over, ...typed })
      : add.mutate({ facilityId, fiscalYear, ...typed });
  return { save, isPending: add.isPending || edit.isPending, error: add.error ?? edit.error, reset: edit.reset };
}
