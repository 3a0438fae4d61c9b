import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, expect, type Page, test as plain } from '@playwright/test';
import { type OwnProcess, startOwnProcess } from '#server/app/testing/own-process.ts';
import { connectionsBeyond, openTrap, type Trap } from './outside.ts';
import { type Person, setUpAdministrator } from './people.ts';
import { watch } from './watch.ts';

export type Mamori = OwnProcess & {
  readonly dataDir: string;
  readonly trap: Trap;
  /** Other sites its pages lead to, where there are any. */
  readonly leadsTo?: readonly string[];
};

type OfWorker = {
  /** A Mamori of the worker's own, set up. */
  readonly mamori: Mamori;
  readonly administrator: Person;
};
type OfTest = {
  /** A Mamori nobody has set up yet. */
  readonly freshMamori: Mamori;
  /** Opens a browser of its own, signed in as the person where one is given; its faults fail the journey. */
  readonly open: (who?: Person, at?: Mamori, options?: BrowserContextOptions) => Promise<Page>;
};

/** Time in ms one journey may take on a machine busy with others. */
const longest = 180_000;

/** Starts a Mamori nobody has set up yet, and stops it after its use; `env` is added to the environment in which it asks nobody. */
export async function withMamori(use: (mamori: Mamori) => Promise<void>, env: NodeJS.ProcessEnv = {}): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mamori-journey-'));
  const trap = await openTrap();
  const own = await startOwnProcess(dataDir, { ...trap.env, ...env });
  await use({ ...own, dataDir, trap });
  expect(await own.stop(), 'the exit code of Mamori').toBe(0);
  trap.close();
  await rm(dataDir, { recursive: true, force: true });
}

function cookieOf({ caller: { cookie, url } }: Person) {
  const [name = '', value = ''] = cookie.split('=');
  return { name, value, url, httpOnly: true, sameSite: 'Lax' as const };
}

export const test = plain.extend<OfTest, OfWorker>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures needed from this pattern
  mamori: [({}, use) => withMamori(use), { scope: 'worker', timeout: 60_000 }],
  administrator: [
    async ({ mamori }, use) => use(await setUpAdministrator(mamori.url, mamori.setupLink ?? '')),
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures needed from this pattern
  freshMamori: [({}, use) => withMamori(use), { timeout: 60_000 }],
  open: async ({ browser, mamori }, use, info) => {
    info.setTimeout(longest);
    const watched: (readonly string[])[] = [];
    const contexts: BrowserContext[] = [];
    const places = new Set<Mamori>();
    await use(async (who, at = mamori, options = {}) => {
      places.add(at);
      const context = await browser.newContext({ baseURL: at.url, ...options });
      contexts.push(context);
      watched.push(await watch(context, [options.baseURL ?? at.url, ...(at.leadsTo ?? [])]));
      if (who) await context.addCookies([cookieOf(who)]);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    expect(watched.flat(), 'what no page may do').toEqual([]);
    for (const { pid, trap } of places) {
      expect([...trap.asked, ...connectionsBeyond(pid)], 'what the server asked of the world').toEqual([]);
    }
  },
});

export { expect };
