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
  /** The route itself was altered, so that a guard may rightly know nothing of it. */
  readonly route: boolean;
};

type Change = fc.Arbitrary<Partial<HostileCall>>;

/** Percent-encodes what cannot stand in a path, half characters included, as a careless client would. */
const encoded = (text: string) => encodeURIComponent(text.toWellFormed()).slice(0, 6_000);

const split = (path: string) => {
  const [place = '', query = ''] = path.split('?');
  return { segments: place.split('/'), query };
};

/** Another value for a parameter in the path; the facility stays, as another one is refused before anything is read. */
function changedParameter({ template, valid }: Target): Change | undefined {
  const { segments, query } = split(valid.path);
  const names = template.split('/');
  const places = names.flatMap((name, at) => (/^\{(?!facilityId)/.test(name) ? [at] : []));
  if (places.length === 0) return undefined;
  return fc
    .tuple(
      fc.constantFrom(...places),
      hostileText.filter((text) => text.length > 0),
    )
    .map(([at, text]) => ({
      path: segments.map((part, index) => (index === at ? encoded(text) : part)).join('/') + (query && `?${query}`),
    }));
}

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
    route: true,
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

/** Calls of one operation, each spoilt in one way. */
export function hostileCalls(target: Target): fc.Arbitrary<HostileCall> {
  const { valid } = target;
  const base: HostileCall = { method: valid.method, path: valid.path, headers: {}, route: false, ...validBody(valid) };
  const parameter = changedParameter(target);
  const body = changedBody(target);
  return fc
    .oneof(
      ...(body ? [{ weight: 12, arbitrary: body }] : []),
      ...(parameter ? [{ weight: 3, arbitrary: parameter }] : []),
      { weight: body ? 3 : 12, arbitrary: changedQuery(target) },
      { weight: 1, arbitrary: fc.constantFrom(...headers).map((given) => ({ headers: given })) },
      { weight: 1, arbitrary: changedRoute(target) },
    )
    .map((change) => ({ ...base, ...change }));
}
