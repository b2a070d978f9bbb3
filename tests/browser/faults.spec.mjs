// What a person sees while something takes long, fails or never comes.

import { Calculator, kept } from './support/calculator.mjs';
import { expect, samples, test } from './support/test.mjs';
import { words } from './support/words.mjs';

const RETURN = '18 of 204 children';
const ANSWERS = '864 of 2,335';

/** A worker that stops listening while `globalThis.deaf` is true: what is posted to it is lost, as if it were busy. */
const deafWorkers = () => {
  globalThis.made = 0;
  const Real = globalThis.Worker;
  globalThis.Worker = class extends Real {
    constructor(...of) {
      super(...of);
      globalThis.made += 1;
      this.turn = globalThis.made;
    }

    postMessage(...of) {
      if (globalThis.deaf !== this.turn) super.postMessage(...of);
    }
  };
};

/** A worker that may read no file, as where WebKit opens the page from a disk. */
const blindWorkers = () => {
  const Real = globalThis.Blob;
  const blind = `
    const refuse = () => Promise.reject(new DOMException('The object can not be found here.', 'NotFoundError'));
    Blob.prototype.arrayBuffer = refuse;
    Blob.prototype.stream = () => new ReadableStream();
  `;
  globalThis.Blob = class extends Real {
    constructor(parts, options) {
      const script = options?.type === 'text/javascript';
      super(script ? [blind, ...parts] : parts, options);
    }
  };
};

/** Opens the page with something done to it before it starts. */
async function opened(page, site, script) {
  await page.addInitScript(script);
  const calculator = new Calculator(page);
  await calculator.open(site.url);
  return calculator;
}

/** A clock by which each step of drawing takes long, so that the page is painted between any two. */
const slowClock = () => {
  const now = Date.now;
  let ahead = 0;
  Date.now = () => now() + (ahead += 20);
};

test('figures for internal use are never shown under “safe to publish”', async ({ page, site }) => {
  const calculator = await opened(page, site, slowClock);
  await calculator.choose(...samples.return);
  await calculator.done();
  await expect(calculator.results).toContainText(RETURN);
  // Everything that is painted from now on is looked at.
  await page.evaluate((exact) => {
    globalThis.wrong = [];
    globalThis.looks = 0;
    const look = () => {
      const select = document.querySelector('.head select');
      if (select?.selectedIndex > 0) {
        globalThis.looks += 1;
        if (document.body.innerText.includes(exact)) globalThis.wrong.push(select.value);
      }
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
    const frame = () => {
      look();
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }, words('publish-exact-note'));
  await page.getByLabel(words('publish-for')).focus();
  await page.keyboard.press('ArrowDown');
  await expect(calculator.results.getByText(words('publish-exact-note'))).toHaveCount(0);
  await calculator.done();
  await expect(calculator.results.getByText(/figures? (is|are) hidden \(c\)|No figure/)).toBeVisible();
  const { wrong, looks } = await page.evaluate(() => ({ wrong: globalThis.wrong, looks: globalThis.looks }));
  expect(looks).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
  // The control keeps the focus, so that the next arrow works.
  await expect(page.getByLabel(words('publish-for'))).toBeFocused();
});

test('while safe figures are calculated, that is said, nothing else is there, and Cancel brings back what was', async ({ page, site }) => {
  const calculator = await opened(page, site, deafWorkers);
  await calculator.choose(...samples.return);
  await calculator.done();
  await page.evaluate(() => (globalThis.deaf = globalThis.made));
  await page.getByLabel(words('publish-for')).selectOption(words('publish-safe'));
  const panel = page.locator('.calculating');
  await expect(panel).toContainText(words('results-calculating'));
  await expect(page.locator('main')).not.toContainText(RETURN);
  expect(await page.locator('main').innerText()).not.toMatch(/\d%/);
  await panel.getByRole('button', { name: words('calculating-cancel') }).click();
  await expect(calculator.results).toContainText(RETURN);
  await expect(page.getByLabel(words('publish-for'))).toHaveValue(/./);
  expect(await page.getByLabel(words('publish-for')).evaluate((select) => select.selectedIndex)).toBe(0);
});

test('a worker that does not answer within a second is replaced, and Clear frees the page', async ({ page, site }) => {
  const calculator = await opened(page, site, deafWorkers);
  await calculator.choose(...samples.return);
  await calculator.done();
  await page.evaluate(() => (globalThis.deaf = globalThis.made));
  await calculator.clear();
  await calculator.sample('sample-answers');
  await expect(calculator.results).toContainText(ANSWERS, { timeout: 5000 });
  expect(await page.evaluate(() => globalThis.made)).toBe(2);
});

test('a worker that does not answer is replaced when a file goes, with the files that stay', async ({ page, site }) => {
  const calculator = await opened(page, site, deafWorkers);
  await calculator.choose(...samples.return);
  await calculator.done();
  await page.evaluate(() => (globalThis.deaf = globalThis.made));
  await calculator.file('uasc.csv').getByRole('button', { name: words('remove') }).click();
  await expect(calculator.file('uasc.csv')).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => globalThis.made)).toBe(2);
  await calculator.done();
  await expect(calculator.results).toContainText(RETURN);
});

