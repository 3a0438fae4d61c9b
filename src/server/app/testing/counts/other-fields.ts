import type { FieldsByReason } from './facility-counts.ts';

const locked = 'identity/locked#retryAfterSeconds';
const session = 'proofs[] systemRoles[] facilities[].roles[] organisations[] organisations[].roles[]';
const entry = 'prefecture beds functions[]';
const run = 'fiscalYear answered items toConfirm';
const runWithAnswers = `${run} answers[] answers[].revision assignments[] may.answer[] scopeAreas[]`;
const taken =
  'written unchanged conflicts[] conflicts[].current.revision sheet/file-not-usable#faults[] sheet/file-not-usable#faults[].row';
const profile = `${entry} revision suggestedTier.reasons[] sheetChoice.choice.reasons[]`;
const changed = ['costPlanned', 'costSpent', 'personDays', 'fiscalYear', 'revision']
  .map((field) => `plan/task-changed#current.${field}`)
  .join(' ');

const asked = 'cost revision decisions[] decisions[].fiscalYear decisions[].number';
const askedIn = (place: string) =>
  asked
    .split(' ')
    .map((field) => `${place}.${field}`)
    .join(' ');
const askedAsItStands = ['plan/request-changed', 'plan/request-decided']
  .map((code) => askedIn(`${code}#current`))
  .join(' ');

const clause = (at: string) =>
  [
    'revision',
    'steps[]',
    'sign.from[]',
    'sign.from[].established[]',
    'roles[]',
    'proofs[]',
    'points[]',
    'shownBy[]',
    'chapter.no',
  ]
    .map((field) => at + field)
    .join(' ');

const openedForm = 'fiscalYear answers[] answers[].revision';
const system = (at: string) =>
  ['revision', 'form.answered', 'form.items', 'form.no[]', 'earlier[]', 'earlier[].fiscalYear']
    .map((field) => at + field)
    .join(' ');
const riskLine = (at: string) =>
  ['number', 'estimate.**', 'after.**', 'level', 'levelAfter'].map((field) => at + field).join(' ');
const risk = (at = '') =>
  [
    'assets[]',
    'outageHours',
    'patients',
    'leaked',
    'treatments[]',
    'acceptance.level',
    'acceptance.impact',
    'acceptance.changed.parts[]',
    'revision',
  ]
    .map((field) => at + field)
    .concat(riskLine(at))
    .join(' ');
const changedRisk = `${risk()} ${risk('risk/changed#current.')}`;
const regulation = (at: string) =>
  ['clauseIds[]', 'revision', 'versions[]', 'versions[].number'].map((field) => at + field).join(' ');

const audit = (at: string) =>
  [
    ...['fiscalYear', 'revision', 'areas[]', 'clauses[]', 'team[]', 'team[].areas[]'],
    ...['team[].involvements[]', 'team[].involvements[].fiscalYear', 'progress.items', 'progress.done'],
    ...['openFindings', 'lateFindings', 'findings[]', 'findings[].revision', 'veracity.**'],
    ...['requests[]', 'requests[].revision', 'interviews[]', 'teamChanges[]'],
    ...['teamChanges[].former[]', 'teamChanges[].former[].areas[]', 'teamChanges[].present[]'],
    'teamChanges[].present[].areas[]',
  ]
    .map((field) => at + field)
    .join(' ');
const notIndependent =
  'audit/not-independent#refusals[] audit/not-independent#refusals[].reasons[] audit/not-independent#refusals[].reasons[].fiscalYear';

const result = 'run.** result.** previous.** networkLevel mirror.** executives';

const ofPeople: FieldsByReason = {
  'what one person holds, and by what the person signs in': {
    'identity.session': session,
    'identity.signIn': `${session} identity/code-required#proofs[] ${locked}`,
    'identity.confirmSecondFactor': `${session} ${locked}`,
    'identity.setUp': session,
    'identity.acceptInvitation': session,
    'identity.joinFacility': session,
    'account.changePassword': `${session} ${locked}`,
    'account.confirmRenewal': `${session} ${locked}`,
    'passkey.signIn': `${session} ${locked}`,
    'sso.complete':
      'session.proofs[] session.systemRoles[] session.facilities[].roles[] session.organisations[] session.organisations[].roles[]',
    'account.read': 'secondFactors[] recoveryCodesLeft',
    'account.stepUp': `recoveryCodesLeft ${locked}`,
    'account.sessions': '[]',
    'account.makeRecoveryCodes': 'codes[]',
    'passkey.list': 'passkeys[]',
    'passkey.beginRegistration':
      'pubKeyCredParams[] pubKeyCredParams[].alg timeout excludeCredentials[] excludeCredentials[].transports[]',
    'passkey.beginSignIn': 'timeout allowCredentials[] allowCredentials[].transports[]',
    'passkey.beginStepUp': 'timeout allowCredentials[] allowCredentials[].transports[]',
  },
  'people of one place, their roles and keys': {
    'identity.readInvitation': 'roles[]',
    'identity.members': '[] [].roles[]',
    'identity.changeRoles': 'roles[]',
    'identity.invitations': '[] [].roles[]',
    'accessToken.list': '[] [].scopes[]',
    'activity.people': '[]',
    'organisations.members': '[] [].roles[]',
    'organisations.changeRoles': 'roles[]',
    'organisations.invitations': '[] [].roles[]',
    'sso.groups': 'groups[] groups[].roles[]',
  },
};

