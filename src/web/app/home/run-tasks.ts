import { type Facts, isComplete, type RunFacts } from './facts.ts';
import { answersEverything, personMay, runHref, type Task } from './task.ts';

const shownTitles = 3;

function listed(titles: readonly string[]): string {
  const shown = titles.slice(0, shownTitles).join('、');
  return titles.length > shownTitles ? `${shown} ほか${titles.length - shownTitles}分野` : shown;
}

/** Areas handed to this person. */
export function myAreaTasks(facts: Facts): readonly Task[] {
  return facts.myAreas.map(({ runId, sheetTitle, titles, left }) => ({
    key: `mine-${runId}`,
    tone: 'attention',
    title: `担当の分野に答える（残り${left}問）`,
    detail: `${sheetTitle}：${listed(titles)}`,
    act: { label: '担当に答える', href: runHref(facts, runId, 'mine') },
  }));
}

/** Answers taken over from last year that nobody has looked at yet. */
export function confirmTasks(facts: Facts): readonly Task[] {
  if (!answersEverything(facts)) return [];
  return [facts.main, facts.network].flatMap((run) => {
    if (!run || run.status === 'submitted' || run.toConfirm === 0) return [];
    return {
      key: `confirm-${run.id}`,
      tone: 'attention' as const,
      title: `前回から引き継いだ${run.toConfirm}問を確かめる`,
      detail: `${run.sheetTitle}：今も同じか、一問ずつ確かめます`,
      act: { label: '回答を確かめる', href: runHref(facts, run.id, 'to-confirm') },
    };
  });
}

/** What an open run of one sheet needs next: answers, or its submission. */
function openRunTask(facts: Facts, run: RunFacts, name: string): readonly Task[] {
  const href = runHref(facts, run.id);
  const count = `${run.items}問のうち${run.answered - run.toConfirm}問に回答済み`;
  if (!isComplete(run)) {
    if (run.answered === run.items) return [];
    return [
      { key: run.id, tone: 'now', title: `${name}の続きに答える`, detail: count, act: { label: '続きに答える', href } },
    ];
  }
  return [
    {
      key: run.id,
      tone: 'attention',
      title: `${name}を提出する`,
      detail: 'すべて答えました。提出すると結果が決まります',
      act: { label: '提出に進む', href },
    },
  ];
}

/** The facility's own sheet, from beginning to submission. */
export function mainTasks(facts: Facts): readonly Task[] {
  const { main, mainSheet, sheets } = facts;
  if (!answersEverything(facts)) return [];
  if (main) return ownRunTask(facts, main, '点検票');
  const { title = '', size = '' } = sheets[mainSheet] ?? {};
  return [
    {
      key: 'begin-main',
      tone: 'now',
      title: '今年度の点検を始める',
      detail: `${title}の点検票（${size}）。途中でやめて、あとで続けられます`,
      act: { label: '点検を始める', begin: mainSheet },
    },
  ];
}

/** The twelve questions for the network level. */
export function networkTasks(facts: Facts): readonly Task[] {
  const { network, sheets } = facts;
  if (!answersEverything(facts)) return [];
  if (network) return ownRunTask(facts, network, 'ネットワークの段階');
  return [
    {
      key: 'begin-network',
      tone: 'now',
      title: '院内ネットワークの段階を調べる',
      detail: `${sheets['network-level']?.size ?? ''}。はい・いいえで答えます`,
      act: { label: '段階を調べる', begin: 'network-level' },
    },
  ];
}

function ownRunTask(facts: Facts, run: RunFacts, name: string): readonly Task[] {
  if (run.status === 'submitted') return [];
  if (isComplete(run) && !personMay(facts, 'sheet.submit')) return [];
  return openRunTask(facts, run, name);
}

/** An executive's own run. */
export function executiveTasks(facts: Facts): readonly Task[] {
  const { executive, person, sheets } = facts;
  if (!person.roles.includes('executive') || executive?.status === 'submitted') return [];
  if (executive) return openRunTask(facts, executive, '経営層の点検票');
  return [
    {
      key: 'begin-executive',
      tone: 'now',
      title: '経営層の点検票に答える',
      detail: `${sheets.executive?.size ?? ''}。あなたの回答は、ほかの人には見えません`,
      act: { label: '点検を始める', begin: 'executive' },
    },
  ];
}
