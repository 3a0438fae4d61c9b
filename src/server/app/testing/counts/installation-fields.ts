import type { FieldsByReason } from './facility-counts.ts';

/** Of the installation, its content and the organisations above facilities. */
export const ofTheInstallation: FieldsByReason = {
  'organisations, not facilities; with the code of a prefecture': {
    'organisations.list': '[] [].prefecture',
    'organisations.create': 'prefecture',
    'organisations.read': 'prefecture',
    'organisations.memberships': '[] [].organisation.prefecture',
    'organisations.join': 'organisation.prefecture',
    'support.organisations': '[] [].prefecture',
    'sso.connection': 'connection.domains[] connection.endpoints[]',
    'sso.save': 'domains[] endpoints[]',
    'sso.atFacility': '[]',
  },
  'the year and the area that is counted': {
    'region.read': 'fiscalYear',
    'version.preview': 'fiscalYear',
    'programme.read': 'fiscalYear prefecture',
  },
  'imports, how far they are, and where in the file something stands': {
    'organisation.imports': '[] [].share',
    'organisation.readImport':
      'share report.repeated.listed[].rows[] report.conflicts.listed[].rows[] report.rejected.listed[].row report.faults[] report.faults[].row',
  },
  'content, the same for everybody': {
    'catalogue.sheets': '[] [].items',
    'catalogue.sheet': 'sheet.** targets.**',
    'catalogue.sheetVersion': 'sheet.** targets.**',
    'catalogue.sheetChanges': 'items[] dropped[]',
    'catalogue.auditGuide': 'items[]',
    'catalogue.words': '[]',
    'catalogue.templates': '[] [].clauses[]',
  },
  'files of the ministry, and how one of them is read': {
    'form.list': 'known[] known[].bytes drafts[] drafts[].fileBytes drafts[].revision published[]',
    'form.upload': 'fileBytes revision form/file-not-usable#faults[] form/file-not-usable#faults[].row',
    'form.draft': [
      'fileBytes revision rows[] rows[][] mapping.number mapping.text mapping.goal mapping.equipment',
      'mapping.roles[] items[] items[].row items[].questions[] items[].clauses[] earlier.items[]',
      'suggestions[] suggestions[].row suggestions[].earlier[] suggestions[].questions[] suggestions[].clauses[]',
    ].join(' '),
    'form.map': 'fileBytes revision',
    'form.review': 'fileBytes revision',
    'form.publish': 'form/not-publishable#faults[] form/not-publishable#faults[].row',
  },
  'versions of the content, item by item': {
    'version.list': '[] [].newer[] [].older[]',
    'version.adopt': 'newer[] older[]',
    'version.preview': 'changes.items[] changes.dropped[]',
  },
  'backups, with the rows of all tables together': { 'backup.list': 'backups[] backups[].bytes backups[].rows' },
  'seals of all logs together': { 'activity.head': 'number' },
};
