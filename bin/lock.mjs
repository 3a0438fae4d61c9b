import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * A lock is a folder of tickets, one per process, named by process id and birth. Whoever sees no other living ticket
 * after writing its own has the lock; all others withdraw theirs. A dead ticket can be removed by anyone, because its
 * name belongs to that one dead process.
 */
const heldHere = new Map();

function birthOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? 'dead' : fields[19];
  } catch {
    return undefined;
  }
}

const ticketName = (pid) => `${pid}-${birthOf(pid) ?? 'unknown'}`;

function isAlive(ticket) {
  const [pid, birth] = ticket.split('-');
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return (birthOf(pid) ?? birth) === birth;
}

function writeTicket(folder, pid, what) {
  const name = ticketName(pid);
  const draft = join(folder, `.${name}`);
  writeFileSync(draft, JSON.stringify({ pid, what, since: new Date().toISOString() }), { mode: 0o600 });
  renameSync(draft, join(folder, name));
  return name;
}

function readTicket(folder, name) {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Who holds the lock now: the oldest living ticket. Tickets of dead processes are removed on the way. */
export function holderOf(folder, { except = '' } = {}) {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.') && name !== except);
  for (const name of names.filter((ticket) => !isAlive(ticket))) rmSync(join(folder, name), { force: true });
  const holders = names.flatMap((name) => readTicket(folder, name) ?? []);
  return holders.sort((a, b) => a.since.localeCompare(b.since))[0];
}

function tryLock(folder, what) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const held = heldHere.get(folder);
  if (held) return { holder: held };
  const tickets = [writeTicket(folder, process.pid, what)];
  const holder = holderOf(folder, { except: tickets[0] });
  const release = () => {
    heldHere.delete(folder);
    for (const ticket of tickets.splice(0)) rmSync(join(folder, ticket), { force: true });
  };
  if (holder) {
    release();
    return { holder };
  }
  heldHere.set(folder, readTicket(folder, tickets[0]));
  return { lock: { release, lend: (pid) => tickets.push(writeTicket(folder, pid, what)) } };
}

/**
 * Takes the lock, or tells who holds it once `patience` milliseconds have passed. `onWait` hears of the holder once.
 * `lend` keeps the lock taken as long as another process lives too.
 */
export async function takeLock(folder, what, { patience = 1000, onWait = () => {} } = {}) {
  const started = Date.now();
  let announced = false;
  for (;;) {
    const attempt = tryLock(folder, what);
    const waited = Date.now() - started;
    if ('lock' in attempt || waited >= patience) return attempt;
    if (!announced && waited > 300) {
      announced = true;
      onWait(attempt.holder);
    }
    await pause(20 + Math.random() * Math.min(80 + waited / 10, 500));
  }
}
