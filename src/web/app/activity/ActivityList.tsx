import { Card } from '#web/ui/Card.tsx';
import { Day } from '#web/ui/Day.tsx';
import { byDay } from './activity-days.ts';
import type { Entry } from './queries.ts';

const clock = new Intl.DateTimeFormat('ja-JP', { timeStyle: 'medium', timeZone: 'Asia/Tokyo' });

export function ActivityList({ entries }: { readonly entries: readonly Entry[] }) {
  return byDay(entries).map(({ title, at, entries: ofDay }) => (
    <Card key={title} title={<Day at={at} />}>
      <ol aria-label={`${title}の操作`}>
        {ofDay.map((entry) => (
          <Line key={entry.id} entry={entry} />
        ))}
      </ol>
    </Card>
  ));
}

function Line({ entry: { at, person, title, about } }: { readonly entry: Entry }) {
  return (
    <li className="flex gap-x-4 border-t border-solid-gray-100 py-2 first:border-t-0">
      <time dateTime={at} className="w-20 shrink-0 text-help leading-7 text-solid-gray-700 tabular-nums">
        {clock.format(new Date(at))}
      </time>
      <div className="min-w-0 flex-1 wrap-anywhere">
        <p>
          <span className="font-700">{person ? `${person.name}さん` : '登録のない人'}</span>が、{title}
        </p>
        {about && <p className="text-help text-solid-gray-700">{about}</p>}
      </div>
    </li>
  );
}
