import { askedIn } from './asked-fields.ts';
import type { FieldsByReason } from './facility-counts.ts';
import { taken } from './sheet-fields.ts';

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

const regulation = (at: string) =>
  ['clauseIds[]', 'revision', 'versions[]', 'versions[].number'].map((field) => at + field).join(' ');

/** Of the register of one facility: checklist, clauses, forms of vendors, documents, what is laid before an inspection. */
export const ofCompliance: FieldsByReason = {
  'the register of one facility': {
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
      'fiscalYear years[] vendorForms[] vendorForms[].form.fiscalYear vendorForms[].form.answered vendorForms[].form.items vendorForms[].form.no regulations[] regulations[].number checklist.fiscalYear checklist.sections[] checklist.sections[].items[] checklist.sections[].items[].established[] checklist.vendors.** files[] files[].size files[].proves[] inCharge[] inCharge[].people[] askedAt.contact-tree[] askedAt.drill[] drill[]',
    'compliance.inspectionSize': 'files bytes',
    'compliance.inspectionPdf': 'answer',
    'compliance.inspectionZip': 'answer',
    'compliance.clauses': `parts[] parts[].clauses[] ${clause('parts[].clauses[].')}`,
    'compliance.editClause': `${clause('')} ${clause('compliance/clause-changed#current.')}`,
    'compliance.askAboutClause': `${clause('')} ${clause('compliance/clause-changed#current.')} ${askedIn('plan/asked-already#current')}`,
    'compliance.setStep': `${clause('')} ${clause('compliance/clause-changed#current.')}`,
  },
};
