import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { japaneseDay } from '#core/kernel/fiscal-year.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { enquiriesQuery, type ShownEnquiry } from '../calls.ts';
import { EnquiryDialog } from './EnquiryDialog.tsx';

type EnquiriesProps = {
  readonly facilityId: string;
  readonly writes: boolean;
  /** Whether noting an enquiry is what comes next on the page. */
  readonly first: boolean;
};

/** What was asked at the desk, the newest first. */
export function Enquiries({ facilityId, writes, first }: EnquiriesProps) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(enquiriesQuery(facilityId));
  const [open, setOpen] = useState<ShownEnquiry | 'new' | null>(null);
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Card
      title="問い合わせの記録"
      aside={
        writes && (
          <Button look={first ? 'primary' : 'secondary'} onPress={() => setOpen('new')}>
            問い合わせを記録する
          </Button>
        )
      }
    >
      <RefusalNote error={error} title="読めませんでした" />
      {data && entries.length === 0 && (
        <p className="measure">まだありません。聞かれたことと答えたことを、だれからかは書かずに残します。</p>
      )}
      <ul>
        {entries.map((entry) => (
          <Line key={entry.id} entry={entry} onEdit={writes ? () => setOpen(entry) : undefined} />
        ))}
      </ul>
      {hasNextPage && (
        <Button pending={isFetchingNextPage ? '読んでいます' : undefined} onPress={() => void fetchNextPage()}>
          前の問い合わせを見る
        </Button>
      )}
      {open && (
        <EnquiryDialog {...{ facilityId, enquiry: open === 'new' ? undefined : open }} onClose={() => setOpen(null)} />
      )}
    </Card>
  );
}

type LineProps = { readonly entry: ShownEnquiry; readonly onEdit: (() => void) | undefined };

function Line({ entry: { receivedOn, gist, reply, repliedOn, writtenBy }, onEdit }: LineProps) {
  const act = repliedOn === null ? '答えを書く' : '記録を直す';
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 border-t border-solid-gray-100 py-3 first:border-t-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="measure break-words whitespace-pre-line">{gist}</p>
        {reply !== '' && <p className="measure mt-1 break-words whitespace-pre-line">答え：{reply}</p>}
        <p className="mt-1 flex flex-wrap items-center gap-2 text-help text-solid-gray-700">
          {repliedOn === null && <Tag tone="attention">まだ答えていません</Tag>}
          <span>
            {[`${japaneseDay(receivedOn)}に受けた`, repliedOn && `${japaneseDay(repliedOn)}に答えた`]
              .filter(Boolean)
              .join('・')}
            ・書いた人 {writtenBy.name}
          </span>
        </p>
      </div>
      {onEdit && (
        <Button size="small" label={`${act}：${gist.slice(0, 40)}`} onPress={onEdit}>
          {act}
        </Button>
      )}
    </li>
  );
}
