import type { ReactNode } from 'react';
import { curlOf } from '#core/app/api-docs/curl.ts';
import type { ShownEndpoint } from '#core/app/api-docs/document.ts';
import { type Field, fieldsOf } from '#core/app/api-docs/field.ts';
import type { Schema, Schemas } from '#core/app/api-docs/schema.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { type Column, Table } from '../../ui/Table.tsx';

type Line = Field & { readonly place: string };
const code = (text: string) => <code className="font-mono text-help wrap-anywhere">{text}</code>;

/** What stands in columns of its own where there is room. */
function Below({ words }: { readonly words: readonly string[] }) {
  return <span className="block text-help text-solid-gray-700 wrap-anywhere sm:hidden">{words.join('・')}</span>;
}

const named = <Row extends Field>(below: (row: Row) => readonly string[]): Column<Row> => ({
  key: 'name',
  title: '名前',
  names: true,
  cell: (row) => (
    <>
      {code(row.name)}
      <Below words={below(row)} />
    </>
  ),
});
const type = {
  key: 'type',
  title: '種類',
  roomy: true,
  cell: (field: Field) => <span className="wrap-anywhere">{field.type}</span>,
};
const need = ({ required }: Line) => (required ? '必ず' : '省けます');
const inputs: readonly Column<Line>[] = [
  named((line) => [line.type, need(line), line.place]),
  type,
  { key: 'required', title: '必ず要るか', short: true, roomy: true, cell: need },
  { key: 'place', title: '場所', short: true, roomy: true, cell: ({ place }) => place },
];
const outputs: readonly Column<Field>[] = [named((field) => [field.type]), type];
const errors: readonly Column<ShownEndpoint['errors'][number]>[] = [
  { key: 'status', title: '番号', short: true, cell: ({ status }) => status },
  {
    key: 'code',
    title: 'コード',
    names: true,
    cell: (error) => (
      <>
        {code(error.code)}
        <Below words={[error.message]} />
      </>
    ),
  },
  { key: 'message', title: '文章', roomy: true, cell: ({ message }) => message },
];
const places: Readonly<Record<string, string>> = { path: 'アドレス', query: '?の後ろ', header: 'ヘッダ' };

function inputLines({ parameters, body }: ShownEndpoint, schemas: Schemas): readonly Line[] {
  const given = parameters.flatMap((parameter): readonly Line[] => {
    const { required = false, schema, in: place } = parameter;
    const wrapped: Schema = { properties: { [parameter.name]: schema }, required: required ? [parameter.name] : [] };
    return fieldsOf(wrapped, schemas).map((field) => ({ ...field, place: places[place] ?? place }));
  });
  const inBody = body?.schema ? fieldsOf(body.schema, schemas) : [];
  return [...given, ...inBody.map((field) => ({ ...field, place: '本文（JSON）' }))];
}

type EndpointDetailProps = { readonly endpoint: ShownEndpoint; readonly schemas: Schemas };

/** All of one endpoint: who, what goes in, what comes out, what may be refused, and a line to try. */
export function EndpointDetail({ endpoint, schemas }: EndpointDetailProps) {
  const { access, body, summary } = endpoint;
  const lines = inputLines(endpoint, schemas);
  return (
    <div className="flex flex-col gap-5 pt-2 pb-5">
      <Part title="呼べる人">
        <p>{access.words}</p>
        <p className="text-help">
          {access.accessToken === undefined
            ? access.kind !== 'public' && 'アクセスキーでは呼べません。'
            : `アクセスキーに許す操作:「${access.accessToken}」`}
        </p>
      </Part>
      <Part title="入力">
        {lines.length > 0 && (
          <Table
            whole
            caption={`${summary}の入力`}
            columns={inputs}
            rows={lines}
            rowKey={({ place, name: own }) => place + own}
          />
        )}
        {body && !body.schema && <p>本文はファイルの中身そのものです。</p>}
        {lines.length === 0 && !body && <p>ありません。</p>}
      </Part>
      <Part title="出力">
        <Output endpoint={endpoint} schemas={schemas} />
      </Part>
      <Part title="例">
        <Example text={curlOf(endpoint, `${location.origin}/api/v1`, schemas)} label={`${summary}の例`} />
      </Part>
      <Part title="断られるとき">
        <Table
          whole
          caption={`${summary}が断られるとき`}
          columns={errors}
          rows={endpoint.errors}
          rowKey={(one) => one.code}
        />
      </Part>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1">
      <h4 className="text-help font-700 text-solid-gray-700">{title}</h4>
      {children}
    </section>
  );
}

function Output({ endpoint: { answer, summary }, schemas }: EndpointDetailProps) {
  const { status, type: media, schema } = answer;
  if (media === undefined) return <p>ありません（{status}）。</p>;
  if (!schema)
    return (
      <p>
        ファイル（{status}、{media === '*/*' ? '種類はヘッダにあります' : media}）。
      </p>
    );
  const fields = fieldsOf(schema, schemas);
  if (fields.length === 0) return <p>JSON（{status}）。</p>;
  return (
    <Table
      whole
      caption={`${summary}の出力（${status}）`}
      columns={outputs}
      rows={fields}
      rowKey={({ name: own }) => own}
    />
  );
}

function Example({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <div className="flex flex-col gap-2">
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
        tabIndex={0}
        aria-label={label}
        className="overflow-x-auto rounded-8 bg-solid-gray-50 p-3"
      >
        <pre className="font-mono text-help">{text}</pre>
      </section>
      <CopyButton text={text}>例を写す</CopyButton>
    </div>
  );
}
