import { z } from 'zod';
import type { NetworkPart } from '../assessment/report/network-part.ts';
import { areaScoreText } from '../assessment/score-text.ts';
import type { AreaScore } from '../assessment/scoring.ts';
import type { RiskGuide, RiskPattern } from '../catalogue/risk-guide.ts';
import { type Conclusion, conclusionTitles } from '../sheet/conclusion.ts';

/** What happened elsewhere, as a reason to look at a risk. */
const happenedSchema = z.object({
  when: z.string(),
  where: z.string(),
  cause: z.string(),
  harm: z.string(),
  source: z.string(),
  /** Whether the institution itself has published it. */
  firstHand: z.boolean(),
});

/** A risk the facility may have, with the reasons; taken or set aside by a person. */
export const suggestedRiskSchema = z.object({
  id: z.string(),
  title: z.string(),
  assets: z.array(z.string()),
  threat: z.string(),
  weakness: z.string(),
  careFunction: z.string(),
  /** What of the facility's own results speaks for it; empty where only incidents do. */
  reasons: z.array(z.string()),
  incidents: z.array(happenedSchema),
});
export type SuggestedRisk = z.infer<typeof suggestedRiskSchema>;

/** What an audit found not to conform and nobody has put right and had verified yet. */
export type OpenFinding = {
  readonly area: { readonly id: string; readonly title: string };
  readonly conclusion: Conclusion;
  readonly statement: string;
};

/** A weak area; `proven` is its score by what audits and drills established, null where that is as claimed. */
export type WeakArea = Pick<AreaScore, 'id' | 'title' | 'score'> & { readonly proven: number | null };

export type RiskGround = {
  /** The weak areas of the newest submitted results, by their claims or by what was established. */
  readonly weakAreas: readonly WeakArea[];
  /** The network level of the newest submitted result that has one. */
  readonly network: Pick<NetworkPart, 'level' | 'axes' | 'proven'> | null;
  /** The worst first. */
  readonly findings: readonly OpenFinding[];
  /** Ids of what stands in the register or was set aside this year. */
  readonly settled: ReadonlySet<string>;
};

/** The axes in the order a report has them. */
const axes = ['external', 'media', 'internal'] as const;
const keptUp = '\u25cb';

/**
 * Risks the facility may have: those its weak areas (1.5 or below), its network level and open findings of audits speak for, most
 * reasons first, then those known from incidents elsewhere alone. What stands in the register or was set aside this year is not suggested.
 */
export function suggestedRisks(guide: RiskGuide, ground: RiskGround): readonly SuggestedRisk[] {
  return guide.patterns
    .filter(({ id }) => !ground.settled.has(id))
    .map((pattern) => suggestion(guide, pattern, ground))
    .filter(({ reasons, incidents }) => reasons.length + incidents.length > 0)
    .toSorted((one, other) => other.reasons.length - one.reasons.length);
}

function suggestion(guide: RiskGuide, pattern: RiskPattern, ground: RiskGround): SuggestedRisk {
  const { id, title, assets, threat, weakness, careFunction } = pattern;
  const incidents = guide.incidents.filter((incident) => pattern.incidents.includes(incident.id));
  return {
    id,
    title,
    assets,
    threat,
    weakness,
    careFunction,
    reasons: [...areaReasons(pattern, ground), ...networkReasons(pattern, ground), ...findingReasons(pattern, ground)],
    incidents: incidents.map(({ id: _, certainty, ...told }) => ({ ...told, firstHand: certainty === 'primary' })),
  };
}

const areaReasons = ({ areas }: RiskPattern, { weakAreas }: RiskGround): string[] =>
  weakAreas
    .filter(({ id }) => areas.includes(id))
    .map(
      ({ title, score, proven }) =>
        `点検の「${title}」が${pointWords(score, proven)}です（3点満点、1.5点以下は対策が要る分野）。`,
    );

const pointWords = (score: number | null, proven: number | null): string =>
  proven === null
    ? `${areaScoreText(score)}点`
    : `答えでは${areaScoreText(score)}点、監査や訓練で確かめた値では${areaScoreText(proven)}点`;

const cut = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** Of the findings of one area as many are told in full as people read; the others are counted. */
const told = 3;

const findingReasons = ({ areas }: RiskPattern, { findings }: RiskGround): string[] =>
  areas.flatMap((id) => {
    const own = findings.filter(({ area }) => area.id === id);
    const [first] = own;
    const rest = own.length - told;
    return [
      ...own
        .slice(0, told)
        .map(
          ({ area, conclusion, statement }) =>
            `監査で「${area.title}」に${conclusionTitles[conclusion]}があり、まだ直っていません：${cut(statement)}`,
        ),
      ...(first && rest > 0
        ? [`「${first.area.title}」には、まだ直っていない監査の指摘が、ほかに${rest}件あります。`]
        : []),
    ];
  });

function networkReasons({ axes: wanted }: RiskPattern, { network }: RiskGround): string[] {
  if (!network) return [];
  const real = network.proven ?? network;
  const lead = network.proven ? '監査や訓練で確かめた値では、' : '';
  return axes.flatMap((axis, place) => {
    const found = real.axes[place];
    if (!wanted.includes(axis) || !found || found.mark === keptUp) return [];
    return [
      `${lead}院内ネットワークはレベル${real.level}で、「${found.title}」が${found.mark}（${found.meaning}）です。`,
    ];
  });
}
