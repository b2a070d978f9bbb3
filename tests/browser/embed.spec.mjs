// The calculator in somebody else's page, as an honest host uses it.

import { readFile } from 'node:fs/promises';
import { Calculator } from './support/calculator.mjs';
import { MODES, expect, frameOf, listen, pinned, samples, test } from './support/embed.mjs';
import { words } from './support/words.mjs';

const ANSWERS = await readFile(samples.answers[0], 'utf8');

/** How high the frame is, and what is in it. */
async function heights(page, place) {
  const frame = await frameOf(page, place);
  const inside = await frame.evaluate(() => {
    const root = document.documentElement;
    return {
      needs: document.getElementById('page').offsetHeight,
      scrolls: root.scrollHeight > root.clientHeight || root.scrollWidth > root.clientWidth,
    };
  });
  const outside = await page.locator('missing-from-care').nth(place).locator('iframe').evaluate((frame) => frame.clientHeight);
  return { ...inside, outside };
}

async function fits(page, place) {
  await expect
    .poll(async () => {
      const { needs, scrolls, outside } = await heights(page, place);
      return { short: needs - outside, scrolls };
    })
    .toEqual({ short: 0, scrolls: false });
}

for (const width of [1280, 375]) {
  test(`three embeds in one page are each as high as they need to be, at ${width} pixels`, async ({ page, hostPage }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 800 });
    await listen(page);
    const host = await hostPage(
      `<missing-from-care mode="calculator"></missing-from-care>
       <missing-from-care mode="quick" accent="plum" text="larger"></missing-from-care>
       <missing-from-care mode="figures" figures="answers.csv" accent="green"></missing-from-care>`,
      { 'answers.csv': ANSWERS },
    );
    await page.goto(host.url);
    for (const place of MODES.keys()) await frameOf(page, place);
    const figures = await frameOf(page, 2);
    await expect(figures.getByText('864 of 2,335').first()).toBeVisible();
    for (const place of MODES.keys()) await fits(page, place);

    // Nothing goes on by itself.
    const told = await page.evaluate(() => globalThis.heard.length);
    await page.waitForTimeout(1500);
    expect(await page.evaluate(() => globalThis.heard.length)).toBe(told);

    // What happens in one changes its height and no other's, and goes back.
    const before = await Promise.all([0, 1, 2].map((place) => heights(page, place)));
    const quick = await frameOf(page, 1);
    await quick.getByRole('button', { name: words('quick-calculate') }).click();
    await expect(quick.locator('#quick-problem')).toBeVisible();
    await fits(page, 1);
    const after = await Promise.all([0, 1, 2].map((place) => heights(page, place)));
    expect(after[1].outside).toBeGreaterThan(before[1].outside);
    expect([after[0].outside, after[2].outside]).toEqual([before[0].outside, before[2].outside]);
    await quick.getByLabel(words('quick-children')).first().fill('20');
    await quick.getByLabel(words('quick-missing')).first().fill('10');
    await quick.getByRole('button', { name: words('quick-calculate') }).click();
    await expect(quick.locator('#quick-problem')).toHaveCount(0);
    await fits(page, 1);
  });
}

test('without scripts a host page shows a link', async ({ browser, hostPage }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const host = await hostPage('<missing-from-care mode="quick"><a href="https://example.org/#quick">Calculate</a></missing-from-care>');
  await page.goto(host.url);
  await expect(page.getByRole('link', { name: 'Calculate' })).toBeVisible();
  await context.close();
});

test('a frame is titled, lazy and in a sandbox, and its options come from lists', async ({ page, hostPage, shared }) => {
  const host = await hostPage('<missing-from-care mode="quick" accent="plum" height="500" title="A title of ours"></missing-from-care>');
  await page.goto(host.url);
  const frame = page.locator('missing-from-care iframe');
  await expect(frame).toHaveAttribute('title', 'A title of ours');
  await expect(frame).toHaveAttribute('sandbox', 'allow-scripts allow-downloads allow-forms');
  await expect(frame).toHaveAttribute('loading', 'lazy');
  const { frame: path } = await pinned();
  const options = 'mode=quick&language=en&accent=plum&text=normal&start=summary&show=report&cohort=first&height=500';
  await expect(frame).toHaveAttribute('src', `${shared.url}${path}#${options}`);
  expect(await frame.evaluate((frame) => frame.clientHeight)).toBe(500);
});

