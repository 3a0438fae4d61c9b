import { expect, test } from 'vitest';
import { recordPage } from './record-page.ts';

const takenAt = new Date('2026-11-21T03:00:00Z');
const at = new Date('2026-04-01T00:30:00Z');
const place = { id: '0b2b6b0e-6f0e-4c39-9d0b-0d6d2a4f6a11', name: '<b>みなと</b>病院' };

test('the page says in words what, where and when, in Japan’s time, and runs nothing of what it shows', () => {
  const page = recordPage({
    takenAt,
    rows: [
      { kind: 'member', at, place, detail: { roles: 'planner staff' } },
      { kind: 'act', at, place, detail: { act: 'sheet.answered', subject: null } },
      { kind: 'passkey', at, place: null, detail: { name: '<script>alert(1)</script>' } },
    ],
  });
  expect(page).toContain('加わっている施設（1件）');
  expect(page).toContain(
    '<td>2026-04-01 09:30</td><td>&lt;b&gt;みなと&lt;/b&gt;病院</td><td>役割：企画管理者・職員</td>',
  );
  expect(page).toContain('操作：設問に答えた');
  expect(page).not.toContain('<script>');
  expect(page).not.toContain('答えた設問（');
});
