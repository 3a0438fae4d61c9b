import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';

test('an audit is planned with people independent of its areas; who is not is named with the reason', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '海辺診療所', type: 'clinic', beds: 0 });
  const executive = await join(facility, '院 長太郎', ['executive']);
  await join(facility, '監査 明', ['auditor']);
  await join(facility, '兼任 進', ['planner', 'auditor']);

  const chief = await open(executive);
  await chief.goto(`/facilities/${facility.id}`);
  await chief.getByRole('link', { name: '監査', exact: true }).first().click();
  await expect(chief.getByText('監査は、まだありません')).toBeVisible();
  await expect(chief.getByText('次の外部監査')).toBeVisible();
  await lookAt(chief);

  await chief.getByRole('link', { name: '監査を計画する' }).click();
  await expect(chief.getByText('兼任 進さんは選べません：企画管理者の役割があるため')).toBeVisible();
  await chief.getByRole('button', { name: '計画を保存する' }).click();
  await expect(chief.getByText('始める日は、年月日で入れてください（例: 2026-11-27）。')).toBeVisible();
  await lookAt(chief);
  await chief.getByLabel('始める日').fill('2026-12-01');
  await chief.getByLabel('終える日').fill('2026-11-01');
  await chief.getByRole('button', { name: '計画を保存する' }).click();
  await expect(chief.getByText('終える日を、始める日より前にはできません。')).toBeVisible();
  await chief.getByLabel('終える日').fill('2026-12-10');
  await chief.getByLabel('責任者', { exact: true }).selectOption({ label: '監査 明' });
  await chief.getByRole('button', { name: '残りの分野を責任者の受け持ちにする' }).click();
  await chief.getByLabel('体制を見る人').selectOption({ label: 'まだ決めない' });
  await chief.getByRole('button', { name: /対象の条項を選ぶ/ }).click();
  await chief.getByRole('checkbox', { name: /^3⑪/ }).press('Space');
  await lookAt(chief);
  await chief.getByRole('button', { name: '計画を保存する' }).click();
  await expect(chief.getByText('見る人のいない分野：体制')).toBeVisible();
  await lookAt(chief);

  await chief.getByRole('link', { name: '計画を直す' }).click();
  await chief.getByLabel('体制を見る人').selectOption({ label: '監査 明' });
  await lookAt(chief);
  await chief.getByRole('button', { name: '計画を保存する' }).click();
  await expect(chief.getByText('監査の計画を直しました。')).toBeVisible();
  await expect(chief.getByText('見る人のいない分野：')).toHaveCount(0);
  await chief.getByRole('link', { name: '監査', exact: true }).first().click();
  await expect(chief.getByText('責任者 監査 明')).toBeVisible();
  await lookAt(chief);
});
