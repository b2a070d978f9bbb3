// Pictures of every part of the page, as people see it, to be looked at one by one. `cargo xtask screenshots` calls it;
// they go into target/screenshots. Words given on the command line pick those whose names hold all of them.

import { mkdir } from 'node:fs/promises';
import { chromium as playwright } from '@playwright/test';
import { Calculator } from './support/calculator.mjs';
import { chromium, flags } from './support/chromium.mjs';
import { MISSING, UNSETTLED } from './support/inputs.mjs';
import { serve } from './support/server.mjs';
import { words } from './support/words.mjs';

const FOLDER = 'target/screenshots';
const wanted = process.argv.slice(2);

/** How it is seen. At 200% zoom a window of 1280 pixels is 640 wide. */
const views = {
  1280: { viewport: { width: 1280, height: 900 } },
  768: { viewport: { width: 768, height: 1024 } },
  375: { viewport: { width: 375, height: 812 }, deviceScaleFactor: 2 },
  'zoom-200': { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
  'forced-colours': { viewport: { width: 1280, height: 900 }, forcedColors: 'active' },
  print: { viewport: { width: 794, height: 1123 }, media: 'print' },
};

/** What is on the page. */
const states = {
  start: async () => {},
  answers: async (calculator) => calculator.sample('sample-answers'),
  return: async (calculator) => calculator.sample('sample-return'),
  published: async (calculator) => calculator.sample('sample-published'),
  'safe-answers': async (calculator) => safe(calculator, 'sample-answers'),
  'safe-return': async (calculator) => safe(calculator, 'sample-return'),
  unrecognised: async (calculator) => calculator.chooseText('strange.csv', 'Where,When,A,B\nKent,2024,100,20\n'),
  unsettled: async (calculator) => calculator.chooseText('unsettled.csv', UNSETTLED),
  'near-miss': async (calculator) => calculator.chooseText('missing.csv', MISSING.replace('MIS_START', 'MIS_STRT')),
  'near-miss-read': async (calculator) => calculator.chooseText('missing.csv', MISSING.replace('MIS_START', 'MIS START')),
  empty: async (calculator) => calculator.chooseText('empty.csv', ''),
};

/** A sample, safe to publish. */
async function safe(calculator, sample) {
  await calculator.sample(sample);
  await calculator.done();
  await calculator.page.getByLabel(words('publish-for')).selectOption(words('publish-safe'));
}

const picks = (name) => wanted.every((word) => name.includes(word));

await mkdir(FOLDER, { recursive: true });
const browser = await playwright.launch({ executablePath: chromium(), args: flags });
const site = await serve();
let taken = 0;
for (const [view, { media, ...options }] of Object.entries(views)) {
  for (const [state, reach] of Object.entries(states)) {
    if (wanted.length > 0 && !mayPick(state, view)) continue;
    const page = await browser.newPage({ locale: 'en-GB', ...options });
    const calculator = new Calculator(page);
    await calculator.open(site.url);
    await reach(calculator);
    // On paper there is nothing to choose files with.
    if (media) await page.emulateMedia({ media });
    await page.waitForTimeout(state === 'start' ? 200 : 1500);
    await picture(page, `${state}-${view}`);
    const links = page.locator(`nav[aria-label="${words('parts-label')}"] a`);
    const parts = await links.evaluateAll((found) => found.map((link) => link.hash.slice(1)));
    for (const part of parts.slice(1)) {
      if (!picks(`${state}-${part}-${view}`)) continue;
      await page.evaluate((hash) => (location.hash = hash), part);
      await page.waitForTimeout(600);
      await picture(page, `${state}-${part}-${view}`);
    }
    await page.close();
  }
}
await browser.close();
await site.stop();
console.log(`${taken} pictures in ${FOLDER}`);

/** Whether any picture of this state and view could be wanted: its parts are known only once it is open. */
function mayPick(state, view) {
  return wanted.every((word) => [state, view].some((name) => name.includes(word)) || !known(word));
}

function known(word) {
  return [...Object.keys(states), ...Object.keys(views)].some((name) => name.includes(word));
}

async function picture(page, name) {
  if (!picks(name)) return;
  await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true });
  taken += 1;
}
