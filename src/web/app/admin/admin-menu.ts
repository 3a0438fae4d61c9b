import type { MenuGroup } from '../menu.ts';

export const adminMenu: readonly MenuGroup[] = [
  {
    title: 'まもり全体',
    entries: [
      { title: 'はじめに', href: '/admin', icon: 'home' },
      { title: '施設台帳', href: '/admin/register', further: ['/admin/facilities'], icon: 'building' },
      { title: '台帳の取り込み', short: '取り込み', href: '/admin/register/import', icon: 'upload' },
      { title: '施設をこえる組織', short: '組織', href: '/admin/organisations', icon: 'people' },
      { title: '点検票の版', short: '版', href: '/admin/versions', icon: 'list' },
      { title: '控え（バックアップ）', short: '控え', href: '/admin/backup', icon: 'download' },
      { title: 'パスワードの再設定', href: '/admin/reset', icon: 'lock' },
    ],
  },
];
