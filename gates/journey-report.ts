import { z } from 'zod';

const annotationSchema = z.object({ type: z.string(), description: z.string().optional() });
const suiteSchema = z.object({
  specs: z.array(z.object({ tests: z.array(z.object({ annotations: z.array(annotationSchema) })) })),
  get suites() {
    return z.array(suiteSchema).optional();
  },
});
type Suite = z.infer<typeof suiteSchema>;

/** What a run of the journeys writes down, as far as it is judged. */
export const journeyReportSchema = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  suites: z.array(suiteSchema),
});

function annotationsOf({ specs, suites = [] }: Suite): z.infer<typeof annotationSchema>[] {
  return [
    ...specs.flatMap(({ tests }) => tests.flatMap(({ annotations }) => annotations)),
    ...suites.flatMap(annotationsOf),
  ];
}

/** Pages of the web client (`page`) none of the journeys has looked at (`looked`), by address pattern; every one where no page was named. */
export function unseenPages({ suites }: Pick<z.infer<typeof journeyReportSchema>, 'suites'>): string[] {
  const annotations = suites.flatMap(annotationsOf);
  const named = (kind: string) =>
    new Set(annotations.flatMap(({ type, description = '' }) => (type === kind ? [description] : [])));
  const looked = named('looked');
  if (named('page').size === 0) return ['*'];
  return [...named('page')].filter((page) => !looked.has(page)).sort();
}
