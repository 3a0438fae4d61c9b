import type { Facts, RunFacts } from '../facts.ts';

/** A hospital at the beginning of its year, seen by its only person: the administrator. */
export const newHospital: Facts = {
  facilityId: 'f',
  fiscalYear: 2026,
  person: { id: 'p', roles: ['facility-administrator'] },
  profile: { type: 'hospital', typeGuessed: false, beds: 218 },
  sheets: {
    hospital: { title: '病院システム', size: '21分野80問' },
    'network-level': { title: '院内ネットワークの段階', size: '12問' },
    executive: { title: '経営層', size: '9分野15問' },
  },
  mainSheet: 'hospital',
  main: undefined,
  network: undefined,
  executive: undefined,
  checklist: undefined,
  myAreas: [],
  result: undefined,
  networkLevel: null,
  provenLevel: null,
  executives: { members: 0, invited: 0, answered: undefined },
  members: 1,
  year: [],
  dues: [],
  decisions: [],
};

/** A clinic with nobody but its administrator. */
export const newClinic: Facts = {
  ...newHospital,
  profile: { type: 'clinic', typeGuessed: false, beds: 0 },
  mainSheet: 'small-facility',
};

export const openRun: RunFacts = {
  id: 'run',
  sheetTitle: '病院システム',
  status: 'open',
  answered: 52,
  items: 80,
  toConfirm: 0,
  submittedAt: null,
  assigned: 0,
};

export const submittedRun: RunFacts = {
  ...openRun,
  status: 'submitted',
  answered: 80,
  submittedAt: '2026-11-12T01:00:00Z',
};

/** The same hospital with everything done, and two executives who have answered. */
export const finishedHospital: Facts = {
  ...newHospital,
  main: submittedRun,
  network: { ...submittedRun, id: 'net', answered: 12, items: 12 },
  result: {
    runId: 'run',
    fiscalYear: 2026,
    preview: false,
    score: 1.64,
    weakAreas: 10,
    areas: 21,
    change: 0.34,
    proven: null,
  },
  networkLevel: 1,
  executives: { members: 2, invited: 0, answered: 2 },
  members: 5,
};
