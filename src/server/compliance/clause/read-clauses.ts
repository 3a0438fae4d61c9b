import { type Catalogue, findClause } from '#core/catalogue/catalogue.ts';
import type { Chapter, Clause } from '#core/catalogue/guideline.ts';
import type { ClauseRegister, ClauseView } from '#core/compliance/clause/clause-record.ts';
import { askedOf, clauseSource } from '#core/compliance/clause/clause-request.ts';
import { signOf } from '#core/compliance/clause/clause-sign.ts';
import { dayInJapan, fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { findRequests } from '../../plan/index.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newestSources } from '../newest-sources.ts';
import { findRecord, findRecords, findSteps, untouched } from './clause-repository.ts';

/** The part of the guideline that speaks to executives. */
const governance = 'GOV7';

/** The clauses of the governance part with what was done about each, and what submitted answers say of it. */
export async function readClauses(context: FacilityContext, catalogue: Catalogue): Promise<ClauseRegister> {
  const guideline = catalogue.guidelines.find(({ id }) => id === governance);
  if (!guideline) throw notFound();
  const [records, steps] = [await findRecords(context), await findSteps(context)];
  const [sources, asked] = [await newestSources(context, catalogue), await askedHere(context)];
  const { id, title, version, certainty, source, note } = guideline;
  return {
    guideline: { id, title, version, certainty, source, note },
    clauses: guideline.chapters.flatMap((chapter) =>
      chapter.clauses.map((clause) => ({
        ...wordsOf({ clause, chapter }),
        ...{ ...(records.get(clause.id) ?? untouched), steps: steps.get(clause.id) ?? [] },
        ...{ sign: signOf(clause, sources), asked: asked(clause.id) },
      })),
    ),
  };
}

/** Tells of each clause what the executives were asked of it this year. */
async function askedHere(context: FacilityContext): Promise<(clauseId: string) => ClauseView['asked']> {
  const requests = await findRequests(context);
  const year = fiscalYearOf(context.now);
  return (clauseId) => askedOf(requests, clauseSource(clauseId, year), dayInJapan(context.now));
}

type Placed = { readonly clause: Clause; readonly chapter: Chapter };

function wordsOf({ clause, chapter: { no, title } }: Placed) {
  const { id, label, text, help, roles, evidence } = clause;
  return { id, label, text, help, roles, proofs: evidence, chapter: { no, title } };
}

/** A clause of the governance part; refused as not found where there is none of that id. */
export function clauseOf(catalogue: Catalogue, clauseId: string): Placed {
  const placed = findClause(catalogue, clauseId);
  if (placed?.guideline.id !== governance || !placed.clause) throw notFound();
  return { clause: placed.clause, chapter: placed.chapter };
}

/** One clause as it stands. */
export async function readClause(context: FacilityContext, catalogue: Catalogue, placed: Placed): Promise<ClauseView> {
  const { clause } = placed;
  const steps = (await findSteps(context, clause.id)).get(clause.id) ?? [];
  const sign = signOf(clause, await newestSources(context, catalogue));
  const asked = (await askedHere(context))(clause.id);
  return { ...wordsOf(placed), ...(await findRecord(context, clause.id)), steps, sign, asked };
}
