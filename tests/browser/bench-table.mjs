// Times a table of ten thousand rows: opened, sorted, turned to its next rows, looked through. Called by `cargo xtask bench`,
// with how many runs as its argument; prints the longest task of each step in milliseconds, run by run, as JSON.

import { chromium as playwright, expect } from '@playwright/test';
import { Calculator } from './support/calculator.mjs';
import { chromium, flags } from './support/chromium.mjs';
import { manyWordings, seenWhile, watch } from './support/large-table.mjs';
import { serve } from './support/server.mjs';
import { words } from './support/words.mjs';

const runs = [];
for (let run = 0; run < Number(process.argv[2]); run += 1) runs.push(await once());
console.log(JSON.stringify(runs));

/** One run, in a browser of its own. */
async function once() {
  const site = await serve();
  const browser = await playwright.launch({ executablePath: chromium(), args: flags });
  try {
    const page = await browser.newPage({ locale: 'en-GB' });
    const calculator = new Calculator(page);
    await calculator.open(site.url);
    await calculator.chooseText('wordings.csv', manyWordings());
    await calculator.done();
    const table = page.getByRole('region', { name: words('answers-wordings-caption') });
    const data = page.locator('.data').filter({ has: table });
    const rows = table.getByRole('rowheader');
    const sort = table.getByRole('button', { name: words('answers-wording'), exact: true });
    await page.evaluate(watch);
    const step = async (does) => (await seenWhile(page, does)).longest;
    return {
      opened: await step(async () => {
        await calculator.part('part-answers');
        await expect(rows).toHaveCount(100);
      }),
      sorted: await step(async () => {
        await sort.click();
        await expect(rows.first()).toContainText('about 00000 perhaps');
      }),
      turned: await step(async () => {
        await data.getByRole('button', { name: 'Next 100 rows' }).click();
        await expect(rows.first()).toContainText('about 00100 perhaps');
      }),
      filtered: await step(async () => {
        await data.getByLabel(words('block-filter')).pressSequentially('00042');
        await expect(rows).toHaveCount(1);
      }),
    };
  } finally {
    await browser.close();
    await site.stop();
  }
}
