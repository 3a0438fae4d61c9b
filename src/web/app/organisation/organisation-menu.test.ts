import { expect, test } from 'vitest';
import { organisationMenu } from './organisation-menu.ts';

const titles = (roles: Parameters<typeof organisationMenu>[1]) =>
  organisationMenu({ id: 'o', kind: 'network' }, roles).flatMap(({ entries }) => entries.map(({ title }) => title));

test('the log of an organisation stands in the menu of its administrators alone', () => {
  expect(titles(['organisation-administrator'])).toContain('操作の記録');
  expect(titles(['supporter', 'vendor-contact'])).not.toContain('操作の記録');
});
