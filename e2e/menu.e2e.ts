import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';

test('every entry of the menu leads to its page, for an administrator and for staff', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: 'みなと病院', type: 'hospital', beds: 218 });
  for (const who of [facility.administrator, await join(facility, '病棟 光', ['staff'])]) {
    const page = await open(who);
    await page.goto(`/facilities/${facility.id}`);
    const entries = page.getByRole('navigation', { name: 'メニュー' }).getByRole('link');
    await expect(entries.first()).toBeVisible();
    const names = await entries.allTextContents();
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) {
      await entries.filter({ hasText: name }).click();
      await expect(entries.filter({ hasText: name })).toHaveAttribute('aria-current', 'page');
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/ページがありません|開けません/);
    }
  }
});

test('on a computer in another time zone days and times are those of Japan', async ({ open, administrator }) => {
  const facility = await openFacility(administrator, { name: 'みなと病院', type: 'hospital', beds: 218 });
  const page = await open(facility.administrator, undefined, { timezoneId: 'America/Los_Angeles' });
  await page.goto(`/facilities/${facility.id}/activity`);
  const now = new Date();
  const day = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
    dateStyle: 'long',
    timeZone: 'Asia/Tokyo',
  }).format(now);
  await expect(page.getByRole('heading', { level: 2 }).filter({ hasText: day })).toBeVisible();
  const hour = new Intl.DateTimeFormat('ja-JP', { hour: 'numeric', hour12: false, timeZone: 'Asia/Tokyo' }).format(now);
  await expect(page.getByText(new RegExp(`^${hour.replace('時', '')}:\\d\\d:\\d\\d$`)).first()).toBeVisible();
  await lookAt(page);
});
