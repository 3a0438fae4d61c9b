import { openForCommand, openOwnerForBackup, openOwnerForCommand, openOwnerForRestore } from './command-database.ts';
import { tellLostOutput } from './lost-output.ts';
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

const settingsIn = (root: string) => readSettings(process.env, { root });

const setupLinkUsage = '使い方: npm run -s mamori -- setup-link\n';

async function setupLink(args: readonly string[], root: string): Promise<number> {
  if (args.length > 0) {
    process.stderr.write(setupLinkUsage);
    return 2;
  }
  const { issueSetupLink } = await import('../identity/index.ts');
  const settings = settingsIn(root);
  const { db, close } = await openForCommand(settings);
  try {
    process.stdout.write(`${originOf(settings)}${await issueSetupLink(db, new Date())}\n`);
    return 0;
  } finally {
    await close();
  }
}

/** Each is read when it is called: to read the whole product takes longer than most of them work. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  assess: async () => {
    const { assessCommand, assessUsage: usage } = await import('../assessment/index.ts');
    return { usage, run: (args) => assessCommand(args, process) };
  },
  plan: async () => {
    const { planCommand, planUsage: usage } = await import('../plan/index.ts');
    return { usage, run: (args) => planCommand(args, process) };
  },
  facilities: async () => {
    const { facilitiesCommand, facilitiesUsage: usage } = await import('../organisation/index.ts');
    return { usage, run: (args, root) => facilitiesCommand(args, process, () => openForCommand(settingsIn(root))) };
  },
  activity: async () => {
    const { activityCommand, activityUsage: usage } = await import('./activity-command.ts');
    return { usage, run: (args, root) => activityCommand(args, process, () => openOwnerForCommand(settingsIn(root))) };
  },
  backup: async () => {
    const { backupCommand, backupUsage: usage } = await import('./backup-command.ts');
    return { usage, run: (args, root) => backupCommand(args, process, () => settingsIn(root), openOwnerForBackup) };
  },
  restore: async () => {
    const { restoreCommand, restoreUsage: usage } = await import('./restore-command.ts');
    return { usage, run: (args, root) => restoreCommand(args, process, () => settingsIn(root), openOwnerForRestore) };
  },
  sessions: async () => {
    const { sessionsCommand, sessionsUsage: usage } = await import('./sessions-command.ts');
    return { usage, run: (args, root) => sessionsCommand(args, process, () => openForCommand(settingsIn(root))) };
  },
  people: async () => {
    const { peopleCommand, peopleUsage: usage } = await import('./people-command.ts');
    return { usage, run: (args, root) => peopleCommand(args, process, () => openForPeople(root)) };
  },
  'mail-test': async () => {
    const { mailTestCommand, mailTestUsage: usage } = await import('./mail-test-command.ts');
    return { usage, run: (args, root) => mailTestCommand(args, process, () => settingsIn(root)) };
  },
  'setup-link': async () => ({ usage: setupLinkUsage, run: setupLink }),
};

async function openForPeople(root: string) {
  const [{ outboxUnder }, { secondFactorKey }] = await Promise.all([
    import('./mail-parts.ts'),
    import('./second-factor-key.ts'),
  ]);
  const settings = settingsIn(root);
  const database = await openForCommand(settings);
  const outbox = settings.smtp && outboxUnder(await secondFactorKey(settings));
  return { ...database, outbox, dataDir: settings.dataDir };
}

const isHelp = (word: string | undefined): boolean => word === '--help' || word === '-h';

/** `npm run -s mamori -- …`: one command of the product; exit code 0 done, 2 wrong input or usage, 1 our fault. */
export async function runCommand([name, ...args]: readonly string[], root: string): Promise<number> {
  tellLostOutput(process);
  const command = name !== undefined && Object.hasOwn(commands, name) ? await commands[name]?.() : undefined;
  const asked = name === 'help' || [name, ...args].some(isHelp);
  if (command && !asked) return command.run(args, root);
  process[asked ? 'stdout' : 'stderr'].write(command?.usage ?? usage);
  return asked ? 0 : 2;
}
