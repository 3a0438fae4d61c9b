import { fewestForSpread } from '#core/assessment/mirror.ts';
import { sheetScoreText } from '#core/assessment/score-text.ts';
import { facilityTypeTitles, hasBeds } from '#core/organisation/facility.ts';
import { asksExecutives, type Facts, homeOf } from './facts.ts';
import { answersEverything, personMay, runHref, type Task } from './task.ts';

/** What the register only guesses decides the sheet and the class the facility is compared with. */
export function guessTasks(facts: Facts): readonly Task[] {
  const { typeGuessed, type } = facts.profile;
  if (!typeGuessed || !personMay(facts, 'facility.edit')) return [];
  return [
    {
      key: 'type',
      tone: 'attention',
      title: '施設の種類を確かめる',
      detail: `名前から「${facilityTypeTitles[type]}」と推定しています。使う点検票と、比べる相手が決まります`,
      act: { label: '種類を確かめる', href: `${homeOf(facts)}/profile` },
    },
  ];
}

export function bedTasks(facts: Facts): readonly Task[] {
  const { beds, type, typeGuessed } = facts.profile;
  if (!hasBeds(type) || beds !== null || typeGuessed || !personMay(facts, 'facility.edit')) return [];
  return [
    {
      key: 'beds',
      tone: 'now',
      title: '病床数を入れる',
      detail: '同じ規模の施設と結果を比べられるようになります',
      act: { label: '病床数を入れる', href: `${homeOf(facts)}/profile` },
    },
  ];
}

/** A long sheet is answered faster by many. */
export function assignTasks(facts: Facts): readonly Task[] {
  const { main, members = 0, sheets } = facts;
  if (!main || main.status === 'submitted' || main.assigned > 0 || main.answered === main.items) return [];
  if (facts.mainSheet !== 'hospital' || members < 2 || !personMay(facts, 'sheet.assign')) return [];
  return [
    {
      key: 'assign',
      tone: 'now',
      title: '分野の担当を決める',
      detail: `${sheets.hospital?.size ?? ''}を、分かる人に割り振って手分けします`,
      act: { label: '担当を決める', href: runHref(facts, main.id) },
    },
  ];
}

export function resultTasks(facts: Facts): readonly Task[] {
  const { result } = facts;
  if (!result || result.preview || result.fiscalYear !== facts.fiscalYear) return [];
  if (!personMay(facts, 'result.read')) return [];
  return [
    {
      key: 'result',
      tone: 'now',
      title: '結果と、まず取り組む対策を見る',
      detail: `総合 ${sheetScoreText(result.score)}・対策が要る分野 ${result.weakAreas}分野`,
      act: { label: '結果を見る', href: `${runHref(facts, result.runId)}/result` },
    },
  ];
}

/** The ministry checklist, once there are answers that speak for its items. */
export function checklistTasks(facts: Facts): readonly Task[] {
  const { main, checklist } = facts;
  if (main?.status !== 'submitted' || checklist?.status === 'submitted') return [];
  if (!answersEverything(facts) || !personMay(facts, 'result.read')) return [];
  const href = `${homeOf(facts)}/compliance`;
  const title = checklist ? 'チェックリストの続きに答える' : 'チェックリストに答える';
  const detail = '立入検査で確かめられる項目です。提出した点検の回答から、考えられる答えが並びます';
  return [
    { key: 'checklist', tone: 'now', title, detail, act: { label: checklist ? '続きに答える' : 'リストを開く', href } },
  ];
}

/** Executives answer one by one; once enough have, their view is set beside the result. */
export function executivesTasks(facts: Facts): readonly Task[] {
  const { members, invited = 0, answered } = facts.executives;
  if (members === undefined || !asksExecutives(facts) || !personMay(facts, 'member.invite')) return [];
  const people = `${homeOf(facts)}/members`;
  if (members + invited === 0) {
    return [
      {
        key: 'executives',
        tone: 'now',
        title: '経営層を招く',
        detail: `院長・事務長などが答えると、担当者との見方のずれが分かります（${fewestForSpread}人から）`,
        act: { label: '経営層を招く', href: `${people}/invite?role=executive` },
      },
    ];
  }
  if (answered === undefined || answered >= members + invited) return [];
  const waiting = invited > 0 ? `・招待中 ${invited}人` : '';
  return [
    {
      key: 'executives',
      tone: 'later',
      title: '経営層の回答を待っています',
      detail: `${members}人のうち${answered}人が提出済み${waiting}`,
      act: { label: '人を見る', href: people },
    },
  ];
}

/** What waits for an executive's decision. */
export function decisionTasks(facts: Facts): readonly Task[] {
  const [first, ...rest] = facts.decisions;
  if (first === undefined) return [];
  return [
    {
      key: 'decisions',
      tone: 'attention',
      title: `経営者が決めることが${rest.length + 1}件あります`,
      detail: `「${first}」${rest.length > 0 ? `ほか${rest.length}件` : ''}`,
      act: { label: '決める案を見る', href: `${homeOf(facts)}/decisions` },
    },
  ];
}

export function aloneTasks(facts: Facts): readonly Task[] {
  if (facts.members !== 1 || !personMay(facts, 'member.invite')) return [];
  return [
    {
      key: 'alone',
      tone: 'later',
      title: '一緒に点検する人を招く',
      detail: '今はあなた一人です。リンクを渡すだけで加われます',
      act: { label: '職員を招く', href: `${homeOf(facts)}/members/invite` },
    },
  ];
}
