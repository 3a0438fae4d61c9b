import { japaneseMoment } from '#core/kernel/fiscal-year.ts';
import { Button } from '#web/ui/Button.tsx';
import type { TaskView } from '../calls.ts';

export type CommentView = TaskView['comments'][number];

type CommentListProps = {
  readonly comments: readonly CommentView[];
  /** Takes one back; undefined for those the reader may not. */
  readonly removal?: (comment: CommentView) => (() => void) | undefined;
};

/** What people wrote, in the order it came. */
export function CommentList({ comments, removal }: CommentListProps) {
  if (comments.length === 0) return <p className="text-help text-solid-gray-700">まだ、だれも書いていません。</p>;
  return (
    <ul className="flex flex-col gap-3">
      {comments.map((one) => (
        <Comment key={one.id} comment={one} onRemove={removal?.(one)} />
      ))}
    </ul>
  );
}

type CommentProps = { readonly comment: CommentView; readonly onRemove: (() => void) | undefined };

function Comment({ comment, onRemove }: CommentProps) {
  const { body, writtenBy, writtenAt, removedAt } = comment;
  return (
    <li className="rounded-8 bg-solid-gray-50 p-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <p className="text-help text-solid-gray-700">
          {writtenBy.name}・{japaneseMoment(new Date(writtenAt))}
        </p>
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
      </div>
      {removedAt ? (
        <p className="text-help text-solid-gray-700">書いた人が消しました。</p>
      ) : (
        <p className="measure break-words whitespace-pre-line">{body}</p>
      )}
    </li>
  );
}
