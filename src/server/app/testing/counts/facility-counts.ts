/** Why fields are as they are, and of each endpoint the fields: with `.**` whatever stands below. */
export type FieldsByReason = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What counts facilities and hides a small number, with what hides it. */
export const suppressed: FieldsByReason = {
  'core/region/unnamed.ts and audited.ts': {
    'region.read': 'unnamed.facilities unnamed.stages.* audited.facilities audited.difference',
  },
  'core/programme/stage-table.ts: classes of fewer than ten are one row': {
    'programme.read': 'facilities classes[] classes[].facilities classes[].stages.* total.*',
  },
  'standingIn of server/assessment/repository.ts and percentileOf of core: nothing of fewer than ten others': {
    'assessment.result': 'comparison.others comparison.percentile comparison.quartiles.**',
    'assessment.submit': 'comparison.others comparison.percentile comparison.quartiles.**',
  },
  'shownCount of core/catalogue/version-contract.ts: nothing from one to nine': {
    'version.preview': 'concerned.runs concerned.facilities',
  },
  'the report shows the comparison of assessment.result and counts no facility itself': {
    'assessment.report': 'answer',
    'assessment.workbook': 'answer',
  },
};

const ownPlaces = 'facilities[]';

/** What counts facilities, or lists them, and hides none. */
export const shown: FieldsByReason = {
  'the public register, which names every facility with its place, for who looks after it': {
    'organisation.searchRegister': 'facilities[]',
    'organisation.registerCities': '[] [].facilities',
  },
  'lines of the public list, counted for who imported it': {
    'organisation.imports': '[].rowsRead',
    'organisation.readImport': [
      'rowsRead report.rowsRead report.new report.unchanged report.facilities',
      'report.changed.count report.changed.listed[] report.repeated.count report.repeated.listed[]',
      'report.conflicts.count report.conflicts.listed[] report.conflicts.listed[].names[]',
      'report.rejected.count report.rejected.listed[]',
    ].join(' '),
  },
  'names found by a part of the name, of facilities in use; fifty at most': { 'organisations.findFacilities': '[]' },
  'members by name: they confirmed that they belong to it, or were asked by it (ADR 0037)': {
    'organisations.facilities': '[]',
  },
  'members by name, that consented to be seen with their stage (ADR 0037)': { 'region.read': 'facilities[]' },
  'members by name, that let people in by the provider of the organisation': { 'sso.groups': 'facilities[]' },
  'facilities by name, of which each agreed to the support or was asked by it': { 'support.worklist': '[]' },
  'where the person belongs, or may go in as a supporter': {
    'identity.session': ownPlaces,
    'identity.signIn': ownPlaces,
    'identity.confirmSecondFactor': ownPlaces,
    'identity.setUp': ownPlaces,
    'identity.acceptInvitation': ownPlaces,
    'identity.joinFacility': ownPlaces,
    'account.changePassword': ownPlaces,
    'account.confirmRenewal': ownPlaces,
    'passkey.signIn': ownPlaces,
    'sso.complete': 'session.facilities[]',
  },
  'where the person is the last administrator': { 'ownRecord.erase': 'identity/last-administrator-of#places[]' },
  'the record of one person, with the places of that person': { 'ownRecord.download': 'answer' },
};
