import type { SheetId } from '#core/catalogue/sheet.ts';
import type { RunSummary } from '#core/sheet/run.ts';
import { readSummaries } from '../../../platform/database/testing/read-summaries.ts';
import { request } from '../../testing/request.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import type { TestPerson } from '../../testing/world.ts';
import type { SignInLink } from '../sign-in-links.ts';

type Visitor = TestPerson & { readonly home: string };

/** Something that holds of the region, as the name of a test and what is looked at. */
export type RegionCheck = readonly [says: string, holds: (region: FilledRegion) => Promise<void>];
export type RegionChecks = readonly RegionCheck[];

/** The region filled once in a server of its own, seen by those its printed links sign in. */
export class FilledRegion {
  links: readonly SignInLink[] = [];
  #server: TestServer | undefined;

  get server(): TestServer {
    if (!this.#server) throw new Error('The region is not open yet.');
    return this.#server;
  }

  get parts() {
    return { db: this.server.db, now: this.server.clock.now };
  }

  /** Starts the server, and hands itself over to be filled; tells the ways in. */
  async open(fill: (region: FilledRegion) => Promise<readonly SignInLink[]>): Promise<void> {
    this.#server = await startTestServer({ demo: true });
    this.links = await fill(this);
  }

  stop = () => this.server.stop();

  summaries = () =>
    readSummaries(this.server.db, (tx) => tx.selectFrom('assessment_summary').selectAll().orderBy('run_id').execute());

  /** Comes in by the first link of a role. */
  async visit(role: string): Promise<Visitor> {
    const link = this.links.find((one) => one.role.startsWith(role));
    const door = await fetch(`${this.server.url}${link?.path}`, { redirect: 'manual' });
    const cookie = door.headers.get('set-cookie')?.split(';')[0] ?? '';
    return { id: '', name: link?.name ?? '', cookie, home: door.headers.get('location') ?? '' };
  }

  async read<T>(visitor: Visitor, path: string): Promise<T> {
    const reply = await request(this.server, visitor, { method: 'GET', path: `${visitor.home}${path}` });
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status}`);
    return reply.body as T;
  }

  async runsOf(visitor: Visitor, sheetId: SheetId): Promise<RunSummary[]> {
    return (await this.read<RunSummary[]>(visitor, '/runs')).filter((run) => run.sheetId === sheetId);
  }
}
