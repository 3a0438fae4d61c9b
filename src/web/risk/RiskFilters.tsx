import { bands, bandTitles } from '#core/risk/band.ts';
import { riskStates } from '#core/risk/risk-state.ts';
import { riskStateTitles } from '#core/risk/risk-state-title.ts';
import { Button } from '#web/ui/Button.tsx';
import { Select } from '#web/ui/Select.tsx';
import type { RiskSums } from './calls.ts';
import { isNarrowed, type RiskSearch } from './risk-search.ts';
import { estimateWords } from './risk-words.ts';

type RiskFiltersProps = {
  readonly sums: RiskSums;
  readonly search: RiskSearch;
  readonly onSearch: (search: RiskSearch) => void;
};

const all = 'all';

/** Which risks are looked at: by where they stand and how large they are. */
export function RiskFilters({ sums, search, onSearch }: RiskFiltersProps) {
  const { state, band, likelihood, impact } = search;
  const count = (of: string) => sums.states.find((one) => one.state === of)?.risks ?? 0;
  const without = (key: keyof RiskSearch): RiskSearch =>
    Object.fromEntries(Object.entries(search).filter(([name]) => name !== key));
  return (
    <div id="list" className="mb-3 flex flex-col gap-3 print:hidden">
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label="状態"
          options={[
            { value: all, label: 'すべて（終わったものを除く）' },
            ...riskStates.map((value) => ({ value, label: `${riskStateTitles[value]}（${count(value)}件）` })),
          ]}
          value={state ?? all}
          onChange={(value) =>
            onSearch(value === all ? without('state') : { ...search, state: value as typeof state & string })
          }
        />
        <Select
          label="大きさ"
          options={[
            { value: all, label: 'すべて' },
            ...bands.toReversed().map((value) => ({ value, label: bandTitles[value] })),
          ]}
          value={band ?? all}
          onChange={(value) =>
            onSearch(value === all ? without('band') : { ...search, band: value as typeof band & string })
          }
        />
      </div>
      {isNarrowed(search) && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {search.review && <span>見直し待ちのリスクだけを見ています。</span>}
          {search.line && <span>表4-1の選んだ行に対応があるリスクだけを見ています。</span>}
          {likelihood && impact && (
            <span>地図の「{estimateWords({ likelihood, impact }, sums.criteria)}」だけを見ています。</span>
          )}
          <Button size="small" onPress={() => onSearch(search.basis ? { basis: search.basis } : {})}>
            すべてのリスクを見る
          </Button>
        </p>
      )}
    </div>
  );
}
