import type { Fault } from '../kernel/contract.ts';
import { type Catalogue, findItem } from './catalogue.ts';
import { clausesOf } from './guideline.ts';
import { linkTarget } from './link-target.ts';
import type { Sheet } from './sheet.ts';

/** What the items of later versions come from: a link to an earlier one holds for those that follow it. */
function originsIn({ bridges }: Catalogue): (id: string) => string {
  const ways = bridges.flatMap(({ items }) => items.flatMap((one) => (one.change === 'new' ? [] : [one])));
  const before = new Map(ways.map(({ item, from }) => [item, from]));
  return (id) => {
    const seen = new Set<string>();
    let origin = id;
    for (let earlier = before.get(origin); earlier !== undefined && !seen.has(earlier); earlier = before.get(origin)) {
      seen.add(earlier);
      origin = earlier;
    }
    return origin;
  };
}

/** One direction of a link between a question and what it answers. */
type Tie = {
  readonly sheet: string;
  readonly from: string;
  readonly to: string;
  readonly question: string;
  readonly target: string;
  readonly relation: string;
};

/** What the questions say they answer. */
function tiesFromQuestions(catalogue: Catalogue): readonly Tie[] {
  return catalogue.sheets.flatMap((sheet) =>
    sheet.areas.flatMap((area) =>
      area.items.flatMap(({ id, links }) =>
        links
          .filter(({ relation }) => relation !== 'related')
          .map(({ to, relation }) => {
            return { sheet: `${sheet.id} ${sheet.version}`, from: id, to, question: id, target: to, relation };
          }),
      ),
    ),
  );
}

/** What checklist items and clauses say they are answered by. */
function tiesFromTargets(catalogue: Catalogue): readonly Tie[] {
  const fromItems = catalogue.sheets.flatMap((sheet) =>
    sheet.areas.flatMap((area) =>
      area.items.flatMap(({ id, items }) =>
        (items ?? []).map(({ item, relation }) => {
          return { sheet: `${sheet.id} ${sheet.version}`, from: id, to: item, question: item, target: id, relation };
        }),
      ),
    ),
  );
  const fromClauses = catalogue.guidelines.flatMap((guideline) =>
    clausesOf(guideline).flatMap(({ id, items }) =>
      items.map((item) => {
        return { sheet: guideline.id, from: id, to: item, question: item, target: id, relation: 'decides' };
      }),
    ),
  );
  return [...fromItems, ...fromClauses];
}

function unresolved(sheet: string, item: string, field: string, to: string): Fault {
  return { sheet, item, field, code: 'catalogue/link', message: `${item} の ${field} にある ${to} が見つかりません。` };
}

/** Ties of one side that the other side does not know; a published version may lean on any version of the other. */
function oneSided(
  ties: readonly Tie[],
  others: readonly Tie[],
  { field, originOf }: { readonly field: string; readonly originOf: (id: string) => string },
): readonly Fault[] {
  const keyOf = ({ question, relation, target }: Tie) => `${originOf(question)} ${relation} ${originOf(target)}`;
  const known = new Set(others.map(keyOf));
  return ties
    .filter((tie) => !known.has(keyOf(tie)))
    .map(({ sheet, from, to }) => {
      const message = `${from} から ${to} へのつながりが、${to} の側に同じ種類で書かれていません。`;
      return { sheet, item: from, field, code: 'catalogue/one-sided', message };
    });
}

function unresolvedOfSheet(catalogue: Catalogue, sheet: Sheet): readonly Fault[] {
  const place = `${sheet.id} ${sheet.version}`;
  const lost = (ids: readonly string[]): readonly string[] => ids.filter((id) => !findItem(catalogue, id));
  const inItems = sheet.areas.flatMap((area) =>
    area.items.flatMap(({ id, links, near, items }) => [
      ...links.filter((link) => !linkTarget(catalogue, link)).map(({ to }) => unresolved(place, id, 'links', to)),
      ...lost(near ?? []).map((to) => unresolved(place, id, 'near', to)),
      ...lost((items ?? []).map(({ item }) => item)).map((to) => unresolved(place, id, 'items', to)),
    ]),
  );
  const own = new Set(sheet.areas.flatMap((area) => area.items.map(({ id }) => id)));
  const inContradictions = (sheet.contradictions ?? []).flatMap(({ executive, items }) =>
    [...(own.has(executive) ? [] : [executive]), ...lost(items)].map((to) =>
      unresolved(place, executive, 'contradictions', to),
    ),
  );
  return [...inItems, ...inContradictions];
}

/** Links that lead nowhere, and links between questions, checklist items and clauses that stand on one side only. */
export function linkFaults(catalogue: Catalogue): readonly Fault[] {
  const originOf = originsIn(catalogue);
  const fromQuestions = tiesFromQuestions(catalogue);
  const fromTargets = tiesFromTargets(catalogue);
  const clauseItems = catalogue.guidelines.flatMap((guideline) =>
    clausesOf(guideline).flatMap(({ id, items }) =>
      items.filter((item) => !findItem(catalogue, item)).map((to) => unresolved(guideline.id, id, 'items', to)),
    ),
  );
  return [
    ...catalogue.sheets.flatMap((sheet) => unresolvedOfSheet(catalogue, sheet)),
    ...clauseItems,
    ...oneSided(fromQuestions, fromTargets, { field: 'links', originOf }),
    ...oneSided(fromTargets, fromQuestions, { field: 'items', originOf }),
  ];
}
