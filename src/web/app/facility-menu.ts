import { may, type Permission, type Role } from '#core/identity/role.ts';
import type { MenuEntry, MenuGroup } from './menu.ts';

type Door = MenuEntry & { readonly permission: Permission };

/** What the facility itself is, and who comes in. */
const facilityDoors = (home: string): readonly Door[] => [
  { title: '施設の情報', href: `${home}/profile`, icon: 'building', permission: 'facility.read' },
  { title: '職員と役割', href: `${home}/members`, icon: 'people', permission: 'member.read' },
  { title: '支援者', href: `${home}/support`, icon: 'person', permission: 'support.read' },
  { title: 'アクセスキー', href: `${home}/tokens`, icon: 'key', permission: 'token.create' },
  {
    title: 'ほかのシステムへの知らせ',
    short: '知らせ',
    href: `${home}/webhooks`,
    icon: 'upload',
    permission: 'webhook.manage',
  },
  { title: '操作の記録', href: `${home}/activity`, icon: 'lock', permission: 'activity.read' },
  { title: '記録の持ち出し', href: `${home}/leaving`, icon: 'download', permission: 'facility.export' },
];

/** Runs that are no self-check: of the checklist, and the check sheets of audits. */
export type RunsElsewhere = { readonly checklists?: readonly string[]; readonly audits?: readonly string[] };

/** The steps of a year, in their order. */
const flowDoors = (home: string, waiting: number, audits: readonly string[]): readonly Door[] => [
  { title: 'ホーム', href: home, icon: 'home', permission: 'facility.read' },
  {
    title: '1年の流れ',
    short: '1年',
    href: `${home}/year`,
    icon: 'calendar',
    permission: 'task.read',
  },
  { title: '自己点検', href: `${home}/runs`, icon: 'list', permission: 'sheet.read', waiting },
  { title: '取り組み', href: `${home}/tasks`, icon: 'check', permission: 'task.read' },
  {
    title: '監査',
    href: `${home}/audits`,
    further: audits.map((id) => `${home}/runs/${id}`),
    icon: 'search',
    permission: 'audit.read',
  },
  {
    title: '経営者が決めること',
    short: '決めること',
    href: `${home}/decisions`,
    icon: 'stamp',
    permission: 'decision.read',
  },
];

/** The entries of a facility that work and that somebody with these roles may open. */
export function facilityMenu(
  facilityId: string,
  roles: readonly Role[],
  waiting: number,
  { checklists = [], audits = [] }: RunsElsewhere = {},
): MenuGroup[] {
  const home = `/facilities/${facilityId}`;
  const registers: readonly Door[] = [
    {
      title: 'チェックリスト',
      short: 'チェック',
      href: `${home}/compliance`,
      further: checklists.map((id) => `${home}/runs/${id}`),
      icon: 'clipboard',
      permission: 'result.read',
    },
    { title: 'ガイドライン', href: `${home}/clauses`, icon: 'book', permission: 'clause.read' },
    { title: 'リスク', href: `${home}/risks`, icon: 'attention', permission: 'risk.read' },
    { title: '規程・方針', href: `${home}/regulations`, icon: 'book', permission: 'regulation.read' },
    { title: '説明窓口', href: `${home}/desk`, icon: 'people', permission: 'patient.read' },
    { title: '第三者提供', href: `${home}/provisions`, icon: 'upload', permission: 'patient.read' },
    { title: '加算の証跡', href: `${home}/fee-rules`, icon: 'clipboard', permission: 'fee.read' },
    { title: '立入検査', href: `${home}/inspection`, icon: 'print', permission: 'inspection.take' },
  ];
  const open = (doors: readonly Door[]) =>
    doors.filter(({ permission }) => may(roles, permission)).map(({ permission: _, ...entry }) => entry);
  return [
    { title: '毎年の流れ', entries: open(flowDoors(home, waiting, audits)) },
    ...[{ title: '台帳', entries: open(registers) }].filter(({ entries }) => entries.length > 0),
    { title: '施設', entries: open(facilityDoors(home)) },
  ];
}
