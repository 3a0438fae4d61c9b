import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { curlOf, exampleBody, placeholderOf } from '#core/app/api-docs/curl.ts';
import type { ShownEndpoint } from '#core/app/api-docs/document.ts';
import type { Schemas } from '#core/app/api-docs/schema.ts';
import type { EndpointName } from './fixture.ts';
import type { Call } from './request.ts';

/** Fields of a shown body that stand for something only its caller has: an id, a link's secret, a code of this minute. */
const callersOwn: Partial<Readonly<Record<EndpointName, readonly string[]>>> = {
  'identity.signIn': ['email', 'password', 'code'],
  'identity.confirmSecondFactor': ['code'],
  'identity.setUp': ['token'],
  'identity.readInvitation': ['token'],
  'identity.acceptInvitation': ['email', 'token'],
  'identity.joinFacility': ['token'],
  'account.stepUp': ['code'],
  'account.changePassword': ['current'],
  'account.confirmRenewal': ['code'],
  'account.issueAdministratorResetLink': ['email'],
  'account.readResetLink': ['token'],
  'account.resetPassword': ['token'],
  'ownRecord.erase': ['email'],
  'passkey.register': ['credential'],
  'passkey.signIn': ['credential'],
  'sso.begin': ['email'],
  'sso.complete': ['state', 'code', 'iss', 'error'],
  'sso.save': ['issuer', 'domains'],
  'sso.addGroup': ['memberId'],
  'organisation.editProfile': ['revision'],
  'organisations.propose': ['memberId'],
  'support.offer': ['organisationId'],
  'support.ask': ['memberId'],
  'sheet.assign': ['personId'],
  'sheet.moveRun': ['version'],
  'version.adopt': ['version', 'from'],
  'form.map': ['mapping', 'revision'],
  'form.review': ['items', 'revision'],
  'form.publish': ['version', 'revision'],
  'compliance.editClause': ['ownerId'],
  'compliance.askAboutClause': ['clauseId', 'revision'],
  'compliance.addVendorSystem': ['email'],
  'compliance.editVendorSystem': ['email', 'revision'],
  'compliance.askVendor': ['byMail'],
  'compliance.openVendorForm': ['token'],
  'compliance.answerVendorForm': ['token', 'itemId', 'value', 'confirmedOn', 'targetOn'],
  'compliance.sendVendorForm': ['token'],
  'compliance.takeBackVendorForm': ['token'],
  'risk.addRisk': ['ownerId'],
  'risk.editRisk': ['ownerId', 'revision'],
  'risk.assessRisk': ['revision', 'criteriaRevision'],
  'risk.closeRisk': ['revision'],
  'risk.addTreatment': ['ownerId', 'taskId', 'lineId', 'revision', 'doneOn'],
  'risk.editTreatment': ['ownerId', 'taskId', 'lineId', 'revision', 'doneOn'],
  'risk.askAcceptance': ['revision', 'until'],
  'risk.setCriteria': ['likelihood', 'impact', 'attentionFrom', 'urgentFrom', 'revision'],
  'risk.takeSuggestion': ['suggestionId'],
  'risk.passSuggestion': ['suggestionId'],
  'compliance.editEnquiry': ['revision'],
  'compliance.editProvision': ['revision'],
  'compliance.editRegulation': ['revision'],
  'compliance.writeDraft': ['revision'],
  'compliance.approveDraft': ['revision'],
  'audit.edit': ['revision'],
  'audit.changeTeam': ['team', 'revision'],
  'audit.ask': ['ofId'],
  'audit.concern': ['systems'],
  'audit.remark': ['clauseId', 'system'],
  'audit.editRemark': ['revision'],
  'audit.reply': ['revision'],
  'audit.planCorrection': ['ownerId', 'revision'],
  'audit.correct': ['revision'],
  'audit.verify': ['revision'],
  'webhook.edit': ['revision'],
  'plan.addTask': ['ownerId'],
  'plan.addRecurring': ['fiscalYear', 'measureIds'],
  'plan.editTask': ['ownerId', 'revision'],
  'plan.askDecision': ['source'],
  'plan.editRequest': ['revision'],
  'plan.decide': ['requestId', 'revision', 'until'],
};

/** What the reader of the page puts in the place of its capital letters. */
export type Own = {
  readonly call: Call;
  readonly key: string;
  readonly cookie: string;
  readonly given: string;
  readonly taken: string;
};

/** Files of a call: the one it brings, and a place for the one it gets. */
export function filesOf({ bytes }: Call): Pick<Own, 'given' | 'taken'> {
  const folder = mkdtempSync(join(tmpdir(), 'mamori-shown-line-'));
  const files = { given: join(folder, 'given'), taken: join(folder, 'taken') };
  if (bytes) writeFileSync(files.given, bytes.content);
  return files;
}

/** The shown body as JSON, and the same with what only the caller has; a field the caller has nothing for is left out. */
function bodies(endpoint: ShownEndpoint, schemas: Schemas, { call }: Own): readonly [string, string] {
  const shown = exampleBody(endpoint, schemas) ?? {};
  const own = callersOwn[endpoint.id as EndpointName] ?? [];
  const had = Object.entries(call.body ?? {}).filter(([field]) => own.includes(field));
  const kept = Object.entries(shown).filter(([field]) => !own.includes(field));
  return [JSON.stringify(shown), JSON.stringify(Object.fromEntries([...kept, ...had]))];
}

function placesOf({ path }: ShownEndpoint, { call }: Own): readonly (readonly [string, string])[] {
  const parts = new URL(call.path, 'http://here').pathname.split('/');
  return path.split('/').flatMap((part, at) => {
    const name = /^\{(\w+)\}/.exec(part)?.[1];
    return name === undefined ? [] : [[`/${placeholderOf(name)}`, `/${parts[at]}`] as const];
  });
}

/** Who comes back from a provider signs in by it, and shows the cookie of the browser it was begun in, as its summary says. */
const browsersOwn = ({ id }: ShownEndpoint, { cookie }: Own) =>
  id === 'sso.complete' ? ` \\\n  -H 'Cookie: ${cookie}'` : '';

/** The line as the page shows it to who has the server's address, with its capital letters replaced. */
export function shownLine(endpoint: ShownEndpoint, url: string, schemas: Schemas, own: Own): string {
  const fileName = new URL(own.call.path, 'http://here').searchParams.get('name') ?? '';
  const replaced = [
    ...placesOf(endpoint, own),
    ['FILE_NAME', fileName],
    ['ACCESS_KEY', own.key],
    ['SESSION_COOKIE', own.cookie],
    ["'@FILE'", `'@${own.given}'`],
    ["-o 'FILE'", `-o '${own.taken}'`],
    bodies(endpoint, schemas, own),
  ] as const;
  const line = curlOf(endpoint, `${url}/api/v1`, schemas) + browsersOwn(endpoint, own);
  return replaced.reduce((text, [words, by]) => text.replace(words, () => by), line);
}

/** What a shell makes of a line: the status of the answer, and its body where the line does not save it. A stream is left. */
export const inShell = (line: string) =>
  new Promise<{ readonly status: number; readonly said: string }>((resolve) => {
    const whole = `${line} -sS --max-time "$SECONDS" -w '\\n%{http_code}'`;
    const env = { ...process.env, SECONDS: line.includes('/live') ? '2' : '30' };
    execFile('/bin/sh', ['-c', whole], { env, maxBuffer: 64_000_000 }, (_, out, err) => {
      const [, said = '', status = '0'] = /^([\s\S]*)\n(\d+)$/.exec(out) ?? [];
      resolve({ status: Number(status), said: said + err });
    });
  });
