import { dueDoors, duePath, dueState, isNobodys } from '#core/kernel/due.ts';
import { dayInJapan, japaneseDay } from '#core/kernel/fiscal-year.ts';
import { type Facts, homeOf } from './facts.ts';
import type { Task } from './task.ts';

const mostShown = 5;

/** What the person has taken on or sees to, and is near its day or past it; of many the first few, and where the others are. */
export function dueTasks(facts: Facts): readonly Task[] {
  const { facilityId, dues } = facts;
  const today = dayInJapan(new Date());
  const shown = dues.slice(0, mostShown).map((due): Task => {
    const late = dueState(due.dueOn, today) === 'late';
    const day = late ? `期限の${japaneseDay(due.dueOn)}を過ぎています` : `期限 ${japaneseDay(due.dueOn)}`;
    return {
      key: `due ${due.kind} ${due.id}`,
      tone: late ? 'attention' : 'now',
      title: due.title,
      detail: isNobodys(due) ? `${day}。担当がいません` : day,
      namesThing: true,
      act: { label: dueDoors[due.kind], href: duePath(facilityId, due) },
    };
  });
  if (dues.length <= mostShown) return shown;
  const rest: Task = {
    key: 'dues',
    tone: 'now',
    title: `ほかに、期限の近いことが${dues.length - mostShown}件あります`,
    detail: '期限の早いものから並べた一覧で確かめられます',
    act: { label: '一覧を見る', href: `${homeOf(facts)}/year` },
  };
  return [...shown, rest];
}
