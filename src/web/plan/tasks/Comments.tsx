import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { japaneseMoment } from '#core/kernel/fiscal-year.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Form } from '#web/ui/Form.tsx';
import { TextArea } from '#web/ui/TextField.tsx';
import { plans, type TaskView, taskQuery } from '../calls.ts';

type CommentView = TaskView['comments'][number];
type CommentsProps = {
  readonly facilityId: string;
  readonly taskId: string;
  readonly comments: readonly CommentView[];
  /** Who reads: may take back the own words. */
  readonly personId: string;
};

/** What people wrote about a task, in the order it came, and room for more. */
export function Comments({ facilityId, taskId, comments, personId }: CommentsProps) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: taskQuery(facilityId, taskId).queryKey });
  const remove = useMutation(plans.removeComment.mutationOptions({ onSettled: again }));
  return (
    <div className="flex flex-col gap-4">
      {comments.length === 0 && <p className="text-help text-solid-gray-700">まだ、だれも書いていません。</p>}
      <ul className="flex flex-col gap-3">
        {comments.map((one) => (
          <Comment
            key={one.id}
            comment={one}
            onRemove={
              one.writtenBy.id === personId ? () => remove.mutate({ facilityId, taskId, commentId: one.id }) : undefined
            }
          />
        ))}
      </ul>
      <RefusalNote error={remove.error} title="消せませんでした" />
      <Writing {...{ facilityId, taskId }} onWritten={again} />
    </div>
  );
}

type CommentProps = { readonly comment: CommentView; readonly onRemove: (() => void) | undefined };

function Comment({ comment, onRemove }: CommentProps) {
  const { body, writtenBy, writtenAt, removedAt } = comment;
  return (
    <li className="rounded-8 bg-solid-gray-50 p-3">
      <p className="text-help text-solid-gray-700">
        {writtenBy.name}・{japaneseMoment(new Date(writtenAt))}
      </p>
      {removedAt ? (
        <p className="text-help text-solid-gray-700">書いた人が消しました。</p>
      ) : (
        <p className="measure break-words whitespace-pre-line">{body}</p>
      )}
      {onRemove && !removedAt && (
        <Button
          size="small"
          look="quiet"
          flush="start"
          onPress={onRemove}
          label={`「${body.slice(0, 20)}」の書き込みを消す`}
        >
          書き込みを消す
        </Button>
      )}
    </li>
  );
}

type WritingProps = {
  readonly facilityId: string;
  readonly taskId: string;
  readonly onWritten: () => Promise<unknown>;
};

function Writing({ facilityId, taskId, onWritten }: WritingProps) {
  const [body, setBody] = useState('');
  const [missing, setMissing] = useState<FieldFaults>({});
  const write = useMutation(
    plans.comment.mutationOptions({
      onSuccess: async (_, sent) => {
        setBody((typed) => (typed === sent.body ? '' : typed));
        await onWritten();
      },
    }),
  );
  const faults = useMemo(() => ({ ...fieldFaults(write.error), ...missing }), [write.error, missing]);
  const send = () => {
    const empty = body.trim() === '';
    setMissing(empty ? { body: '書き込む内容を入力してください。' } : {});
    if (!empty && !write.isPending) write.mutate({ facilityId, taskId, body });
  };
  return (
    <Form onSubmit={send} faults={faults}>
      <RefusalNote error={write.error} title="書き込めませんでした" fields={['body']} />
      <TextArea
        label="書き込む内容"
        name="body"
        rows={3}
        maxLength={2_000}
        value={body}
        onChange={setBody}
        error={faults.body}
      />
      <div>
        <Button onPress={send} pending={write.isPending ? '書き込んでいます' : undefined}>
          やり取りに書き込む
        </Button>
      </div>
    </Form>
  );
}