test('a worker that listens is not replaced', async ({ page, site }) => {
  const calculator = await opened(page, site, deafWorkers);
  await calculator.choose(...samples.return);
  await calculator.done();
  await calculator.file('uasc.csv').getByRole('button', { name: words('remove') }).click();
  await calculator.done();
  await page.waitForTimeout(1500);
  expect(await page.evaluate(() => globalThis.made)).toBe(1);
});

test('where a worker may read no file, the page reads it', async ({ page, site }) => {
  const calculator = await opened(page, site, blindWorkers);
  await calculator.choose(...samples.return);
  await calculator.done();
  await expect(calculator.results).toContainText(RETURN);
  // Larger than one piece, and cancelled in between.
  const row = 'Kent,2024,100,20\n';
  const large = { name: 'large.csv', mimeType: 'text/csv', buffer: Buffer.from('Authority,Year,Trafficked children,Trafficked children missing\n' + row.repeat(260_000)) };
  await calculator.choose(large);
  await expect(calculator.file('large.csv')).toContainText('260,000 rows', { timeout: 60_000 });
  await expect(calculator.file('large.csv')).not.toContainText(words('file-failed'));
});

const START = [
  ['whose program is missing', (page) => page.route('**/page_bg*.wasm', (route) => route.fulfill({ status: 404, body: '' }))],
  ['whose program is damaged', (page) => page.route('**/page_bg*.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: 'wasm' }))],
  ['whose program never comes', (page) => page.route('**/page_bg*.wasm', () => {})],
  ['whose glue is missing', (page) => page.route(/\/page[^/]*\.js$/, (route) => route.fulfill({ status: 404, body: '' }))],
  ['in a browser without WebAssembly', (page) => page.addInitScript(() => delete globalThis.WebAssembly)],
];
for (const [which, hinder] of START) {
  test(`a page ${which} says within five seconds that it has not started`, async ({ page, site }) => {
    await hinder(page);
    await page.goto(site.url, { waitUntil: 'commit' });
    await expect(page.getByRole('heading', { name: 'The calculator has not started' })).toBeVisible({ timeout: 5000 });
  });
}

test('a page that starts late takes the place of the words that it has not', async ({ page, site }) => {
  let go;
  const late = new Promise((resolve) => (go = resolve));
  await page.route('**/page_bg*.wasm', async (route) => {
    await late;
    await route.continue();
  });
  await page.goto(site.url, { waitUntil: 'commit' });
  const words_ = page.getByRole('heading', { name: 'The calculator has not started' });
  await expect(words_).toBeVisible({ timeout: 5000 });
  go();
  await expect(new Calculator(page).chooseButton()).toBeEnabled();
  await expect(words_).toHaveCount(0);
});

test.describe('on a bad network', () => {
  test.use({ serviceWorkers: 'block' });

  test('a first file does not wait for samples that never come', async ({ page, site }) => {
    await page.route('**/assets/*.csv', () => {});
    const calculator = new Calculator(page);
    await calculator.open(site.url);
    await calculator.choose(...samples.return);
    await calculator.done();
    await expect(calculator.results).toContainText(RETURN);
  });

  test('an engine that could not be fetched is fetched again when a person asks', async ({ page, site }) => {
    const missing = (route) => route.abort();
    await page.route('**/engine_bg*.wasm', missing);
    const calculator = new Calculator(page);
    await calculator.open(site.url);
    await calculator.choose(...samples.return);
    const notice = page.getByRole('alert').filter({ hasText: words('engine-not-fetched-title') });
    await expect(notice).toBeVisible();
    await expect(page.locator('main')).toContainText(words('network-open'));
    await page.unroute('**/engine_bg*.wasm', missing);
    await page.getByRole('button', { name: words('try-again'), exact: true }).focus();
    await page.keyboard.press('Enter');
    await calculator.done();
    await expect(calculator.results).toContainText(RETURN);
    await expect(notice).toHaveCount(0);
  });

  test('an engine that never comes is given up after a time, and fetched again when a person asks', async ({ page, site }) => {
    // The time is not waited for: timers as long as that end at once.
    await page.addInitScript(() => {
      const Real = globalThis.setTimeout;
      globalThis.setTimeout = (act, wait, ...given) => Real(act, wait >= 15_000 ? 0 : wait, ...given);
    });
    const never = () => {};
    await page.route('**/engine_bg*.wasm', never);
    const calculator = new Calculator(page);
    await calculator.open(site.url);
    await calculator.choose(...samples.return);
    const notice = page.getByRole('alert').filter({ hasText: words('engine-not-fetched-title') });
    await expect(notice).toBeVisible();
    await expect(calculator.file('missing.csv')).toHaveCount(1);
    await expect(page.getByRole('button', { name: words('try-again'), exact: true })).toBeVisible();
  });

  test('while the network is being closed, that is what is said', async ({ page, site }) => {
    let go;
    const late = new Promise((resolve) => (go = resolve));
    await page.route('**/engine_bg*.wasm', async (route) => {
      await late;
      await route.continue();
    });
    const calculator = new Calculator(page);
    await calculator.open(site.url);
    await calculator.choose(...samples.return);
    await expect(calculator.file('missing.csv')).toContainText(words('network-closing'));
    await expect(page.locator('.network')).toContainText(words('network-closing'));
    go();
    await calculator.done();
    await expect(calculator.results).toContainText(RETURN);
  });
});

/** Timers of a second and a half or more never end: whoever waits for one waits for ever. */
const withoutLongTimers = () => {
  const Real = globalThis.setTimeout;
  globalThis.setTimeout = (act, wait, ...given) => (wait >= 1500 ? 0 : Real(act, wait, ...given));
};

/** Longer than a browser takes to look for a newer service worker by itself, in milliseconds. */
const LOOKED = 4000;

test('a second visit with a file chosen at once waits for no time to pass, and nothing is asked afterwards', async ({ page, site }) => {
  const calculator = new Calculator(page);
  await calculator.open(site.url);
  await kept(page);
  await page.addInitScript(withoutLongTimers);
  await calculator.open(site.url);
  await calculator.choose(...samples.return);
  await calculator.networkClosed();
  const closed = site.requests.length;
  await calculator.done();
  await expect(calculator.results).toContainText(RETURN);
  // Not even by the browser, which looks for a newer version by itself.
  await page.waitForTimeout(LOOKED);
  expect(site.requests.slice(closed)).toEqual([]);
});

for (const [which, worker] of [
  ['lets nothing be used without asking', 'no-cache'],
  ['says nothing about how long', ''],
  ['lets it be used for a moment', 'max-age=5'],
]) {
  test(`a second visit to a server that ${which} closes the network once the browser has asked`, async ({ page, site }) => {
    site.worker = worker;
    const calculator = new Calculator(page);
    await calculator.open(site.url);
    await kept(page);
    await page.addInitScript(withoutLongTimers);
    await calculator.open(site.url);
    await calculator.choose(...samples.return);
    // It waits for a time to pass, and says so.
    await page.waitForTimeout(LOOKED);
    await expect(page.locator('.network')).toContainText(words('network-closing'));
  });
}
