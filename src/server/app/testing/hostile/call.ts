import fc from 'fast-check';
import type { Call } from '../request.ts';
import { type HostileBody, hostileBody } from './body.ts';
import type { InputSchema } from './schema-edge.ts';
import { hostileText } from './text.ts';
import { hostileUpload } from './upload.ts';

/** An operation of the API document, with a call of it that is valid. */
export type Target = {
  readonly name: string;
  /** The path as the document has it, with `{names}`. */
  readonly template: string;
  readonly valid: Call;
  readonly query: readonly string[];
  /** What the document says of a JSON body; undefined where there is none. */
  readonly body: InputSchema | undefined;
};

export type HostileCall = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: HostileBody;
  /** The route, or the facility or organisation in it, was altered, so that a guard may rightly know nothing of it. */
  readonly mayMiss: boolean;
};

type Change = fc.Arbitrary<Partial<HostileCall>>;

/** Percent-encodes what cannot stand in a path, half characters included, as a careless client would. */
const encoded = (text: string) => encodeURIComponent(text.toWellFormed()).slice(0, 6_000);

const split = (path: string) => {
  const [place = '', query = ''] = path.split('?');
  return { segments: place.split('/'), query };
};

const nonEmpty = hostileText.filter((text) => text.length > 0);

/** Another value for one of the parameters in the path that are meant. */
function changedPart({ template, valid }: Target, meant: RegExp, value: fc.Arbitrary<string>) {
  const { segments, query } = split(valid.path);
  const places = template.split('/').flatMap((name, at) => (meant.test(name) ? [at] : []));
  if (places.length === 0) return undefined;
  return fc
    .tuple(fc.constantFrom(...places), value)
    .map(([at, text]) => segments.map((part, index) => (index === at ? encoded(text) : part)).join('/'))
    .map((path) => path + (query && `?${query}`));
}

const changedParameter = (target: Target): Change | undefined =>
  changedPart(target, /^\{(?!facilityId|organisationId)/, nonEmpty)?.map((path) => ({ path }));

/** Another facility or organisation is refused before anything is read. */
const changedPlace = (target: Target): Change | undefined =>
  changedPart(target, /^\{(facilityId|organisationId)/, fc.oneof(nonEmpty, fc.uuid()))?.map((path) => ({
    path,
    mayMiss: true,
  }));

const bracketed = ['', '[]', '[0]', '[a]', '[__proto__]', '.x', '[constructor][prototype][x]'];

function changedQuery({ query, valid }: Target): Change {
  const names = [...query, 'facilityId', '__proto__', 'constructor'];
  const [place = ''] = valid.path.split('?');
  const pair = fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...bracketed), hostileText)
    .map(([name, suffix, text]) => `${encodeURIComponent(name)}${encodeURIComponent(suffix)}=${encoded(text)}`);
  return fc.array(pair, { minLength: 1, maxLength: 4 }).map((pairs) => ({ path: `${place}?${pairs.join('&')}` }));
}

const tricks = [
  '/..%2f..%2fsession',
  '/%2e%2e/%2e%2e/register/facilities',
  '//',
  '/.',
  '/%00',
  '/%',
  '/%ff',
  ';a=b',
  '/🏥',
];

const changedRoute = ({ valid }: Target): Change =>
  fc.constantFrom(...tricks).map((trick) => ({
    path: encodeURI(split(valid.path).segments.join('/')) + trick.replace('🏥', '%F0%9F%8F%A5'),
    mayMiss: true,
  }));

const headers: readonly Readonly<Record<string, string>>[] = [
  { accept: 'text/html' },
  { accept: '*/*;q=0, x' },
  { 'accept-encoding': 'x, gzip;q=9' },
  { 'if-none-match': '*' },
  { range: 'bytes=0-,5-2' },
  { 'x-forwarded-for': '::1, evil' },
  { 'x-forwarded-host': 'evil.example' },
  { 'x-http-method-override': 'DELETE' },
  { 'content-disposition': 'attachment; filename="..\\..\\x"' },
];

function changedBody({ valid, body }: Target): Change | undefined {
  if (valid.bytes) return hostileUpload.map((upload) => ({ body: upload }));
  if (valid.method === 'GET') return undefined;
  return hostileBody(valid.body, body ?? {}).map((made) => ({ body: made }));
}

const validBody = ({ body, bytes }: Call): Pick<HostileCall, 'body'> => {
  if (bytes) return { body: { bytes: Buffer.from(bytes.content), type: bytes.type } };
  return body === undefined ? {} : { body: { bytes: Buffer.from(JSON.stringify(body)), type: 'application/json' } };
};

const unspoilt = ({ valid }: Target): HostileCall => ({
  method: valid.method,
  path: valid.path,
  headers: {},
  mayMiss: false,
  ...validBody(valid),
});

/** A valid call that wants an answer in a form there is none in: it is taken like any. */
export const strangelyAsked = (target: Target): HostileCall => ({
  ...unspoilt(target),
  headers: { accept: 'text/html', range: 'bytes=0-,5-2' },
});

/** Calls of one operation, each spoilt in one way. */
export function hostileCalls(target: Target): fc.Arbitrary<HostileCall> {
  const base = unspoilt(target);
  const parameter = changedParameter(target);
  const place = changedPlace(target);
  const body = changedBody(target);
  return fc
    .oneof(
      ...(body ? [{ weight: 24, arbitrary: body }] : []),
      ...(parameter ? [{ weight: 6, arbitrary: parameter }] : []),
      { weight: body ? 6 : 24, arbitrary: changedQuery(target) },
      { weight: 2, arbitrary: fc.constantFrom(...headers).map((given) => ({ headers: given })) },
      { weight: 1, arbitrary: changedRoute(target) },
      ...(place ? [{ weight: 1, arbitrary: place }] : []),
    )
    .map((change) => ({ ...base, ...change }));
}
