import { assessCommand } from '../assessment/index.ts';
import { issueSetupLink } from '../identity/index.ts';
import { facilitiesCommand } from '../organisation/index.ts';
import { activityCommand } from './activity-command.ts';
import { openForCommand, openOwnerForCommand } from './command-database.ts';
import { originOf, readSettings } from './settings.ts';

type Command = (args: readonly string[], root: string) => Promise<number>;

const usage = [
  '使い方: npm run -s mamori -- 命令 …',
  '',
  '  assess --sheet 点検票 --answers ファイル   回答のファイルから結果を出します（サーバは要りません）',
  '  facilities import ファイル                 施設台帳を取り込みます',
  '  activity verify                            操作の記録が変えられていないかを確かめます',
  '  setup-link                                 最初の管理者の初期設定リンクを出し直します',
  '',
].join('\n');

async function setupLink(args: readonly string[], root: string): Promise<number> {
  if (args.length > 0) {
    process.stderr.write('使い方: npm run -s mamori -- setup-link\n');
    return 2;
  }
  const settings = readSettings(process.env, { root });
  const { db, close } = await openForCommand(settings);
  try {
    process.stdout.write(`${originOf(settings)}${await issueSetupLink(db, new Date())}\n`);
    return 0;
  } finally {
    await close();
  }
}

const commands: Readonly<Record<string, Command>> = {
  assess: (args) => assessCommand(args, process),
  facilities: (args, root) =>
    facilitiesCommand(args, process, () => openForCommand(readSettings(process.env, { root }))),
  activity: (args, root) =>
    activityCommand(args, process, () => openOwnerForCommand(readSettings(process.env, { root }))),
  'setup-link': setupLink,
};

/** `npm run -s mamori -- …`: one command of the product; exit code 0 done, 2 wrong input or usage, 1 our fault. */
export async function runCommand([name, ...args]: readonly string[], root: string): Promise<number> {
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return command(args, root);
  const asked = name === undefined || name === 'help' || name === '--help';
  process[asked && name ? 'stdout' : 'stderr'].write(usage);
  return asked && name ? 0 : 2;
}
