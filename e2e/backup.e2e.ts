import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeBackup, tellTrial } from './backups.ts';
import { expect, test, withMamori } from './journey.ts';
import { lookAt } from './look-at.ts';
import { setUpAdministrator } from './people.ts';

test('the system administrator is told what to set where no backups are made', async ({ open, administrator }) => {
  const page = await open(administrator);
  await page.goto('/admin');
  await page.getByRole('link', { name: '控え' }).first().click();
  await expect(page.getByRole('heading', { name: '控え（バックアップ）' })).toBeVisible();
  await expect(page.getByText('定期の控えは、まだ設定されていません')).toBeVisible();
  await expect(page.getByText('MAMORI_BACKUP_DIR')).toBeVisible();
  await lookAt(page);
});

test('where they are, the page says when, and warns of a folder nobody encrypts', async ({ open }) => {
  const folder = await mkdtemp(join(tmpdir(), 'mamori-backups-'));
  await withMamori(
    async (mamori) => {
      const page = await open(await setUpAdministrator(mamori.url, mamori.setupLink ?? ''), mamori);
      await page.goto('/admin/backup');
      await expect(page.getByText('毎日 04:30')).toBeVisible();
      await expect(page.getByText('控えを暗号化していません')).toBeVisible();
      await expect(page.getByText('まだ行っていません')).toBeVisible();
      await lookAt(page);

      await takeBackup(mamori, folder);
      await page.reload();
      await expect(page.getByText('✓ 戻せました')).toBeVisible();
      await expect(page.getByText('✓ 取れました')).toBeVisible();
      await lookAt(page);
      await rm(folder, { recursive: true });
      await takeBackup(mamori, folder);
      await page.reload();
      await expect(page.getByText('最後の控えを取れませんでした')).toBeVisible();
      await expect(page.getByText('✓ 戻せました')).toBeVisible();
      await lookAt(page);
      await tellTrial(mamori, { state: 'failed', failure: 'proof' });
      await page.reload();
      await expect(page.getByText('復元テストに失敗しました')).toBeVisible();
      await lookAt(page);
    },
    { MAMORI_BACKUP_DIR: folder, MAMORI_BACKUP_TIME: '04:30' },
  );
  await rm(folder, { recursive: true, force: true });
});
