import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

type Chunk = {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
};
type Manifest = Readonly<Record<string, Chunk>>;

const dist = join(import.meta.dirname, '../dist/web');

function filesOf(manifest: Manifest, name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (!chunk || seen.has(chunk.file)) return seen;
  if (chunk.file.endsWith('.js')) seen.add(chunk.file);
  for (const imported of chunk.imports ?? []) filesOf(manifest, imported, seen);
  return seen;
}

const gzipKb = async (files: ReadonlySet<string>) => {
  const sizes = [...files].map(async (file) => gzipSync(await readFile(join(dist, file)), { level: 9 }).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
};

const openDoors =
  /^(app\/TopPage|app\/api-docs|assessment\/self-check|catalogue\/WordsPage|identity\/(SignIn|SetUp|Invitation|SecondFactor))/;

/** Frames that come with a route for signed-in people. */
function framesOf(route: string): readonly string[] {
  if (route === '' || openDoors.test(route)) return [];
  const above = /^(organisation\/above|region|programme)\//.test(route);
  return ['app/SignedIn.tsx', above ? 'app/organisation/OrganisationFrame.tsx' : 'app/FacilityFrame.tsx'];
}

/** Gzipped JavaScript of the first load of each route: the entry, its frame, and what the route's own chunk needs. */
export async function routeSizes(): Promise<Readonly<Record<string, number>>> {
  const manifest = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest;
  const names = Object.keys(manifest);
  const entry = names.filter((name) => manifest[name]?.isEntry);
  const routes = names.filter((name) => manifest[name]?.isDynamicEntry && /Page\.tsx$/.test(name));
  const sizes: Record<string, number> = {};
  for (const route of ['', ...routes]) {
    const files = new Set<string>();
    for (const name of [...entry, ...framesOf(route), route]) filesOf(manifest, name, files);
    sizes[route === '' ? 'entry' : route] = await gzipKb(files);
  }
  return sizes;
}
