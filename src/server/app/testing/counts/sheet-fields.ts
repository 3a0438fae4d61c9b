import type { FieldsByReason } from './facility-counts.ts';

const entry = 'prefecture beds functions[]';

const profile = `${entry} revision suggestedTier.reasons[] sheetChoice.choice.reasons[]`;

const run = 'fiscalYear answered items toConfirm';

const runWithAnswers = `${run} answers[] answers[].revision assignments[] may.answer[] scopeAreas[] scopeItems[]`;

/** What taking many answers at once tells. */
export const taken =
  'written unchanged conflicts[] conflicts[].current.revision sheet/file-not-usable#faults[] sheet/file-not-usable#faults[].row';

/** Of one facility: what it is, its runs and files, what is told of it and whom it lets in. */
export const ofOneFacility: FieldsByReason = {
  'one facility: size, place, functions': {
    'organisation.searchRegister': 'facilities[].prefecture facilities[].beds facilities[].functions[]',
    'organisation.registeredFacility': entry,
    'organisation.createFacility': entry,
    'organisation.correctFacility': entry,
    'organisation.openFacility': entry,
    'organisation.profile': profile,
    'organisation.editProfile': `${profile} organisation/profile-changed#current.**`,
    'organisation.chooseSheet': profile,
    'region.read': 'facilities[].score facilities[].level',
  },
  'runs, answers and files of one facility': {
    'evidence.list': '[] [].size [].alsoAt[]',
    'evidence.established': '[]',
    'evidence.add': 'size',
    'evidence.addToTask': 'size',
    'evidence.content': 'answer',
    'evidence.restore': 'size',
    'sheet.runs': '[] [].fiscalYear [].answered [].items [].toConfirm',
    'sheet.begin': runWithAnswers,
    'sheet.run': runWithAnswers,
    'sheet.saveAnswer': 'revision sheet/stale-revision#current.revision',
    'sheet.history': '[] [].revision',
    'sheet.setWithoutVendor': runWithAnswers,
    'sheet.lastYear': 'fiscalYear answers[] answers[].revision',
    'sheet.earlierAnswers': 'fiscalYear answers[] answers[].answer.revision',
    'sheet.moveRun': runWithAnswers,
    'sheet.carryOver': taken,
    'sheet.takeSelfCheck': taken,
    'sheet.takeWorkbook': taken,
    'sheet.downloadWorkbook': 'answer',
    'sheet.downloadCsv': 'answer',
    'live.stream': 'events[] events[].answer.revision',
    'live.changes': 'events[] events[].answer.revision',
    'leaving.recordSize': 'runs files bytes',
    'leaving.record': 'answer',
  },
  'acts in one place': {
    'activity.list': 'entries[] entries[].detail.*',
    'activity.export': 'answer',
    'activity.ofOrganisation': 'entries[] entries[].detail.*',
    'webhook.list': 'receivers[] receivers[].events[] receivers[].revision',
    'webhook.deliveries': 'receiver.events[] receiver.revision deliveries[] deliveries[].attempts deliveries[].status',
  },
  'agreements of one facility, and what each opens': {
    'support.agreements': '[] [].scope[]',
    'support.offer': 'scope[]',
    'support.accept': 'scope[]',
    'support.end': 'scope[]',
    'support.worklist': '[].scope[]',
    'support.ask': 'scope[]',
    'support.leave': 'scope[]',
  },
};
