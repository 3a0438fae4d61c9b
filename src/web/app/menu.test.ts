import { describe, expect, it } from 'vitest';
import { barEntries, currentEntry, type MenuGroup } from './menu.ts';

const groups: readonly MenuGroup[] = [
  {
    title: '毎年の流れ',
    entries: [
      { title: 'ホーム', href: '/facilities/1', icon: 'home', inBar: true },
      { title: '自己点検', href: '/facilities/1/runs', icon: 'list', inBar: true },
    ],
  },
  { title: '台帳', entries: [{ title: '職員', href: '/facilities/1/members', icon: 'people' }] },
];

describe('currentEntry', () => {
  it('is the entry with the longest address that the path begins with', () => {
    expect(currentEntry(groups, '/facilities/1/runs/7')?.title).toBe('自己点検');
    expect(currentEntry(groups, '/facilities/1')?.title).toBe('ホーム');
  });

  it('is the one that claims a page which stands at an address of another', () => {
    const [flow] = groups;
    const checklist = { title: 'チェックリスト', href: '/facilities/1/compliance', icon: 'clipboard' as const };
    const claiming = { ...checklist, further: ['/facilities/1/runs/8'] };
    const menu = [{ title: '', entries: [...(flow?.entries ?? []), claiming] }];
    expect(currentEntry(menu, '/facilities/1/runs/8')?.title).toBe('チェックリスト');
    expect(currentEntry(menu, '/facilities/1/runs/8/result')?.title).toBe('チェックリスト');
    expect(currentEntry(menu, '/facilities/1/runs/7')?.title).toBe('自己点検');
  });

  it('does not take an address that only begins with the same letters', () => {
    expect(currentEntry(groups, '/facilities/12')).toBeUndefined();
  });
});

describe('barEntries', () => {
  it('are the marked entries', () => {
    expect(barEntries(groups).map(({ title }) => title)).toEqual(['ホーム', '自己点検']);
  });

  it('are the first four where none is marked', () => {
    const many = Array.from({ length: 6 }, (_, place) => {
      return { title: String(place), href: `/${place}`, icon: 'list' as const };
    });
    expect(barEntries([{ title: '', entries: many }])).toEqual(many.slice(0, 4));
  });
});
