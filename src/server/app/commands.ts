import { assessCommand, assessUsage } from '../assessment/index.ts';
import { issueSetupLink } from '../identity/index.ts';
import { facilitiesCommand, facilitiesUsage } from '../organisation/index.ts';
import { planCommand, planUsage } from '../plan/index.ts';
import { activityCommand, activityUsage } from './activity-command.ts';
import { backupCommand, backupUsage } from './backup-command.ts';
import { openForCommand, openOwnerForBackup, openOwnerForCommand, openOwnerForRestore } from './command-database.ts';
import { tellLostOutput } from './lost-output.ts';
import { outboxUnder } from './mail-parts.ts';
import { mailTestCommand, mailTestUsage } from './mail-test-command.ts';
import { peopleCommand, peopleUsage } from './people-command.ts';
import { restoreCommand, restoreUsage } from './restore-command.ts';
import { secondFactorKey } from './second-factor-key.ts';
import { sessionsCommand, sessionsUsage } from './sessions-command.ts';
import { originOf, readSettings } from './settings.ts';

type Command = { readonly usage: string; run(args: readonly string[], root: string): Promise<number> };

const usage = [
  '使い方: npm run -s mamori -- 命令 …',
  '',
  '  assess --sheet 点検票 --answers ファイル   回答のファイルから結果を出します（サーバは要りません）',
  '  plan --answers ファイル --budget 円 --days 人日   予算と人日の中で、いちばん効く対策を選びます',
  '  facilities import ファイル                 施設台帳を取り込みます',
  '  activity verify                            操作の記録が変えられていないかを確かめます',
  '  backup ファイル                            中身すべてを、動かしたまま、1つのファイルに控えます',
  '  restore ファイル                           控えを確かめてから、空のデータベースに戻します',
  '  sessions end --email メール | --all        サインインをすべて終わらせます（端末の盗難など）',
  '  people record|erase --email メール            その人について持っているものを出す・アカウントを消す',
  '  mail-test 宛先                             メールの設定で試しに1通送り、届かない理由を言います',
  '  setup-link                                 最初の管理者の初期設定リンクを出し直します',
  '',
].join('\n');

const setupLinkUsage = '使い方: npm run -s mamori -- setup-link\n';

async function setupLink(args: readonly string[], root: string): Promise<number> {
  if (args.length > 0) {
    process.stderr.write(setupLinkUsage);
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
  assess: { usage: assessUsage, run: (args) => assessCommand(args, process) },
  plan: { usage: planUsage, run: (args) => planCommand(args, process) },
  facilities: {
    usage: facilitiesUsage,
    run: (args, root) => facilitiesCommand(args, process, () => openForCommand(readSettings(process.env, { root }))),
  },
  activity: {
    usage: activityUsage,
    run: (args, root) => activityCommand(args, process, () => openOwnerForCommand(readSettings(process.env, { root }))),
  },
  backup: {
    usage: backupUsage,
    run: (args, root) => backupCommand(args, process, () => readSettings(process.env, { root }), openOwnerForBackup),
  },
  restore: {
    usage: restoreUsage,
    run: (args, root) => restoreCommand(args, process, () => readSettings(process.env, { root }), openOwnerForRestore),
  },
  sessions: {
    usage: sessionsUsage,
    run: (args, root) => sessionsCommand(args, process, () => openForCommand(readSettings(process.env, { root }))),
  },
  people: {
    usage: peopleUsage,
    run: (args, root) =>
      peopleCommand(args, process, async () => {
        const settings = readSettings(process.env, { root });
        const database = await openForCommand(settings);
        const outbox = settings.smtp && outboxUnder(await secondFactorKey(settings));
        return { ...database, outbox, dataDir: settings.dataDir };
      }),
  },
  'mail-test': {
    usage: mailTestUsage,
    run: (args, root) => mailTestCommand(args, process, () => readSettings(process.env, { root })),
  },
  'setup-link': { usage: setupLinkUsage, run: setupLink },
};

const isHelp = (word: string | undefined): boolean => word === '--help' || word === '-h';

/** `npm run -s mamori -- …`: one command of the product; exit code 0 done, 2 wrong input or usage, 1 our fault. */
export async function runCommand([name, ...args]: readonly string[], root: string): Promise<number> {
  tellLostOutput(process);
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  const asked = name === 'help' || [name, ...args].some(isHelp);
  if (command && !asked) return command.run(args, root);
  process[asked ? 'stdout' : 'stderr'].write(command?.usage ?? usage);
  return asked ? 0 : 2;
}
