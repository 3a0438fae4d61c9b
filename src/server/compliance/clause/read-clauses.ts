import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Guideline } from '#core/catalogue/guideline.ts';
import { type ClauseLine, findLine, linesOf, partsFor } from '#core/compliance/clause/clause-line.ts';
import type { ClauseRegister, ClauseView } from '#core/compliance/clause/clause-record.ts';
import { askedOf, clauseSource } from '#core/compliance/clause/clause-request.ts';
import { clauseScopeOf, type FacilityScope } from '#core/compliance/clause/clause-scope.ts';
import { signOf } from '#core/compliance/clause/clause-sign.ts';
import { hasServers, systemTypeOf } from '#core/compliance/clause/system-type.ts';
import { readProfile } from '../../organisation/index.ts';
import { findRequests } from '../../plan/index.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { newestSources } from '../newest-sources.ts';
import { shownAtClauses } from '../shown-at-clauses.ts';
import { findRecord, findRecords, findSteps, untouched } from './clause-repository.ts';

const withoutChapters = ({ chapters: _, ...head }: Guideline) => head;

/** The parts of the guideline with what was done about each line, what submitted answers say of it, and whether it is for us. */
export async function readClauses(context: FacilityContext, catalogue: Catalogue): Promise<ClauseRegister> {
  const [records, steps] = [await findRecords(context), await findSteps(context)];
  const told = await tellersOf(context, catalogue);
  const viewOf = (line: ClauseLine): ClauseView => ({
    ...told.of(line),
    ...(records.get(line.id) ?? untouched),
    steps: steps.get(line.id) ?? [],
  });
  const { systemType, deemed } = told.facility;
  const isWritten = (id: string) => records.has(id) || steps.has(id);
  return {
    facility: { systemType, deemed },
    parts: partsFor(catalogue, told.facility, isWritten).map((guideline) => ({
      guideline: withoutChapters(guideline),
      clauses: linesOf(catalogue, guideline).map(viewOf),
    })),
  };
}

/** What the facility says of itself that decides which lines are for it. */
async function scopeOf(context: FacilityContext): Promise<FacilityScope> {
  const profile = await readProfile(context);
  const { sheetChoice } = profile;
  return {
    systemType: systemTypeOf(profile),
    deemed: sheetChoice?.choice.deemedCompliance ?? null,
    inHouse: hasServers(sheetChoice),
  };
}

/** Tells of a line everything but what the facility has written and done about it. */
async function tellersOf(context: FacilityContext, catalogue: Catalogue) {
  const [facility, sources] = [await scopeOf(context), await newestSources(context, catalogue)];
  const shown = await shownAtClauses(context);
  const requests = await findRequests(context, clauseSource(''));
  const of = (line: ClauseLine) => ({
    ...wordsOf(line),
    scope: clauseScopeOf(line, facility),
    shownBy: shown(line.id),
    sign: signOf(line, sources),
    asked: askedOf(requests, line.id, context.now),
  });
  return { facility, of };
}

function wordsOf({ id, label, text, points, help, roles, proofs, certainty, chapter, part, source }: ClauseLine) {
  return { id, label, text, points: [...points], help, roles, proofs: [...proofs], certainty, chapter, part, source };
}

/** A line of the guideline; refused as not found where there is none of that id. */
export function clauseOf(catalogue: Catalogue, clauseId: string): ClauseLine {
  const line = findLine(catalogue, clauseId);
  if (!line) throw notFound();
  return line;
}

/** One line as it stands. */
export async function readClause(
  context: FacilityContext,
  catalogue: Catalogue,
  line: ClauseLine,
): Promise<ClauseView> {
  const steps = (await findSteps(context, line.id)).get(line.id) ?? [];
  const told = await tellersOf(context, catalogue);
  return { ...told.of(line), ...(await findRecord(context, line.id)), steps };
}
