import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { organisation, type ProfileView, profileQuery } from './queries.ts';
import { ServerQuestions } from './ServerQuestions.tsx';
import { completeAnswers, noAnswers, type OpenAnswers, serverQuestions } from './server-questions.ts';

type ServerAnswersFormProps = { readonly profile: ProfileView; readonly onDone: () => void };

/** Asks about servers and contracts and keeps the answers. */
export function ServerAnswersForm({ profile, onDone }: ServerAnswersFormProps) {
  const [answers, setAnswers] = useState<OpenAnswers>({ ...noAnswers, ...profile.sheetChoice?.answers });
  const [faults, setFaults] = useState<FieldFaults>({});
  const act = useChoosing(profile.id, onDone);
  const send = () => {
    const complete = completeAnswers(answers);
    const open = serverQuestions.filter(({ key }) => answers[key] === null);
    setFaults(Object.fromEntries(open.map(({ key }) => [key, '一つ選んでください。「分からない」も選べます。'])));
    if (complete) act.mutate({ ...complete, facilityId: profile.id });
  };
  return (
    <Form onSubmit={send} faults={faults}>
      <RefusalNote error={act.error} title="保存できませんでした" />
      <ServerQuestions answers={answers} onChange={setAnswers} faults={faults} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" pending={act.isPending ? '保存しています' : undefined}>
          答えを保存する
        </Button>
        <Button onPress={onDone}>やめる</Button>
      </div>
    </Form>
  );
}

function useChoosing(facilityId: string, onDone: () => void) {
  const queryClient = useQueryClient();
  return useMutation(
    organisation.chooseSheet.mutationOptions({
      onSuccess: (saved) => {
        queryClient.setQueryData(profileQuery(facilityId).queryKey, saved);
        notify('答えを保存しました。');
        onDone();
      },
    }),
  );
}