test('a visitor reads figures of the host and finds an authority', async ({ page, hostPage }) => {
  const host = await hostPage('<missing-from-care mode="figures"></missing-from-care>');
  await page.goto(host.url);
  const frame = await frameOf(page);
  await expect(frame.getByText(words('embed-figures-waiting'))).toBeVisible();
  // By script this time, and from another part of the page than the one that made the element.
  await page.evaluate((content) => {
    document.querySelector('missing-from-care').figures = [{ name: 'answers.csv', content: new Blob([content]) }];
  }, ANSWERS);
  await expect(frame.getByText('864 of 2,335').first()).toBeVisible();
  await expect(frame.getByRole('button', { name: words('choose-files') })).toHaveCount(0);
  const entries = await page.evaluate(() => history.length);
  await frame.getByRole('link', { name: words('embed-find') }).click();
  await frame.getByLabel(words('block-filter')).first().fill('Kent');
  await expect(frame.getByRole('rowheader', { name: /Kent/ }).first()).toBeVisible();
  await fits(page, 0);
  // The host cannot count what a visitor opens.
  expect(await page.evaluate(() => history.length)).toBe(entries);
  // And its own focus was left alone until the visitor came.
  await page.reload();
  await frameOf(page);
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
});

test('figures that cannot be had are said to the host', async ({ page, hostPage }) => {
  const host = await hostPage('<missing-from-care mode="figures"></missing-from-care>');
  await page.goto(host.url);
  const errors = await page.evaluate(async () => {
    const element = document.querySelector('missing-from-care');
    const errors = [];
    element.addEventListener('missing-from-care-error', ({ detail }) => errors.push(detail));
    const wait = () => new Promise((done) => setTimeout(done, 300));
    for (const figures of [[], [{ name: '', content: 'x' }], [{ name: 'a'.repeat(121), content: 'x' }], [{ name: 'a', content: 1 }],
      Array(21).fill({ name: 'a', content: 'x' }), 7, null]) {
      element.figures = figures;
      await wait();
    }
    for (const figures of ['not-there.csv', 'javascript:alert(1)', 'data:text/csv,a', 'file:///etc/passwd']) {
      element.setAttribute('figures', figures);
      await wait();
    }
    return errors;
  });
  expect(errors).toHaveLength(11);
});

test('a visitor calculates with files of their own, keeps the figures, and shares what they choose to', async ({ page, hostPage }) => {
  await listen(page);
  const host = await hostPage('<missing-from-care></missing-from-care>');
  await page.goto(host.url);
  await page.evaluate(() => {
    globalThis.events = [];
    document.addEventListener('missing-from-care-shared', ({ detail }) => globalThis.events.push(detail));
  });
  const frame = await frameOf(page);
  await expect(frame.getByText(/Network closed/)).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await frame.getByRole('button', { name: words('choose-files') }).click();
  await (await chooser).setFiles(samples.answers);
  await expect(frame.getByText('864 of 2,335').first()).toBeVisible();
  await fits(page, 0);

  const download = page.waitForEvent('download');
  await frame.getByRole('button', { name: words('download-csv') }).click();
  expect((await download).suggestedFilename()).toBe('missing-from-care-2024.csv');

  await frame.getByText(words('share-heading')).click();
  const lines = frame.locator('.share li');
  await expect(lines.first()).toHaveText('Trafficked children, 2024, United Kingdom: 37% of about 2,340 children went missing.');
  // Until here the host has heard of heights and of nothing else.
  const heard = await page.evaluate(() => globalThis.heard);
  expect(heard.length).toBeGreaterThan(1);
  for (const { data, origin } of heard) {
    expect({ ...data, height: 0, origin }).toEqual({ sentinel: 'amp', type: 'embed-size', height: 0, origin: 'null' });
  }
  expect(await page.evaluate(() => globalThis.events)).toEqual([]);

  await frame.getByRole('button', { name: words('share-button') }).click();
  await expect.poll(() => page.evaluate(() => globalThis.events.length)).toBe(1);
  const [shared] = await page.evaluate(() => globalThis.events);
  expect(shared.format).toBe('missing-from-care/shared/1');
  expect(shared.figures.map(({ text }) => text)).toEqual(await lines.allTextContents());
  expect(shared.figures[0]).toEqual({
    area: 'United Kingdom',
    cohort: 'trafficked',
    period: '2024-01-01/2024-12-31',
    percent: '37',
    children: 2340,
    text: 'Trafficked children, 2024, United Kingdom: 37% of about 2,340 children went missing.',
  });
  // No exact count is in it.
  expect(JSON.stringify(shared)).not.toMatch(/864|2,?335|12,?530|1,?501/);
});

