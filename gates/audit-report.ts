import { z } from 'zod';

const advisorySchema = z.object({ name: z.string(), title: z.string(), url: z.string(), severity: z.string() });
const reportSchema = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), advisorySchema])) })),
});
const exceptionSchema = z.strictObject({
  advisory: z.string().regex(/^GHSA(-[0-9a-z]{4}){3}$/),
  package: z.string().min(1),
  until: z.iso.date(),
  reason: z.string().trim().min(40, 'say in a sentence why it cannot be reached'),
});
export const exceptionsSchema = z.array(exceptionSchema);
export type AuditException = z.infer<typeof exceptionSchema>;
type Advisory = z.infer<typeof advisorySchema>;

const idOf = ({ url }: Advisory) => url.split('/').at(-1) ?? url;

function advisoriesOf(report: z.infer<typeof reportSchema>): ReadonlyMap<string, Advisory> {
  const via = Object.values(report.vulnerabilities).flatMap((each) => each.via);
  return new Map(via.flatMap((each) => (typeof each === 'string' ? [] : [[`${idOf(each)} ${each.name}`, each]])));
}

/**
 * What is wrong with what the registry tells of our packages: every weakness but the explained ones, and every explanation
 * that is out of date. Undefined where it is no report, so that nothing was learned.
 */
export function auditFaults(
  told: unknown,
  exceptions: readonly AuditException[],
  today: string,
): readonly string[] | undefined {
  const report = reportSchema.safeParse(told);
  if (!report.success) return undefined;
  const advisories = advisoriesOf(report.data);
  const excepted = new Set(exceptions.map((each) => `${each.advisory} ${each.package}`));
  const open = [...advisories].filter(([key]) => !excepted.has(key));
  const late = exceptions.filter(({ until }) => until < today);
  const gone = exceptions.filter((each) => !advisories.has(`${each.advisory} ${each.package}`));
  return [
    ...open.map(([key, { severity, title }]) => `${key}: ${severity}: ${title}`),
    ...late.map((each) => `${each.advisory} ${each.package}: to be looked at again since ${each.until}`),
    ...gone.map((each) => `${each.advisory} ${each.package}: reported no more, take the exception out`),
  ];
}
