import { expect, test } from './journey.ts';
import { lookAt, phone } from './look-at.ts';
import { join, openFacility } from './people.ts';

test('on a phone what can be done about a person stands behind one button, and a person is taken out by it', async ({
  open,
  mamori,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: 'みなと病院', type: 'hospital', beds: 120 });
  await join(facility, '運用 花子', ['operator']);
  const page = await open(facility.administrator, mamori, { viewport: phone, hasTouch: true });
  await page.goto(`/facilities/${facility.id}/members`);
  await lookAt(page);
  await page.getByRole('button', { name: /^運用 花子さん：\s*役割を変える・外す$/ }).click();
  const acts = page.getByRole('list', { name: '運用 花子さんにできること' });
  await expect(acts.getByRole('listitem')).toHaveText(['役割を変える', 'パスワードの再設定', '施設から外す']);
  await acts.getByRole('button', { name: '施設から外す' }).click();
  const dialog = page.getByRole('alertdialog', { name: '運用 花子さんを施設から外しますか' });
  await lookAt(page);
  await dialog.getByRole('button', { name: '施設から外す' }).click();
  await expect(page.getByText('運用 花子さんを施設から外しました。')).toBeVisible();
  await expect(page.getByRole('button', { name: /^運用 花子さん/ })).toHaveCount(0);
});
