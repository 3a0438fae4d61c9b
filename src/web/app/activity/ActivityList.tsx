import type { ReactNode } from 'react';
import { Card } from '#web/ui/Card.tsx';
import { Day } from '#web/ui/Day.tsx';
import { Disclosure } from '#web/ui/Disclosure.tsx';
import { byDay, folded } from './activity-days.ts';
import type { Entry } from './queries.ts';

const clock = new Intl.DateTimeFormat('ja-JP', { timeStyle: 'medium', timeZone: 'Asia/Tokyo' });

export function ActivityList({ entries }: { readonly entries: readonly Entry[] }) {
  return byDay(entries).map(({ title, at, entries: ofDay }) => (
    <Card key={title} title={<Day at={at} />}>
      <ol aria-label={`${title}の操作`}>
        {folded(ofDay).map((row) => (
          <Row key={row[0]?.id} row={row} />
        ))}
      </ol>
    </Card>
  ));
}

function Row({ row }: { readonly row: readonly Entry[] }) {
  const [latest] = row;
  if (!latest) return null;
  if (row.length === 1) return <Line entry={latest} />;
  return (
    <Line entry={{ ...latest, title: `${latest.title}（続けて${row.length}回）`, about: null }}>
      <Disclosure title="一つずつ見る">
        <ol className="text-help text-solid-gray-700">
          {row.map(({ id, at, about }) => (
            <li key={id} className="flex gap-x-4 py-0.5">
              <time dateTime={at} className="w-16 shrink-0 tabular-nums">
                {clock.format(new Date(at))}
              </time>
              <span className="min-w-0 flex-1">{about}</span>
            </li>
          ))}
        </ol>
      </Disclosure>
    </Line>
  );
}

type LineProps = { readonly entry: Entry; readonly children?: ReactNode };

function Line({ entry: { at, person, title, about }, children }: LineProps) {
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
        {children}
      </div>
    </li>
  );
}
