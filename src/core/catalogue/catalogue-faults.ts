import type { Fault } from '../kernel/contract.ts';
import { auditGuideFaults } from './audit-guide-faults.ts';
import { bridgeFaults } from './bridge-faults.ts';
import type { Catalogue } from './catalogue.ts';
import { type ContentCounts, contentCounts } from './content-counts.ts';
import { countFaults } from './count-faults.ts';
import { idFaults } from './id-faults.ts';
import { ladderFaults } from './ladder-faults.ts';
import { linkFaults } from './link-faults.ts';
import { measureFaults } from './measure-faults.ts';
import { prerequisiteFaults } from './prerequisite-faults.ts';
import { reachFaults } from './reach-faults.ts';
import { referenceFaults } from './reference-faults.ts';
import { riskFaults } from './risk-faults.ts';
import { wordFaults } from './word-faults.ts';
import { wordingFaults } from './wording-faults.ts';

/**
 * Everything wrong with the content that the schemas cannot see: counts, ids, links both ways, bridges between versions, measures and what they
 * reach, words explained twice, unwritten texts. Empty for content that may be published.
 */
export function catalogueFaults(catalogue: Catalogue, counts: ContentCounts = contentCounts): readonly Fault[] {
  return [
    ...countFaults(catalogue, counts),
    ...idFaults(catalogue),
    ...linkFaults(catalogue),
    ...bridgeFaults(catalogue),
    ...measureFaults(catalogue),
    ...ladderFaults(catalogue),
    ...prerequisiteFaults(catalogue),
    ...reachFaults(catalogue),
    ...riskFaults(catalogue),
    ...referenceFaults(catalogue),
    ...auditGuideFaults(catalogue),
    ...wordFaults(catalogue),
    ...wordingFaults(catalogue),
  ];
}
