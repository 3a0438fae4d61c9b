import { atMost, type Row } from '../row.ts';
import type { Both } from './growth.ts';
import { importSeconds } from './import-register.ts';
import { registerOf } from './registers.ts';
import type { World } from './world.ts';

const mostSeconds = 30;

/** The list of the country into an empty register, and again into the filled one, where nothing is new. */
export async function importRows({ few, nation }: Both<World>): Promise<readonly Row[]> {
  const again = {
    few: await importSeconds(few, await registerOf(few.scale)),
    nation: await importSeconds(nation, await registerOf(nation.scale)),
  };
  const perThousand = ({ scale, importSeconds: seconds }: World) => (seconds * 1000) / scale.rows;
  const raw = {
    rows: { few: few.scale.rows, nation: nation.scale.rows },
    emptySeconds: { few: few.importSeconds, nation: nation.importSeconds },
    filledSeconds: again,
    secondsPerThousandRows: { few: perThousand(few), nation: perThousand(nation) },
    growthOfARow: perThousand(nation) / perThousand(few),
  };
  const value = Math.max(nation.importSeconds, again.nation);
  return [
    atMost(mostSeconds, { name: 'import of the register, the longer of first and again', value, unit: 's', raw }),
  ];
}
