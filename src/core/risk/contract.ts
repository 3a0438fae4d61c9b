import { criteriaContract } from './criteria-contract.ts';
import { documentContract } from './document-contract.ts';
import { registerContract } from './risk-contract.ts';
import { suggestionContract } from './suggestion-contract.ts';
import { treatmentContract } from './treatment-contract.ts';

/** Endpoints of the risks of a facility. */
export const riskContract = {
  ...registerContract,
  ...treatmentContract,
  ...criteriaContract,
  ...suggestionContract,
  ...documentContract,
};
