import pino, { type DestinationStream, type Logger } from 'pino';

/** Of an error only what tells where it arose: what the database adds in `detail` and `where` are values of people. */
function toldOf(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const { code, table, constraint } = error as Error & Readonly<Record<string, unknown>>;
  return { type: name, message, stack, code, table, constraint, ...(cause !== undefined && { cause: toldOf(cause) }) };
}

/** Lines kept for a log that cannot be written now; what is over it is lost, so that memory is not. */
const keptBytes = 1024 * 1024;

/** Standard error. Where its disk is full, lines wait or are lost; the server goes on without its log. */
function standardError(): DestinationStream {
  const destination = pino.destination({ dest: 2, sync: true, maxLength: keptBytes });
  destination.removeAllListeners('error');
  destination.on('error', () => undefined);
  return destination;
}

/** The log of a process: one line of JSON each, on stderr, with its time in UTC; whoever runs it collects and keeps it. */
export function openLog(level: string, destination: DestinationStream = standardError()): Logger {
  return pino({ level, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: toldOf } }, destination);
}
