import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { auditFaults, exceptionsSchema } from './audit-report.ts';

const advisory = {
  source: 1,
  name: 'left-pad',
  title: 'Padding goes on for ever',
  url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
  severity: 'high',
};
const report = {
  auditReportVersion: 2,
  vulnerabilities: { 'left-pad': { via: [advisory] }, 'uses-left-pad': { via: ['left-pad'] } },
};
const clean = { auditReportVersion: 2, vulnerabilities: {} };
const exception = {
  advisory: 'GHSA-aaaa-bbbb-cccc',
  package: 'left-pad',
  until: '2027-01-31',
  reason: 'Only the build pads, with a fixed width, and never what people typed.',
};

describe('what the registry tells of our packages', () => {
  it('is a fault for each weakness, once', () => {
    expect(auditFaults(report, [], '2026-12-01')).toEqual([
      'GHSA-aaaa-bbbb-cccc left-pad: high: Padding goes on for ever',
    ]);
    expect(auditFaults(clean, [], '2026-12-01')).toEqual([]);
  });

  it('is none where it is explained, until its day', () => {
    expect(auditFaults(report, [exception], '2027-01-31')).toEqual([]);
    expect(auditFaults(report, [exception], '2027-02-01')).toEqual([expect.stringContaining('looked at again')]);
  });

  it('leaves no explanation without its weakness', () => {
    expect(auditFaults(clean, [exception], '2026-12-01')).toEqual([expect.stringContaining('take the exception out')]);
    const ofAnother = { ...exception, package: 'right-pad' };
    expect(auditFaults(report, [ofAnother], '2026-12-01')).toHaveLength(2);
  });

  it.each([undefined, {}, { message: '405 Method Not Allowed' }])('is nothing where it is no report: %j', (told) =>
    expect(auditFaults(told, [], '2026-12-01')).toBeUndefined(),
  );
});

describe('the list of exceptions', () => {
  const listed: unknown = load(readFileSync(join(import.meta.dirname, '../docs/audit-exceptions.yaml'), 'utf8'));

  it('names advisory, package, day and a reason for each', () => {
    expect(exceptionsSchema.safeParse(listed).error).toBeUndefined();
  });

  it.each([{ reason: 'fine' }, { until: 'soon' }, { advisory: 'CVE-2026-1' }, { package: '' }, { note: 'x' }])(
    'takes none with %j',
    (wrong) => expect(exceptionsSchema.safeParse([{ ...exception, ...wrong }]).success).toBe(false),
  );
});
