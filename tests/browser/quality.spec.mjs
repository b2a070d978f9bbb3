// An analyst's session: choose a return, see what is wrong and how much it matters, mend a file, choose it again.

import { expect, test } from './support/test.mjs';
import { said, words } from './support/words.mjs';

const part = { within: true };

const HEADER = 'CHILD,SEX,DOB,ETHNIC\nQX-1,1,01/01/2010,WBRI\nQX-2,2,01/01/2011,WBRI\nQX-3,1,01/01/2012,WBRI\n';
const EPISODES = `CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC
QX-1,01/05/2023,S,C2,U4,PR1,,
QX-2,01/05/2023,S,C2,U4,PR1,,
QX-3,01/05/2023,S,C2,U4,PR1,,
`;
const DAMAGED = `CHILD,DOB,MISSING,MIS_START,MIS_END
QX-1,01/01/2010,M,01/06/2024,02/06/2024
QX-2,01/01/2011,M,05/06/2024,04/06/2024
`;
const MENDED = DAMAGED.replace('05/06/2024,04/06/2024', '04/06/2024,05/06/2024');

const csv = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** Presses Tab until the element has the focus. */
async function tabTo(page, wanted) {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${wanted}`);
}

/** Chooses files by keyboard. */
async function chooseByKeyboard(page, calculator, ...files) {
  await tabTo(page, calculator.chooseButton());
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(files);
  await calculator.done();
}

/** Opens data quality by keyboard. */
async function openQuality(page, calculator) {
  const link = page.getByRole('navigation', { name: words('parts-label') }).getByRole('link', { name: words('part-quality') });
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await expect(calculator.results.getByRole('heading', { level: 3, name: words('part-quality') })).toBeFocused();
}

test('choose, see a finding, mend the file, choose it again, see it gone: by keyboard alone', async ({ calculator, page }) => {
  await chooseByKeyboard(page, calculator, csv('header.csv', HEADER), csv('episodes.csv', EPISODES), csv('missing.csv', DAMAGED));
  await expect(calculator.results).toContainText(said('own-of', { missing: 1, children: 3 }, part));

  await openQuality(page, calculator);
  const rule = calculator.rule('567');
  await expect(rule).toContainText('ends before it starts');
  const show = rule.locator('summary');
  await tabTo(page, show);
  await page.keyboard.press('Enter');
  await expect(rule).toContainText('missing.csv, row 3, child QX-2: ');
  // Both cells are at fault, which a frame says, and words for those who do not see it.
  const fault = words('quality-at-fault');
  await expect(rule.locator('.fault')).toHaveText([`${fault} MIS_START 05/06/2024`, `${fault} MIS_END 04/06/2024`]);
  await expect(rule.locator('.fault').first()).toHaveCSS('border-top-style', 'solid');

  // How much it matters is beside it: nothing was counted of that row.
  await expect(calculator.results).toContainText(words('quality-matters'));
  await expect(calculator.results.getByRole('row').filter({ hasText: words('quality-case-as-it-is') })).toContainText('1 of 3');

  // The same, child by child.
  const by = page.getByLabel(words('quality-by'), { exact: true });
  await tabTo(page, by);
  await page.keyboard.press('ArrowDown');
  await expect(calculator.results.getByRole('rowheader', { name: 'QX-2', exact: true })).toBeVisible();

  // The work list has the child's identifier, and says so in its name.
  const list = page.getByRole('button', { name: words('quality-work-list') });
  await tabTo(page, list);
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const saved = await download;
  expect(saved.suggestedFilename()).toContain('identifiers');
  const parts = [];
  for await (const chunk of await saved.createReadStream()) parts.push(chunk);
  expect(Buffer.concat(parts).toString('utf8')).toContain(',QX-2,missing.csv,3,');

  await page.keyboard.press('Control+Home');
  await chooseByKeyboard(page, calculator, csv('missing.csv', MENDED));
  await expect(calculator.file('missing.csv').filter({ hasText: words('file-replaced') })).toHaveCount(1);
  // The part that was open stays open.
  await expect(calculator.results).toContainText('No row breaks a rule that could be checked. But');
  await expect(calculator.rule('567')).toHaveCount(0);
  await expect(calculator.results.getByRole('row').filter({ hasText: words('quality-case-as-it-is') })).toContainText('2 of 3');
});

test('a file of the same name chosen again takes the place of the first, until both are wanted', async ({ calculator }) => {
  await calculator.choose(csv('header.csv', HEADER), csv('episodes.csv', EPISODES), csv('missing.csv', DAMAGED));
  await calculator.done();
  await calculator.chooseText('missing.csv', MENDED);
  await calculator.done();
  await expect(calculator.results).toContainText(said('own-of', { missing: 2, children: 3 }, part));
  const first = calculator.file('missing.csv').filter({ hasText: words('file-replaced') });
  await expect(first).toHaveCount(1);
  await first.getByRole('button', { name: words('use-both') }).click();
  await calculator.done();
  await expect(calculator.file('missing.csv').filter({ hasText: words('file-replaced') })).toHaveCount(0);
});

test('rules that were not run say what they need', async ({ calculator, page }) => {
  await calculator.chooseText('episodes.csv', EPISODES);
  await calculator.chooseText('missing.csv', MENDED);
  await calculator.done();
  await calculator.part('part-quality');
  await calculator.results.locator('summary').filter({ hasText: said('quality-not-run', {}, part) }).click();
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'INT04', exact: true }) });
  await expect(row).toContainText('the Header file');
});
