import { openRun } from '#server/app/testing/installation.ts';
import { expect, test, withMamori } from './journey.ts';
import { lookAt } from './look-at.ts';
import { publishR8 } from './made-up-version.ts';
import { join, openFacility, setUpAdministrator } from './people.ts';
import { answerByApi, choose, itemsIn, question } from './questions.ts';

const form = 'checklist-institution';
const textOf = (label: string) => itemsIn(form).find((item) => item.label === label)?.text ?? '';

test('a new version is looked at before it is adopted; a run that was begun goes over, and only what changed is asked', async ({
  open,
}) => {
  await withMamori(async (mamori) => {
    const administrator = await setUpAdministrator(mamori.url, mamori.setupLink ?? '');
    const facility = await openFacility(administrator, { name: '汐見台総合病院', type: 'hospital', beds: 218 });
    const manager = await join(facility, '安全 守', ['safety-manager']);
    const run = await openRun(manager.caller, facility.id, form);
    await answerByApi(manager, run, form, ({ label }) => ({
      value: 'yes',
      note: label === '2-⑦' ? '13文字以上にした' : '',
    }));

    const admin = await open(administrator, mamori);
    await admin.goto('/admin/versions');
    await expect(admin.getByText('新しい版があります')).toHaveCount(0);
    await lookAt(admin);
    await publishR8(mamori, form);
    await admin.reload();
    await expect(admin.getByText('新しい版があります')).toBeVisible();
    await lookAt(admin);
    await admin.getByRole('link', { name: 'R8との違いを見る' }).click();
    await expect(admin.getByText('ほかの版で記入中の点検は10件未満（10施設未満）です。')).toBeVisible();
    const changed = admin.getByRole('region', { name: '文言が変わった項目' });
    await expect(changed.getByRole('listitem')).toHaveCount(2);
    await expect(changed).toContainText(textOf('2-⑦'));
    await lookAt(admin);
    await admin.getByRole('button', { name: 'R8を採用する' }).click();
    const dialog = admin.getByRole('alertdialog');
    await lookAt(admin);
    await dialog.getByRole('button', { name: 'R8を採用する' }).click();
    await expect(admin.getByText('これから始める点検でR8を使います。')).toBeVisible();
    const standing = admin.getByRole('main').getByRole('listitem').filter({ hasText: '医療機関確認用' });
    await expect(standing).toContainText('今使う版：R8');

    const page = await open(manager, mamori);
    await page.goto(run);
    await expect(page.getByText('新しい版があります：令和8年度版（R8）')).toBeVisible();
    await lookAt(page);
    await page.getByRole('button', { name: 'R8に移す' }).click();
    const moving = page.getByRole('alertdialog', { name: '令和8年度版（R8）に移しますか' });
    await expect(moving).toContainText('文言の同じ16問は、回答を引き継ぎます。');
    await lookAt(page);
    await moving.getByRole('button', { name: 'R8に移す' }).click();
    await expect(page.getByText('R8版に移しました。')).toBeVisible();

    await page.getByRole('link', { name: '新しい・文言が変わった 3' }).click();
    await page
      .getByRole('navigation', { name: '分野', exact: true })
      .getByRole('link', { name: /管理・運用/ })
      .click();
    await expect(page.getByRole('article')).toHaveCount(3);
    const password = question(page, '（試験用の文言）パスワードの長さを決め、間違いが続いたら使えなくしている');
    const beside = password.getByRole('region', { name: '前の文言と今の文言（2-⑦）' });
    await expect(beside).toContainText(textOf('2-⑦'));
    await expect(beside).toContainText('はい');
    await expect(beside).toContainText('13文字以上にした');
    await expect(password.getByRole('radio', { checked: true })).toHaveCount(0);
    await lookAt(page);
    await choose(password, 'はい');
    await expect(password.getByText(/^保存しました/)).toBeVisible();
    await page.getByRole('link', { name: 'すべて' }).click();
    await expect(question(page, textOf('2-①')).getByRole('radio', { name: 'はい' })).toBeChecked();
  });
});
