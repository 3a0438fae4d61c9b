import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';

test('how long what is kept is told from the own account and from the log of the facility', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: 'みなと病院', type: 'hospital', beds: 120 });
  const planner = await join(facility, '企画 進', ['planner']);
  const page = await open(planner);
  await page.goto('/account');
  await page.getByRole('link', { name: '記録を残す期間' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '記録を残す期間' })).toBeVisible();
  const records = page.getByRole('table', { name: '施設と、まもり全体の記録の期間' });
  await expect(records.getByRole('row', { name: /外した証跡/ })).toContainText('外してから30日');
  await expect(records.getByRole('row', { name: /操作の記録（施設と組織）/ })).toContainText('だれも消せません。');
  const people = page.getByRole('table', { name: '人とアカウントの期間' });
  await expect(people.getByRole('row', { name: /どこにも属さない/ })).toContainText('最後に使ってから2年');
  await lookAt(page);
  await page.getByRole('link', { name: '自分の記録を受け取る・消す' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '自分の記録' })).toBeVisible();

  const above = await open(facility.administrator);
  await above.goto(`/facilities/${facility.id}/activity`);
  await above.getByRole('link', { name: '記録を残す期間' }).click();
  await expect(above.getByRole('heading', { level: 1, name: '記録を残す期間' })).toBeVisible();
});
