import type { Role } from '#core/identity/role.ts';
import type { Criteria } from '#core/risk/criteria.ts';
import type { ShownRisk } from './calls.ts';

/** What is open above the page. */
export type Opened = 'edit' | 'estimate' | 'treatment' | 'acceptance' | undefined;

export type RiskPartProps = {
  readonly facilityId: string;
  readonly risk: ShownRisk;
  readonly criteria: Criteria;
  readonly roles: readonly Role[];
  readonly open: (part: Opened) => void;
};
