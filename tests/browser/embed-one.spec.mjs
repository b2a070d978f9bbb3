// One council, one figure and one table in somebody else's page: in any layout, under a strict policy, on a phone and on paper.

import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, frameOf, pinned, samples, test } from './support/embed.mjs';
import { words } from './support/words.mjs';

const ANSWERS = await readFile(samples.answers[0], 'utf8');
const FIGURES = { 'answers.csv': ANSWERS };

/** What is embedded, and what it says. */
const ONES = {
  council: ['mode="council" council="E10000016"', /children looked after by Kent went missing at least once/],
  headline: ['mode="figures" figures="answers.csv" show="headline" cohort="unaccompanied"', /1,501 of 11,999/],
  series: ['mode="figures" figures="answers.csv" show="series" cohort="trafficked"', /period by period/],
  funnel: ['mode="figures" figures="answers.csv" show="funnel" area="E10000016"', /by number of children, with limits/],
  table: ['mode="figures" figures="answers.csv" show="table" cohort="unaccompanied" area="E12000008"', /Unaccompanied children, 2024/],
  map: ['mode="figures" figures="answers.csv" show="map" cohort="unaccompanied"', /by authority: Unaccompanied/],
};

/** Where the element is. */
const LAYOUTS = {
  plain: (element) => element,
  flex: (element) => `<div class="flex">${element}</div>`,
  grid: (element) => `<div class="grid">${element}</div>`,
};
const LOOKS = '.flex { display: flex; } .grid { display: grid; justify-items: start; }';

async function shown(page, said) {
  const frame = await frameOf(page);
  await expect(frame.getByText(said).first()).toBeVisible();
  return frame;
}

for (const width of [1280, 320]) {
  for (const [what, [attributes, said]] of Object.entries(ONES)) {
    test(`${what} alone keeps its width in every layout, at ${width} pixels`, async ({ page, hostPage }) => {
      await page.setViewportSize({ width, height: 800 });
      for (const [layout, within] of Object.entries(LAYOUTS)) {
        const element = `<missing-from-care ${attributes}></missing-from-care>`;
        const host = await hostPage(`<link rel="stylesheet" href="looks.css">${within(element)}`, { ...FIGURES, 'looks.css': LOOKS });
        await page.goto(host.url);
        const frame = await shown(page, said);
        const room = await page.locator('main').evaluate((main) => main.clientWidth);
        const { clientWidth } = await page.locator('missing-from-care').evaluate(({ clientWidth }) => ({ clientWidth }));
        expect(clientWidth, layout).toBe(room);
        const wider = await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(wider, `${layout}: scrolls sideways`).toBeLessThanOrEqual(0);
        if (what !== 'council') {
          // Nothing of the analyst's: no parts, no choices.
          await expect(frame.getByRole('navigation')).toHaveCount(0);
          await expect(frame.getByRole('combobox')).toHaveCount(0);
        }
      }
      // Each document has its own main part, and says so; the rule counts across frames.
      const { violations } = await new AxeBuilder({ page }).disableRules(['landmark-unique']).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`)).toEqual([]);
      await page.emulateMedia({ media: 'print' });
      const [frame] = page.frames().slice(-1);
      await expect(frame.getByText(said).first()).toBeVisible();
    });
  }
}

test('one figure and one council work under a strict policy', async ({ page, hostPage, shared }) => {
  const policy = `default-src 'none'; script-src ${new URL(shared.url).origin}; frame-src ${new URL(shared.url).origin}; connect-src 'self'; style-src 'self'; img-src data:`;
  for (const [attributes, said] of Object.values(ONES)) {
    const headers = { 'content-security-policy': policy };
    const host = await hostPage(`<missing-from-care ${attributes}></missing-from-care>`, FIGURES, headers);
    await page.goto(host.url);
    await shown(page, said);
    const element = page.locator('missing-from-care');
    expect(await element.evaluate((element) => getComputedStyle(element).display)).toBe('block');
  }
});

test('what fails says why, and links out', async ({ page, hostPage, elsewhere, shared }) => {
  const why = (text) => expect(page.locator('missing-from-care').getByRole('alert')).toContainText(text);
  const show = async (attributes, policy) => {
    const link = '<a href="https://example.org/all">All our figures</a>';
    const headers = policy ? { 'content-security-policy': policy } : {};
    const host = await hostPage(`<missing-from-care ${attributes}>${link}</missing-from-care>`, {}, headers);
    await page.goto(host.url);
  };
  await show('mode="figures" show="headline" figures="not-there.csv"');
  await why('the server answered 404');
  await expect(page.getByRole('link', { name: 'All our figures' })).toHaveAttribute('href', 'https://example.org/all');
  // The server lets nobody else read it.
  await show(`mode="figures" show="headline" figures="${elsewhere.url}index.html"`);
  await why('Access-Control-Allow-Origin');
  await show('mode="council"', `frame-src 'none'; script-src ${new URL(shared.url).origin}`);
  await why('frame-src');
});

test('a figure that the file does not have says what it needs', async ({ page, hostPage }) => {
  const one = 'Authority,Year,Trafficked,Trafficked missing\nKent,2024,40,10\n';
  const host = await hostPage('<missing-from-care mode="figures" show="funnel" figures="one.csv"></missing-from-care>', { 'one.csv': one });
  await page.goto(host.url);
  const frame = await frameOf(page);
  await expect(frame.getByText(words('figure-none'))).toBeVisible();
  await expect(frame.getByText(words('figure-needs-authorities'))).toBeVisible();
});

test('a council in a frame alone, without a script', async ({ page, hostPage, shared }) => {
  const { frame: path } = await pinned();
  const host = await hostPage(
    `<iframe src="${shared.url}${path}#mode=council&amp;council=E10000016" title="Kent" sandbox="allow-scripts allow-downloads allow-forms" width="100%" height="900"></iframe>`,
  );
  await page.goto(host.url);
  const frame = await (await page.locator('main > iframe').elementHandle()).contentFrame();
  await expect(frame.getByText(/children looked after by Kent/).first()).toBeVisible();
  await frame.getByLabel(words('council-find'), { exact: true }).fill('Camden');
  await frame.getByLabel(words('council-find'), { exact: true }).press('Enter');
  await expect(frame.getByText(/children looked after by Camden/).first()).toBeVisible();
});

test('the snippet maker shows each of them as it is chosen', async ({ page, shared }) => {
  await page.goto(`${shared.url}embed.html`);
  for (const [attributes, said] of Object.values(ONES)) {
    const chosen = Object.fromEntries([...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
    await page.locator('#mode').selectOption(chosen.mode);
    for (const name of ['show', 'cohort']) if (chosen[name]) await page.locator(`#${name}`).selectOption(chosen[name]);
    for (const name of ['area', 'council']) {
      if (chosen.mode === 'figures' && name === 'area') await page.locator('#area').fill(chosen.area ?? '');
      if (chosen[name] && name === 'council') await page.locator('#council').fill(chosen.council);
    }
    await page.locator('#title').press('Tab');
    await shown(page, said);
    for (const name of ['show', 'cohort', 'area', 'council']) {
      if (chosen[name]) expect(await page.locator('#code').inputValue()).toContain(`${name}="${chosen[name]}"`);
    }
  }
});