const ofOneFacility: FieldsByReason = {
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
    'compliance.checklist':
      'fiscalYear sections[] sections[].items[] sections[].items[].established[] vendors.systems vendors.answered vendors.unanswered vendors.no vendors.late',
    'compliance.vendorSystems': `fiscalYear systems[] ${system('systems[].')}`,
    'compliance.openVendorForm': openedForm,
    'compliance.answerVendorForm': 'revision compliance/answer-changed#current.revision',
    'compliance.sendVendorForm': `${openedForm} compliance/form-not-complete#items[]`,
    'compliance.takeBackVendorForm': openedForm,
    'compliance.addVendorSystem': system(''),
    'compliance.editVendorSystem': `${system('')} ${system('compliance/system-changed#current.')}`,
    'compliance.proposals': '[] [].from[] [].from[].fiscalYear [].from[].established[]',
    'compliance.takeProposals': taken,
    'plan.takeDerived': taken,
    'compliance.form': 'answer',
    'compliance.regulations': '[] [].clauseIds[] [].revision [].current.number [].coming.number [].draft.number',
    'compliance.regulation': regulation(''),
    'compliance.addRegulation': regulation(''),
    'compliance.editRegulation': `${regulation('')} ${regulation('compliance/regulation-changed#current.')}`,
    'compliance.writeDraft': `${regulation('')} ${regulation('compliance/regulation-changed#current.')}`,
    'compliance.approveDraft': `${regulation('')} ${regulation('compliance/regulation-changed#current.')}`,
    'compliance.printRegulation': 'answer',
    'compliance.desk': 'revision',
    'compliance.editDesk': 'revision compliance/desk-changed#current.revision',
    'compliance.enquiries': 'entries[] entries[].revision',
    'compliance.addEnquiry': 'revision',
    'compliance.editEnquiry': 'revision compliance/enquiry-changed#current.revision',
    'compliance.provisions': 'entries[] entries[].revision',
    'compliance.addProvision': 'revision',
    'compliance.editProvision': 'revision compliance/provision-changed#current.revision',
    'compliance.exportProvisions': 'answer',
    'compliance.feeEvidence':
      '[] [].conditions[] [].conditions[].proofs[] [].conditions[].proofs[].shownBy[] [].conditions[].proofs[].established[] [].conditions[].proofs[].files[]',
    'compliance.printFeeEvidence': 'answer',
    'compliance.inspection':
      'fiscalYear vendorForms[] vendorForms[].form.fiscalYear vendorForms[].form.answered vendorForms[].form.items vendorForms[].form.no regulations[] regulations[].number checklist.fiscalYear checklist.sections[] checklist.sections[].items[] checklist.sections[].items[].established[] checklist.vendors.** files[] files[].size files[].proves[] inCharge[] inCharge[].people[] askedAt.contact-tree[] askedAt.drill[] drill[]',
    'compliance.inspectionSize': 'files bytes',
    'compliance.inspectionPdf': 'answer',
    'compliance.inspectionZip': 'answer',
    'compliance.clauses': `parts[] parts[].clauses[] ${clause('parts[].clauses[].')}`,
    'compliance.editClause': `${clause('')} ${clause('compliance/clause-changed#current.')}`,
    'compliance.askAboutClause': `${clause('')} ${clause('compliance/clause-changed#current.')} ${askedIn('plan/asked-already#current')}`,
    'compliance.setStep': `${clause('')} ${clause('compliance/clause-changed#current.')}`,
    'risk.risks': `risks[] ${riskLine('risks[].')}`,
    'risk.riskSums': 'criteria.** before[].** after[].** states[].** toReview',
    'risk.risk': risk(),
    'risk.addRisk': risk(),
    'risk.editRisk': changedRisk,
    'risk.assessRisk': changedRisk,
    'risk.closeRisk': changedRisk,
    'risk.addTreatment': changedRisk,
    'risk.editTreatment': changedRisk,
    'risk.removeTreatment': risk(),
    'risk.askAcceptance': changedRisk,
    'risk.dropAcceptance': risk(),
    'risk.criteria': 'criteria.** estimated',
    'risk.setCriteria':
      'criteria.** estimated risk/criteria-edited#current.criteria.** risk/criteria-edited#current.estimated',
    'risk.suggestedRisks': 'suggestions[].** passed[]',
    'risk.takeSuggestion': risk(),
    'risk.passSuggestion': 'suggestions[].** passed[]',
    'risk.board': 'answer',
    'risk.workbook': 'answer',
    'risk.safeguards': 'rows[].** unplaced untreated',
    'risk.treatmentChoices': 'lines[] measures[]',
    'audit.ask': 'revision',
    'audit.reply': 'revision audit/request-changed#current.revision',
    'audit.pdfReport': 'answer',
    'audit.wordReport': 'answer',
    'audit.session': 'answer',
    'audit.report': `${audit('')} ${notIndependent} audit/areas-left#areas[] audit/not-concluded#items[]`,
    'audit.planCorrection': 'revision audit/finding-changed#current.revision',
    'audit.correct': 'revision audit/finding-changed#current.revision',
    'audit.verify': 'revision audit/finding-changed#current.revision',
    'audit.audits':
      'audits[] audits[].fiscalYear audits[].openFindings audits[].lateFindings next[] next[].fiscalYear next[].last',
    'audit.choices': 'areas[] clauses[] auditors[] auditors[].involvements[] auditors[].involvements[].fiscalYear',
    'audit.plan': `${audit('')} ${notIndependent}`,
    'audit.audit': audit(''),
    'audit.edit': `${audit('')} ${notIndependent} ${audit('audit/changed#current.')}`,
    'audit.changeTeam': `${audit('')} ${notIndependent} ${audit('audit/changed#current.')}`,
    'audit.claims': 'fiscalYear answers[]',
    'audit.begin': `${audit('')} ${notIndependent} audit/areas-left#areas[]`,
    'live.stream': 'events[] events[].answer.revision',
    'live.changes': 'events[] events[].answer.revision',
    'leaving.recordSize': 'runs files bytes',
    'leaving.record': 'answer',
  },
  'result and plan of one facility; executives are people of it': {
    'assessment.result': result,
    'assessment.submit': `${result} assessment/unanswered#items[] assessment/to-confirm#items[] assessment/days-missing#items[]`,
    'assessment.reopen': run,
    'plan.make': 'cost personDays areas[].** networkLevel.** gap chosen[].** limits.** leftOut[].** schedule[].**',
    'plan.frontier': 'now.** moreMoney.** moreTime.** curve[].**',
    'year.read': 'fiscalYear steps[] dues[]',
    'year.feed': 'answer',
    'year.setDay': 'fiscalYear steps[] dues[]',
    'plan.costs': '[] [].yen',
    'plan.tasks':
      'tasks[] tasks[].costPlanned tasks[].costSpent tasks[].personDays tasks[].fiscalYear tasks[].revision',
    'plan.taskSums': '[] [].quarter [].tasks [].costPlanned [].costSpent [].personDays',
    'plan.derivedAnswers': '[] [].tasks[]',
    'plan.task':
      'comments[] former[] former[].fiscalYear former[].comments[] carriedTo.fiscalYear task.costPlanned task.costSpent task.personDays task.fiscalYear task.revision',
    'plan.acceptPlan': 'added standing',
    'plan.carryOver': 'carried',
    'plan.addTask': 'costPlanned costSpent personDays fiscalYear revision',
    'plan.decisionRequests': `newest[] newest[].fiscalYear newest[].score newest[].weakAreas newest[].areas newest[].networkLevel due[] waiting[] settled[] suggested[] suggested[].cost ${['due', 'waiting', 'settled'].map((part) => askedIn(`${part}[]`)).join(' ')}`,
    'plan.askDecision': `${asked} ${askedIn('plan/asked-already#current')}`,
    'plan.editRequest': `${asked} ${askedAsItStands}`,
    'plan.withdrawRequest': askedIn('plan/request-decided#current'),
    'plan.decide': `${asked} ${askedAsItStands}`,
    'plan.decisionSheet': 'answer',
    'plan.editTask': `costPlanned costSpent personDays fiscalYear revision ${changed}`,
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

const ofTheInstallation: FieldsByReason = {
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

/** What is a number, a list or a document and counts no facilities, with what it is of. */
export const others: FieldsByReason = { ...ofPeople, ...ofOneFacility, ...ofTheInstallation };
