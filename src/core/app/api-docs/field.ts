import { kindsOf, mayBeNull, resolved, type Schema, type Schemas, typeOf } from './schema.ts';

/** One line of a table of inputs or outputs. */
export type Field = {
  /** 「answers[].note」 */
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
};

const plain: Readonly<Record<string, string>> = {
  string: '文字',
  integer: '整数',
  number: '数',
  boolean: 'true・false',
  object: 'まとまり',
  array: '並び',
};
const formats: Readonly<Record<string, string>> = {
  uuid: 'ID',
  'date-time': '日時',
  date: '日付',
  email: 'メールアドレス',
};

function bounds({ minimum, maximum, minLength, maxLength, default: usual }: Schema): string {
  const longest = Number.MAX_SAFE_INTEGER;
  const range = (least: number | undefined, most: number | undefined, unit: string) =>
    least === undefined && (most ?? longest) >= longest
      ? ''
      : `${Math.abs(least ?? 0) < longest ? (least ?? 0) : ''}〜${(most ?? longest) < longest ? most : ''}${unit}`;
  const told = [
    range(minimum, maximum, ''),
    range(minLength, maxLength, '字'),
    usual === undefined ? '' : `省くと ${JSON.stringify(usual)}`,
  ].filter((text) => text !== '' && text !== '〜');
  return told.length > 0 ? `（${told.join('、')}）` : '';
}

function typeWords(schema: Schema, schemas: Schemas): string {
  const { enum: choices, const: fixed, format } = schema;
  if (fixed !== undefined) return JSON.stringify(fixed);
  if (choices) return choices.map((choice) => JSON.stringify(choice)).join('・');
  const kinds = kindsOf(schema);
  if (kinds) return [...new Set(kinds.map((kind) => typeWords(resolved(kind, schemas), schemas)))].join(' か ');
  if (format !== undefined && formats[format]) return formats[format];
  const type = typeOf(schema);
  if (type === 'array') return `${typeWords(resolved(schema.items ?? {}, schemas), schemas)}の並び`;
  return (plain[type ?? ''] ?? '値') + bounds(schema);
}

/** The schema whose fields are told: through references, lists and the one kind that is not null. */
function inside(given: Schema, schemas: Schemas): { readonly schema: Schema; readonly mark: string } {
  const schema = resolved(given, schemas);
  const kinds = kindsOf(schema);
  if (kinds?.length === 1 && kinds[0]) return inside(kinds[0], schemas);
  if (typeOf(schema) !== 'array') return { schema, mark: '' };
  const item = inside(schema.items ?? {}, schemas);
  return { schema: item.schema, mark: `[]${item.mark}` };
}

const deepest = 5;

/** Every field of a schema by its path, an object before what stands in it; deeper than five levels nothing is told. */
export function fieldsOf(given: Schema, schemas: Schemas, path = '', deep = 0): readonly Field[] {
  const { schema, mark } = inside(given, schemas);
  const { properties = {}, required = [] } = schema;
  if (deep >= deepest) return [];
  return Object.entries(properties).flatMap(([name, part]) => {
    const full = path === '' && mark === '' ? name : `${path}${mark}${path === '' && mark !== '' ? ' ' : '.'}${name}`;
    const shown = resolved(part, schemas);
    const type = typeWords(shown, schemas) + (mayBeNull(shown) ? ' か null' : '');
    const own: Field = { name: full, type, required: required.includes(name) };
    return [own, ...fieldsOf(part, schemas, full, deep + 1)];
  });
}
