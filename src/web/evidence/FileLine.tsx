import { Button } from '#web/ui/Button.tsx';
import { Day } from '#web/ui/Day.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { fileWords } from './file-words.ts';
import { contentHref, type EvidenceView } from './queries.ts';

type FileLineProps = {
  readonly file: EvidenceView;
  readonly facilityId: string;
  /** Added since the report of an audit. */
  readonly isNew: boolean;
  /** Absent where the person may not take it away. */
  readonly onRemove: (() => void) | undefined;
};

/** One file: its name opens it, then what it is, who added it when. */
export function FileLine({ file, facilityId, isNew, onRemove }: FileLineProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 border-t border-solid-gray-100 py-1 first:border-t-0">
      <div className="min-w-0">
        <a
          href={contentHref(facilityId, file)}
          download={file.name}
          className="rounded-4 break-all text-blue-900 underline underline-offset-4 hover:decoration-2"
        >
          {file.name}
        </a>
        {isNew && (
          <span className="ml-2">
            <Tag tone="now">報告のあと</Tag>
          </span>
        )}
        <p className="text-note text-solid-gray-700">
          {fileWords(file)}・{file.addedBy.name}・<Day at={new Date(file.addedAt)} />
        </p>
      </div>
      {onRemove && (
        <span className="max-sm:-ml-3 sm:-mr-3">
          <Button size="small" look="quiet" label={`${file.name}のファイルを外す`} onPress={onRemove}>
            ファイルを外す
          </Button>
        </span>
      )}
    </li>
  );
}
