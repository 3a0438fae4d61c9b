import { expect, test } from 'vitest';
import { unseenPages } from './journey-report.ts';

const journey = (...annotations: [type: string, description: string][]) => ({
  specs: [{ tests: [{ annotations: annotations.map(([type, description]) => ({ type, description })) }] }],
});

test('a page no journey has looked at is named, wherever in the report the looks stand', () => {
  const suites = [
    { specs: [], suites: [journey(['page', '/'], ['page', '/words'], ['page', '/reset'], ['looked', '/'])] },
    journey(['page', '/'], ['page', '/words'], ['page', '/reset'], ['looked', '/words']),
  ];
  expect(unseenPages({ suites })).toEqual(['/reset']);
});

test('where the journeys have named no page, none counts as looked at', () => {
  expect(unseenPages({ suites: [journey(['looked', '/'])] })).toEqual(['*']);
});

test('nothing is named once all were looked at', () => {
  expect(unseenPages({ suites: [journey(['page', '/'], ['looked', '/'])] })).toEqual([]);
});
