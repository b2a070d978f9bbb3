// Times how long the page takes to show figures that are safe to publish, from the press to the frame in which they are
// there. Called by `cargo xtask bench`, with the files and how many runs as JSON; prints the seconds of each run as JSON.

import { chromium as playwright } from '@playwright/test';
import { Calculator } from './support/calculator.mjs';
import { chromium, flags } from './support/chromium.mjs';
import { serve } from './support/server.mjs';
import { words } from './support/words.mjs';

const task = JSON.parse(process.argv[2]);
const runs = [];
for (let run = 0; run < task.runs; run += 1) runs.push(await once());
console.log(JSON.stringify(runs));

/** One run, in a browser of its own. */
async function once() {
  const site = await serve();
  const browser = await playwright.launch({ executablePath: chromium(), args: flags });
  try {
    const page = await browser.newPage({ locale: 'en-GB' });
    const calculator = new Calculator(page);
    await calculator.open(site.url);
    await calculator.choose(...task.files);
    // What is measured begins when nothing else is done any more, the sums of the files included.
    await page.waitForFunction(
      ({ end, sums }) => document.body.textContent.includes(end) && !document.body.textContent.includes(sums),
      { end: words('download-heading'), sums: words('provenance-sum-later') },
      { timeout: 0 },
    );
    await page.evaluate(watch, {
      safe: [words('publish-why'), words('results-all-hidden')],
      end: words('download-heading'),
    });
    await page.getByLabel(words('publish-for')).selectOption(words('publish-safe'));
    return await page.evaluate(() => globalThis.timed, null, { timeout: 0 });
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** Runs in the page: `timed` is fulfilled in the frame after the one in which the safe figures are there. */
function watch({ safe, end }) {
  let started;
  document.addEventListener('change', () => (started = performance.now()), { capture: true, once: true });
  globalThis.timed = new Promise((done) => {
    const observer = new MutationObserver(() => {
      const text = document.body.textContent;
      if (started === undefined || !safe.some((said) => text.includes(said)) || !text.includes(end)) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => done((performance.now() - started) / 1000)));
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}
