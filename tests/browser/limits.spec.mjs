// What a person can rely on when something of the browser, the server or a website goes wrong, or there is very much of it.

import { Calculator, kept } from './support/calculator.mjs';
import { expect, samples, test } from './support/test.mjs';
import { said, words } from './support/words.mjs';

const RETURN = '18 of 204 children';

/** Ends the first worker with its message of this number, as a browser does that runs out of memory. */
const mortalWorker = (last) => {
  let made = 0;
  const Real = globalThis.Worker;
  globalThis.Worker = class extends Real {
    constructor(...of) {
      super(...of);
      made += 1;
      globalThis.workersMade = made;
      if (made > 1) return;
      let heard = 0;
      this.addEventListener('message', (event) => {
        heard += 1;
        if (heard !== last) return;
        event.stopImmediatePropagation();
        this.terminate();
        this.dispatchEvent(new Event('error', { cancelable: true }));
      });
    }
  };
};

// The first message says that it listens; then come files being read, files that were read, steps, the report, the part.
for (const last of [2, 3, 5, 7, 9, 10, 11, 12, 13, 15]) {
  test(`a worker that is killed with message ${last} is replaced, and the page goes on`, async ({ page, site }) => {
    await page.addInitScript(mortalWorker, last);
    const calculator = new Calculator(page);
    await calculator.open(site.url);
    await calculator.choose(...samples.return);
    await calculator.done();
    expect(await page.evaluate(() => globalThis.workersMade), 'another worker took its place').toBeGreaterThan(1);
    // Whatever was left out is in the list, and can be read again.
    for (const name of ['header.csv', 'episodes.csv', 'uasc.csv', 'missing.csv']) {
      await expect(calculator.file(name)).toHaveCount(1);
    }
    await calculator.clear();
    await calculator.choose(...samples.return);
    await calculator.done();
    await expect(calculator.results).toContainText(RETURN);
  });
}

test('a worker that cannot start is said, and nothing waits for ever', async ({ page, site }) => {
  await page.addInitScript(mortalWorker, 1);
  const calculator = new Calculator(page);
  await calculator.open(site.url);
  await page.locator('#choose-input').setInputFiles(samples.return);
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByText(words('results-calculating'), { exact: true })).toHaveCount(0);
});

test('where the browser has no room to keep the program, the page works with a network', async ({ page, site }) => {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 1000 });
  const calculator = new Calculator(page);
  await calculator.open(site.url);
  await expect.poll(() => site.requests).toContain('GET /sw.js');
  await calculator.choose(...samples.return);
  await calculator.done();
  await expect(calculator.results).toContainText(RETURN);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});

const WITHOUT = {
  'is missing': (response) => response.writeHead(404).end(),
  'fails on the server': (response) => response.writeHead(500).end(),
  'is no script': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>'),
  'never comes': () => {},
};
for (const [how, answer] of Object.entries(WITHOUT)) {
  test(`a service worker that ${how} holds up no file`, async ({ page, site }) => {
    site.instead.set('/sw.js', answer);
    const calculator = new Calculator(page);
    await calculator.open(site.url);
    await calculator.choose(...samples.return);
    await calculator.done();
    await expect(calculator.results).toContainText(RETURN);
  });
}

test('a program that the browser no longer keeps comes from the server again', async ({ page, site }) => {
  const calculator = new Calculator(page);
  await calculator.open(site.url);
  await kept(page);
  // Behind the service worker’s back, as browsers do that need the room.
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await calculator.open(site.url);
  await calculator.choose(...samples.return);
  await calculator.done();
  await expect(calculator.results).toContainText(RETURN);
});

test('two thousand files are listed, read and counted', async ({ calculator, page }) => {
  // The speed of the machine decides nothing.
  test.setTimeout(300_000);
  const files = Array.from({ length: 2000 }, (_, n) => ({
    name: `answers-${n}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(`Authority,Year,Trafficked children,Trafficked children who went missing\nKent,${1900 + (n % 120)},100,${n % 90}\n`),
  }));
  await page.locator('#choose-input').setInputFiles(files);
  await expect(page.getByRole('status').filter({ hasText: words('live-done') })).toBeAttached({ timeout: 200_000 });
  await calculator.showFiles();
  await expect(calculator.file('answers-1999.csv')).toHaveCount(1);
  await expect(page.getByText(words('engine-stopped-title'))).toHaveCount(0);
  // And the page answers.
  await calculator.clear();
  await expect(calculator.file('answers-1999.csv')).toHaveCount(0, { timeout: 30_000 });
});

test('a table of ten thousand columns is refused by name, and the others are read', async ({ calculator }) => {
  const wide = Array.from({ length: 10_000 }, (_, n) => `Column ${n}`).join(',');
  await calculator.chooseText('wide.csv', `${wide}\n${'1,'.repeat(9_999)}1\n`);
  await calculator.choose(...samples.return);
  await calculator.done();
  await expect(calculator.file('wide.csv')).toContainText(said('problem-too-long', { row: 1 }, { within: true }));
  await expect(calculator.results).toContainText(RETURN);
});
