import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OpenAPIGenerator, type OpenAPIGeneratorGenerateOptions } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '../src/core/app/contract.ts';
import { resultViewSchema } from '../src/core/assessment/contract.ts';
import { publishedSheetSchema } from '../src/core/catalogue/contract.ts';
import { evidenceSchema } from '../src/core/evidence/contract.ts';
import { accessWords } from '../src/core/identity/access-words.ts';
import { sessionSchema } from '../src/core/identity/contract.ts';
import { faultSchema } from '../src/core/kernel/contract.ts';
import { takenSchema } from '../src/core/sheet/contract.ts';
import { answerSchema, runSchema, runSummarySchema } from '../src/core/sheet/run.ts';
import { endpointsOf } from '../src/server/platform/http/endpoints.ts';

const named = {
  Answer: answerSchema,
  Evidence: evidenceSchema,
  Fault: faultSchema,
  PublishedSheet: publishedSheetSchema,
  ResultView: resultViewSchema,
  Run: runSchema,
  RunSummary: runSummarySchema,
  Session: sessionSchema,
  Taken: takenSchema,
};

/** What a refusal looks like: its codes with their Japanese text, and the data some of them carry. */
const refusalSchema: OpenAPIGeneratorGenerateOptions['customErrorResponseBodySchema'] = (errors, status) => {
  const data = errors.filter(([, , , schema]) => Object.keys(schema).length > 0).map(([, , , schema]) => schema);
  return {
    type: 'object',
    properties: {
      code: {
        enum: errors.map(([code]) => code),
        description: errors.map(([code, text]) => `${code}: ${text}`).join('\n'),
      },
      status: { const: status },
      message: { type: 'string' },
      ...(data.length > 0 && { data: data.length === 1 ? data[0] : { anyOf: data } }),
    },
    required: ['code', 'status', 'message'],
  };
};

type Operations = Readonly<Record<string, Record<string, unknown> | undefined>>;

/** Says at every operation who may call it. */
function withAccess<D extends { readonly paths?: object }>(document: D): D {
  const paths = (document.paths ?? {}) as Readonly<Record<string, Operations | undefined>>;
  for (const { path, method, access } of endpointsOf(contract)) {
    const operation = paths[path]?.[method.toLowerCase()];
    if (!operation) throw new Error(`the document has no ${method} ${path}`);
    operation['x-access'] = accessWords(access);
  }
  return document;
}

async function documentOfContract(): Promise<string> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: {
      title: 'まもり API',
      version: '1',
      description:
        '画面が使うものと同じ API です。アクセスキー（Authorization: Bearer mamori_…）か、サインインのクッキーで呼び出します。',
    },
    servers: [{ url: '/api/v1' }],
    commonSchemas: Object.fromEntries(
      Object.entries(named).map(([name, schema]) => [name, { schema, strategy: 'output' }]),
    ),
    customErrorResponseBodySchema: refusalSchema,
  });
  return `${JSON.stringify(withAccess(document), null, 1)}\n`;
}

const args = process.argv.slice(2);
const file = args.find((arg) => !arg.startsWith('--')) ?? join(import.meta.dirname, '../api/openapi.json');
const made = await documentOfContract();

if (!args.includes('--check')) await writeFile(file, made);
else if ((await readFile(file, 'utf8').catch(() => '')) !== made) {
  process.stderr.write('api/openapi.json is stale: run npm run openapi\n');
  process.exitCode = 1;
}
