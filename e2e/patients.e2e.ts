import { readFile } from 'node:fs/promises';
import { png } from '#server/platform/files/testing/sample-files.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';

test('the desk for patients, what is asked there and what is given to third parties are kept without names', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '汐見台総合病院', type: 'hospital', beds: 218 });
  const planner = await join(facility, '企画 進', ['planner']);
  const auditor = await join(facility, '監査 明', ['auditor']);
  const page = await open(planner);
  await page.goto(`/facilities/${facility.id}`);
  await page.getByRole('link', { name: '説明窓口' }).first().click();
  await expect(page.getByText('まだ登録していません。場所、担当、時間、知らせ方を書きます。')).toBeVisible();
  await lookAt(page);
  await page.getByRole('button', { name: '窓口を登録する' }).click();
  const desk = page.getByRole('dialog', { name: '窓口を登録する' });
  await desk.getByRole('button', { name: '保存する' }).click();
  await expect(desk.getByText('窓口の場所を書いてください。')).toBeVisible();
  await desk.getByLabel('場所').fill('1階 総合受付');
  await desk.getByLabel('時間').fill('平日 9時から17時');
  await desk.getByLabel('知らせ方').fill('受付に掲示');
  await lookAt(page);
  await desk.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText('平日 9時から17時')).toBeVisible();
  await expect(page.getByRole('button', { name: '窓口を直す' })).toBeVisible();

  await page.getByRole('button', { name: '問い合わせを記録する' }).click();
  const asked = page.getByRole('dialog', { name: '問い合わせを記録する' });
  await expect(asked.getByText('患者さんの氏名・番号・病名は書かないでください。')).toBeVisible();
  await asked.getByLabel('受けた日').fill('2026-11-20');
  await asked.getByLabel('何についての問い合わせか').fill('診療記録の開示の手続き');
  await lookAt(page);
  await asked.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText('まだ答えていません')).toBeVisible();
  await page.getByRole('button', { name: '答えを書く：診療記録の開示の手続き' }).click();
  const answered = page.getByRole('dialog', { name: '問い合わせの答えを書く' });
  await answered.getByLabel('答えたこと').fill('用紙を渡して案内した');
  await answered.getByLabel('答えた日').fill('2026-11-19');
  await answered.getByRole('button', { name: '保存する' }).click();
  await expect(answered.getByText('答えた日は、受けた日か、そのあとの日にしてください。')).toBeVisible();
  await answered.getByLabel('答えた日').fill('2026-11-21');
  await answered.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText('令和8年11月20日に受けた・令和8年11月21日に答えた')).toBeVisible();
  await lookAt(page);

  await page.getByRole('link', { name: '第三者提供', exact: true }).first().click();
  await expect(page.getByText('まだ記録がありません')).toBeVisible();
  await lookAt(page);
  await page.getByRole('button', { name: '第三者提供を記録する' }).click();
  const given = page.getByRole('dialog', { name: '第三者提供を記録する' });
  await given.getByLabel('提供した相手').fill('港南大学病院');
  await given.getByLabel('提供した情報の種類').fill('紹介状と検査画像');
  await given.getByLabel('責任範囲を決めた書面').fill('連携協定書（令和8年4月1日）');
  await lookAt(page);
  await given.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText('責任範囲の書面：連携協定書（令和8年4月1日）')).toBeVisible();
  await page.getByRole('button', { name: /^書面のファイル/ }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'ファイルを選ぶ' }).click();
  await (await chooser).setFiles({ name: '連携協定書.png', mimeType: 'image/png', buffer: Buffer.from(png) });
  await expect(page.getByRole('link', { name: '連携協定書.png' })).toBeVisible();
  await lookAt(page);
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSVで受け取る' }).click(),
  ]);
  expect((await readFile(await csv.path())).toString()).toContain('港南大学病院');

  const seen = await open(auditor);
  await seen.goto(`/facilities/${facility.id}/clauses/GOV7-1-17`);
  await seen.getByRole('link', { name: '責任範囲の書面がある第三者提供 1件' }).click();
  await expect(seen.getByText('紹介状と検査画像')).toBeVisible();
  await expect(seen.getByRole('button', { name: /記録する|直す/ })).toHaveCount(0);
  await lookAt(seen);
});
