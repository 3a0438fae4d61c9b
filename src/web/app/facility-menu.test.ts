import { describe, expect, it } from 'vitest';
import { facilityMenu } from './facility-menu.ts';
import { currentEntry } from './menu.ts';

const titles = (roles: Parameters<typeof facilityMenu>[1]) =>
  facilityMenu('f', roles, 0).flatMap(({ entries }) => entries.map(({ title }) => title));

describe('facilityMenu', () => {
  it('shows a supporter what the agreement opens, and nothing of the people and the log', () => {
    expect(titles(['supporter', 'support-sheet'])).toEqual(['ホーム', '自己点検', '施設の情報']);
  });

  it('shows a planner what a planner may open', () => {
    expect(titles(['planner'])).toEqual([
      'ホーム',
      '1年の流れ',
      '自己点検',
      '取り組み',
      '監査',
      '経営者が決めること',
      'チェックリスト',
      'ガイドライン',
      'リスク',
      '規程・方針',
      '説明窓口',
      '第三者提供',
      '加算の証跡',
      '立入検査',
      '施設の情報',
      '職員と役割',
      '支援者',
      'アクセスキー',
    ]);
  });

  it('keeps the list of people from staff, who may not read it', () => {
    expect(titles(['staff'])).toEqual(['ホーム', '1年の流れ', '自己点検', '取り組み', '施設の情報']);
  });

  it('shows the activity log to those who may read it', () => {
    expect(titles(['auditor'])).toContain('操作の記録');
    expect(titles(['planner'])).not.toContain('操作の記録');
  });

  it('leads the administrators alone to what takes things out', () => {
    expect(titles(['facility-administrator'])).toContain('記録の持ち出し');
    expect(titles(['facility-administrator'])).toContain('ほかのシステムへの知らせ');
    expect(titles(['executive', 'safety-manager', 'auditor'])).not.toContain('記録の持ち出し');
    expect(titles(['executive', 'safety-manager', 'auditor'])).not.toContain('ほかのシステムへの知らせ');
  });

  it('counts the check sheet of an audit among the audits, and the runs of a checklist to the checklist', () => {
    const menu = facilityMenu('f', ['planner'], 0, { checklists: ['c'], audits: ['a'] });
    const lit = (run: string) => currentEntry(menu, `/facilities/f/runs/${run}`)?.title;
    expect([lit('a'), lit('c'), lit('own')]).toEqual(['監査', 'チェックリスト', '自己点検']);
  });

  it('counts what waits at the self-check', () => {
    const entries = facilityMenu('f', ['staff'], 3).flatMap((group) => group.entries);
    expect(entries.find(({ title }) => title === '自己点検')?.waiting).toBe(3);
  });
});
