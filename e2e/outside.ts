import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { descendantsOf } from '#server/app/testing/own-process.ts';

export type Trap = {
  /** Environment under which every HTTP client of Node asks the trap instead of the world. */
  readonly env: NodeJS.ProcessEnv;
  /** What was asked of the world so far. */
  readonly asked: readonly string[];
  close(): void;
};

/** A proxy that lets nothing through and remembers who wanted what; only the process itself is reached without it. */
export async function openTrap(): Promise<Trap> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(502).end();
  });
  server.on('connect', ({ url }, socket: Socket) => {
    asked.push(`CONNECT ${url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'];
  const proxies = Object.fromEntries(names.map((name) => [name, proxy]));
  const env = { NODE_USE_ENV_PROXY: '1', ...proxies, NO_PROXY: '', no_proxy: '' };
  return { env, asked, close: () => server.close() };
}

const tables = ['tcp', 'tcp6', 'udp', 'udp6'];
/** No address, 127.0.0.0/8, ::1 and 127.0.0.0/8 mapped into IPv6, as the kernel writes them. */
const here = /^(0+|.{6}7F|0{24}01000000|0{16}FFFF0000.{6}7F):/;
const column = { remote: 2, inode: 9 };

/** What `read` tells of a process; nothing where it has ended meanwhile. */
function whileItLives<Told>(read: () => readonly Told[]): readonly Told[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH'].includes(String(error.code))) return [];
    throw error;
  }
}

function socketsOf(pid: number): readonly string[] {
  const folder = `/proc/${pid}/fd`;
  const links = readdirSync(folder).flatMap((name) => whileItLives(() => [readlinkSync(`${folder}/${name}`)]));
  return links.flatMap((link) => link.match(/^socket:\[(\d+)\]$/)?.[1] ?? []);
}

function remotesOf(pid: number): readonly string[] {
  const own = new Set(socketsOf(pid));
  const rows = tables.flatMap((table) => {
    const [, ...lines] = readFileSync(`/proc/${pid}/net/${table}`, 'latin1').trim().split('\n');
    return lines.map((line) => line.trim().split(/\s+/));
  });
  return rows.filter((row) => own.has(row[column.inode] ?? '')).map((row) => row[column.remote] ?? '');
}

/** Addresses beyond this machine to which a process or one below it holds a connection now; only Linux tells. */
export function connectionsBeyond(pid: number): readonly string[] {
  if (!existsSync('/proc/self/net/tcp')) return [];
  const remotes = [pid, ...descendantsOf(pid)].flatMap((one) => whileItLives(() => remotesOf(one)));
  return remotes.filter((remote) => !here.test(remote));
}
