/** How many items each area and how many measures a published version has, by 「id version」. */
export type SheetCounts = Readonly<Record<string, { areas: Readonly<Record<string, number>>; measures: number }>>;

/** How many clauses each chapter of a guideline has, by guideline id; chapters only where their clauses could be read. */
export type GuidelineCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export type ContentCounts = { readonly sheets: SheetCounts; readonly guidelines: GuidelineCounts };

const hospitalAreas = {
  '01': 6,
  '02': 4,
  '03': 5,
  '04': 3,
  '05': 4,
  '06': 5,
  '07': 6,
  '08': 3,
  '09': 3,
  '10': 3,
  '11': 2,
  '12': 5,
  '13': 2,
  '14': 3,
  '15': 5,
  '16': 4,
  '17': 2,
  '18': 3,
  '19': 4,
  '20': 4,
  '21': 4,
};
const executiveAreas = { E1: 2, E2: 2, E3: 2, E4: 2, E5: 1, E6: 2, E7: 2, E8: 1, E9: 1 };
const smallFacilityAreas = { S1: 1, S2: 1, S3: 1, S4: 2, S5: 2, S6: 1, S7: 1, S8: 1, S9: 1, S10: 1, S11: 1 };
const checklistAreas = { 'R7-0': 1, 'R7-1': 1, 'R7-2': 13, 'R7-3': 3, 'R7-4': 1 };

function chaptersWithoutClauses(last: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: last }, (_, index) => [String(index + 1), 0]));
}

/** The counts the published content must have; a new version gets its own line here. */
export const contentCounts: ContentCounts = {
  sheets: {
    'hospital 1.0.0': { areas: hospitalAreas, measures: 98 },
    'executive 1.0.0': { areas: executiveAreas, measures: 19 },
    'small-facility 1.0.0': { areas: smallFacilityAreas, measures: 25 },
    'network-level 1.0.0': { areas: { external: 6, media: 3, internal: 3 }, measures: 0 },
    'checklist-institution R7': { areas: checklistAreas, measures: 0 },
    'checklist-pharmacy R7': { areas: checklistAreas, measures: 0 },
    'checklist-vendor R7': { areas: { 'R7-1': 1, 'R7-2': 12 }, measures: 0 },
  },
  guidelines: {
    GOV7: { 1: 17, 2: 7, 3: 19, 4: 3, 5: 6 },
    PLN6: chaptersWithoutClauses(16),
    OPS6: chaptersWithoutClauses(18),
    ENT7: { 0: 0, 9: 0, 10: 0 },
  },
};
