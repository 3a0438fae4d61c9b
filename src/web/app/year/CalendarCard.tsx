import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { CopyButton } from '#web/ui/CopyButton.tsx';
import { Day } from '#web/ui/Day.tsx';
import { notify } from '#web/ui/notify.ts';
import { calendarQuery, years } from './queries.ts';

/** The link by which the person's own calendar program shows the days; shown once, since it opens without signing in. */
export function CalendarCard({ facilityId }: { readonly facilityId: string }) {
  const client = useQueryClient();
  const { data: link } = useSuspenseQuery(calendarQuery(facilityId));
  const again = () => client.invalidateQueries({ queryKey: calendarQuery(facilityId).queryKey });
  const make = useMutation(years.makeCalendar.mutationOptions({ onSuccess: again }));
  const end = useMutation(
    years.endCalendar.mutationOptions({
      onSuccess: async () => {
        make.reset();
        await again();
        notify('カレンダーのリンクを使えなくしました。');
      },
    }),
  );
  return (
    <Card title="自分のカレンダーに出す">
      <p className="measure text-help text-solid-gray-700">
        お使いのカレンダー（予定表）に、上の期限（3か月先まで）を出せます。リンクを作り、カレンダーの「URLで追加」に貼ってください。数時間おきに新しくなります。
      </p>
      <RefusalNote error={make.error ?? end.error} title="リンクを変えられませんでした" />
      {make.data && <MadeLink path={make.data.path} />}
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button onPress={() => make.mutate({ facilityId })} pending={make.isPending ? '作っています' : undefined}>
          {link ? 'リンクを作り直す' : 'リンクを作る'}
        </Button>
        {link && (
          <Button look="quiet" flush="phone" onPress={() => end.mutate({ facilityId })}>
            リンクを使えなくする
          </Button>
        )}
        {link && (
          <span className="text-help">
            <Day at={new Date(link.madeAt)} />
            に作ったリンクが使えます。
          </span>
        )}
      </div>
    </Card>
  );
}

function MadeLink({ path }: { readonly path: string }) {
  const link = location.origin + path;
  return (
    <div className="mt-3 flex flex-col gap-3">
      <Callout tone="attention" announce title="リンクを出せるのは、今だけです">
        知っている人はだれでも、あなたに見える期限と件名を読めます。ほかの人に渡さないでください。前に作ったリンクは使えなくなりました。
      </Callout>
      <p className="break-all rounded-8 bg-solid-gray-50 p-3 font-mono text-help">{link}</p>
      <CopyButton text={link}>リンクを写す</CopyButton>
    </div>
  );
}
