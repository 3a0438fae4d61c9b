import { isUtf8 } from 'node:buffer';
import type { HostileCall, Target } from './call.ts';

type Judge = (call: HostileCall, target: Target) => boolean;

const kindOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** Fields of a body that is JSON and an object, also where the schema knows them not; none of any other. */
function fieldsOf({ body }: HostileCall): readonly [string, unknown][] {
  try {
    const value: unknown = JSON.parse(body?.bytes.toString() ?? '');
    return kindOf(value) === 'object' ? Object.entries(value as object) : [];
  } catch {
    return [];
  }
}

const validField = ({ valid }: Target, name: string) =>
  (valid.body as Readonly<Record<string, unknown>> | undefined)?.[name];
const textOf = ({ body }: HostileCall) => body?.bytes.toString() ?? '';
const placeOf = ({ path }: HostileCall) => path.split('?')[0] ?? '';
const queryOf = ({ path }: HostileCall) => path.split('?')[1] ?? '';
const anywhere =
  (wanted: RegExp): Judge =>
  (call) =>
    wanted.test(textOf(call)) || wanted.test(decoded(call.path));

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What attackers are known to send, each told by what a call really carries. */
const judges = {
  'another type': (call, target) =>
    fieldsOf(call).some(([name, value]) => {
      const valid = validField(target, name);
      return valid !== undefined && kindOf(valid) !== kindOf(value);
    }),
  'a text too long': (call, { body }) =>
    fieldsOf(call).some(([name, value]) => {
      const { maxLength = Number.POSITIVE_INFINITY } = body?.properties?.[name] ?? {};
      return typeof value === 'string' && value.length > maxLength;
    }),
  'an address too long': ({ path }) => path.length > 5_000,
  'another encoding': ({ body }) => body?.encoding !== undefined,
  'bytes that are no text': ({ body }) => body?.type === 'application/json' && !isUtf8(body.bytes),
  'deep nesting': (call) => /^(\[{500}|(\{"a":){500})/.test(textOf(call)),
  'a key of the prototype in a body': (call) => /"(__proto__|constructor|prototype)":\{"/.test(textOf(call)),
  'a key of the prototype in a query': (call) => /__proto__|constructor/.test(queryOf(call)),
  'a trick in the path': (call) => /\.\.%2f|%2e%2e|\/\/$|\/\.$|%00$|%ff$|;a=b$/.test(placeOf(call)),
  'a path in a text': anywhere(/\.\.\/\.\.\/\.\.\/\.\.\/etc\/passwd/),
  'a line break for a header': anywhere(/(\r\n|\\r\\n|%0d%0a)(Set-Cookie|Location):/),
  'a formula': anywhere(/(^|["\s=])(=cmd\||\+1\+1|@SUM\(1\))/),
  'a script': anywhere(/<script>alert\(1\)<\/script>/),
  'a statement for the database': anywhere(/drop table answer|or 1=1|pg_sleep/),
} as const satisfies Readonly<Record<string, Judge>>;
export type Kind = keyof typeof judges;

export const kinds = Object.keys(judges) as readonly Kind[];

/** The kinds of attack a call is of. */
export const kindsOf = (call: HostileCall, target: Target): readonly Kind[] =>
  kinds.filter((kind) => judges[kind](call, target));
