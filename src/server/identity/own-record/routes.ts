import { implement } from '@orpc/server';
import { recordPage } from '#core/identity/own-record/record-page.ts';
import { ownRecordContract, ownRecordInput } from '#core/identity/own-record-contract.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { inputReader, streamed } from '../../platform/http/streamed.ts';
import { signedIn } from '../signed-in.ts';
import { eraseOwnAccount } from './erase-own-account.ts';
import { readOwnRecord } from './read-own-record.ts';

const readInput = inputReader(ownRecordInput);
const name = 'まもり_自分の記録';
const types = { html: 'text/html; charset=utf-8', json: 'application/json' } as const;

const headersOf = (format: keyof typeof types) => ({
  'Content-Type': types[format],
  'Content-Disposition': `attachment; filename="record.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
  'Cache-Control': 'private, no-store',
});

/** What is kept about a person, handed out and erased at the person's own wish. */
export function ownRecordRoutes() {
  const os = implement(ownRecordContract).$context<RequestContext>();
  return {
    download: streamed(async (c, context) => {
      const { format } = readInput(c).query;
      const record = await readOwnRecord(context, signedIn(context));
      return c.newResponse(
        format === 'html' ? recordPage(record) : JSON.stringify(record, null, 1),
        200,
        headersOf(format),
      );
    }),
    erase: os.erase.handler(({ context, input }) => eraseOwnAccount(context, signedIn(context), input.email)),
  };
}
