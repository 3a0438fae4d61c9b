import { openRun } from '#server/app/testing/installation.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { openFacility, type Person } from './people.ts';
import { closedUp, printed } from './printed.ts';
import { answerByApi } from './questions.ts';

/** What each other facility answers to every question; no other journey has care homes. */
const others = ['0', '0', '1', '1', '1', '2', '2', '2', '3'];

/** Opens a care home, answers every question alike and submits; gives who did and where. */
async function submitted(administrator: Person, name: string, value: string) {
  const facility = await openFacility(administrator, { name, type: 'care-home', beds: 29 });
  const { administrator: person } = facility;
  const run = await openRun(person.caller, facility.id, 'small-facility');
  await answerByApi(person, run, 'small-facility', () => ({ value }));
  await person.caller.call('POST', `${run}/submission`);
  return { person, run };
}

test('a result stands among those of its class as soon as ten others have submitted, and not before', async ({
  open,
  administrator,
}) => {
  for (const [place, value] of others.entries()) await submitted(administrator, `汐凪苑${place + 1}`, value);
  const { person, run } = await submitted(administrator, '潮見苑', '2');
  const page = await open(person);
  await page.goto(`${run}/result`);
  const comparison = page.getByRole('region', { name: '同規模の施設との比較' });
  await expect(comparison).toContainText('ほかに10施設そろうと比べられます。');
  await expect(comparison).not.toContainText(/\d施設の中央値|ほか\d+施設/);
  await lookAt(page);

  await submitted(administrator, '汐凪苑10', '3');
  await page.reload();
  await expect(comparison).toContainText('介護施設・20〜99床、ほか10施設');
  const finding =
    'この施設は2.00点。同規模10施設の中央値1.50点より上です（半数の施設は1.00〜2.00点）。低い方から65％の位置です。';
  await expect(comparison.getByRole('paragraph').filter({ hasText: finding })).toBeVisible();
  const strip = comparison.getByRole('img', { name: '同規模の施設との比較（総合、0〜3点）' });
  await expect(strip).toHaveAccessibleDescription(finding);
  await expect(strip.getByText('この施設 2.00', { exact: true })).toBeVisible();
  await expect(strip.getByText('中央値 1.50', { exact: true })).toBeVisible();
  await comparison.getByRole('button', { name: '表で見る' }).press('Enter');
  const table = comparison.getByRole('table', { name: '総合の点の比較' });
  const rows = ['この施設 2.00', '中央値 1.50', '下から4分の1 1.00', '上から4分の1 2.00', '低い方から数えた位置 65％'];
  for (const name of rows) await expect(table.getByRole('row', { name, exact: true })).toBeVisible();
  await lookAt(page);
  expect((await printed(page)).text.join('')).toContain(closedUp(finding));
});