test('numbers of few children have nothing to share', async ({ page, hostPage }) => {
  const host = await hostPage('<missing-from-care mode="quick"></missing-from-care>');
  await page.goto(host.url);
  const frame = await frameOf(page);
  await frame.getByLabel(words('quick-children')).first().fill('80');
  await frame.getByLabel(words('quick-missing')).first().fill('5');
  await frame.getByRole('button', { name: words('quick-calculate') }).click();
  await frame.getByText(words('share-heading')).click();
  await expect(frame.getByText(words('share-nothing'))).toBeVisible();
  await expect(frame.getByRole('button', { name: words('share-button') })).toHaveCount(0);
});

test('a frame of fixed height tells that height, once', async ({ page, hostPage }) => {
  await listen(page);
  const host = await hostPage('<missing-from-care mode="quick" height="400"></missing-from-care>');
  await page.goto(host.url);
  const frame = await frameOf(page);
  await frame.getByRole('button', { name: words('quick-calculate') }).click();
  await expect(frame.locator('#quick-problem')).toBeVisible();
  await page.waitForTimeout(500);
  const heard = await page.evaluate(() => globalThis.heard.map(({ data }) => data));
  expect(heard).toEqual([{ sentinel: 'amp', type: 'embed-size', height: 400 }]);
});

test('a frame without a script of ours works, and says its height as other hosts expect', async ({ page, hostPage, shared }) => {
  await listen(page);
  const { frame: path } = await pinned();
  const host = await hostPage(
    `<iframe src="${shared.url}${path}#mode=quick" title="Quick" sandbox="allow-scripts allow-downloads allow-forms" width="100%" height="600"></iframe>`,
  );
  await page.goto(host.url);
  const frame = await (await page.locator('main > iframe').elementHandle()).contentFrame();
  await frame.getByLabel(words('quick-children')).first().fill('2335');
  await frame.getByLabel(words('quick-missing')).first().fill('864');
  await frame.getByLabel(words('quick-missing')).first().press('Enter');
  await expect(frame.getByText('37.0%').first()).toBeVisible();
  await expect.poll(() => page.evaluate(() => globalThis.heard.at(-1)?.data.type)).toBe('embed-size');
});

test('the snippet maker shows what it writes, and what it writes works', async ({ page, shared, hostPage }) => {
  await page.goto(shared.url);
  await new Calculator(page).chooseButton().waitFor();
  await page.getByRole('link', { name: words('nav-embed') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Put the calculator on your site');
  const allowed = await page.evaluate(async () => (await customElements.whenDefined('missing-from-care')).allowed);
  for (const [name, values] of Object.entries(allowed)) {
    expect(await page.locator(`#${name} option`).evaluateAll((options) => options.map(({ value }) => value)), name).toEqual(values);
  }
  await page.getByLabel('What it is for').selectOption('quick');
  await page.getByLabel('Colour').selectOption('plum');
  await page.getByLabel('Title, for').fill('"><script>alert(1)</script>');
  await page.getByLabel('Title, for').press('Tab');
  const preview = await frameOf(page);
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText(words('quick-title'));
  await expect(page.locator('missing-from-care')).toHaveAttribute('accent', 'plum');
  for (const id of ['code', 'plain']) {
    const code = await page.locator(`#${id}`).inputValue();
    expect(code).not.toContain('<script>alert');
    const { integrity } = await pinned();
    if (id === 'code') expect(code).toContain(`integrity="${integrity}"`);
    const other = await page.context().newPage();
    const host = await hostPage(code);
    await other.goto(host.url);
    const frame = other.frameLocator(id === 'code' ? 'missing-from-care iframe' : 'main > iframe');
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText(words('quick-title'));
    await expect(other.locator('iframe')).toHaveAttribute('title', '"><script>alert(1)</script>');
    await other.close();
  }
});
