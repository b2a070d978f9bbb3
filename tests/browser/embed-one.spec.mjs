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
  ...Object.fromEntries(
    ['grid', 'centred', 'columns', 'placed', 'fit', 'inline', 'float', 'inline-flex', 'inline-grid', 'row'].map((name) => [name, (element) => `<div class="${name}">${element}</div>`]),
  ),
};
const LOOKS = `.flex { display: flex; } .grid { display: grid; justify-items: start; } .centred { display: grid; justify-content: center; }
  .columns { display: flex; flex-direction: column; align-items: center; } .placed { display: grid; place-items: center; place-content: center; }
  .fit { width: fit-content; } .inline { display: inline-block; } .float { float: left; } .inline-flex { display: inline-flex; }
  .inline-grid { display: inline-grid; } .row { display: flex; justify-content: center; flex-wrap: wrap; }`;

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
        // Every layout with one of them; what is in the frame makes no difference to the others.
        if (what !== 'headline' && !['plain', 'flex', 'grid', 'centred'].includes(layout)) continue;
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
  const linked = () => expect(page.locator('missing-from-care').getByRole('link', { name: 'All our figures' })).toBeVisible();
  await show('mode="figures" show="headline" figures="http://[bad"');
  await why('http://[bad is not the address of a file');
  await linked();
  for (const attribute of ['area="Kent"', 'cohort="traficked"', 'area="E1000001"', 'cohort=" trafficked"']) {
    await show(`mode="figures" show="headline" figures="index.html" ${attribute}`);
    await why(attribute);
    await linked();
    await expect(page.locator('missing-from-care iframe')).toHaveCount(0);
  }
  await show('mode="figures" show="headlin" figures="index.html"');
  await why('show="headlin" is none of');
  await show('mode="council" council="Brighton and Hove"');
  await why('council="Brighton and Hove" is not a code');
  await linked();
  // Said again with a code, it is there.
  await page.locator('missing-from-care').evaluate((element) => element.setAttribute('council', 'e06000043'));
  await shown(page, /children looked after by Brighton and Hove/);
  await expect(page.locator('missing-from-care').getByRole('alert')).toHaveCount(0);
  // The server lets nobody else read it.
  await show(`mode="figures" show="headline" figures="${elsewhere.url}index.html"`);
  await why('Access-Control-Allow-Origin');
  await show('mode="council"', `frame-src 'none'; script-src ${new URL(shared.url).origin}`);
  await why('frame-src');
});

const UNUSABLE = {
  'junk.csv': 'hello\nworld\n',
  'empty.csv': '',
  'ask.csv': 'Authority,Year,Kids in our thing,Gone\nKent,2024,40,10\n',
  'page.csv': '<!doctype html><html><head><title>Sign in</title></head><body><p>Sign in</p></body></html>',
};

for (const show of ['headline', 'report']) {
  test(`a file that cannot be used says why in the open, and links out: ${show}`, async ({ page, hostPage }) => {
    test.setTimeout(180_000);
    for (const file of Object.keys(UNUSABLE)) {
      const element = `<missing-from-care mode="figures" show="${show}" figures="${file}"><a href="https://example.org/all">All our figures</a></missing-from-care>`;
      const host = await hostPage(element, UNUSABLE);
      await page.goto(host.url);
      await expect(page.locator('missing-from-care').getByRole('alert'), file).toContainText('the frame says what is wrong with the figures');
      await expect(page.locator('missing-from-care').getByRole('link', { name: 'All our figures' })).toBeVisible();
      const frame = await frameOf(page);
      if (show === 'report') {
        await expect(frame.locator('.file__problem').first(), file).toBeVisible();
        continue;
      }
      // A visitor has nothing to choose, and no list of files.
      await expect(frame.locator('.figure')).toContainText(words('figure-none'));
      expect((await frame.locator('.figure p').allTextContents()).join(' ').length, file).toBeGreaterThan(words('figure-none').length + 20);
      await expect(frame.locator('.files, .file, .figure button, .figure select'), file).toHaveCount(0);
      await expect(frame.getByText(words('live-done'))).toHaveCount(0);
    }
  });
}

test('figures that never come are not waited for without a word, and may come late', async ({ page, hostPage }) => {
  const host = await hostPage('<missing-from-care mode="figures" show="headline" cohort="unaccompanied"><a href="https://example.org/all">All our figures</a></missing-from-care>', FIGURES);
  await page.goto(host.url);
  const element = page.locator('missing-from-care');
  await frameOf(page);
  await expect(element.getByRole('alert')).toContainText('this page has handed no figures over', { timeout: 20_000 });
  await element.evaluate(async (element) => (element.figures = [{ name: 'answers.csv', content: await (await fetch('answers.csv')).text() }]));
  await shown(page, /1,501 of 11,999/);
  await expect(element.getByRole('alert')).toHaveCount(0);
});

test('a figure that the file does not have says what it needs', async ({ page, hostPage }) => {
  const one = 'Authority,Year,Trafficked,Trafficked missing\nKent,2024,40,10\n';
  const host = await hostPage('<missing-from-care mode="figures" show="funnel" figures="one.csv"></missing-from-care>', { 'one.csv': one });
  await page.goto(host.url);
  const frame = await frameOf(page);
  // It is said aloud as well.
  await expect(frame.getByText(words('figure-none')).first()).toBeVisible();
  await expect(frame.getByText(words('figure-needs-authorities'))).toBeVisible();
  await expect(page.locator('missing-from-care').getByRole('alert')).toContainText('Open the calculator');
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

test('the snippet maker says what it does not understand, and writes no code without it', async ({ page, shared }) => {
  await page.goto(`${shared.url}embed.html`);
  const code = page.locator('#code');
  const copy = page.locator('[data-copy="code"]');
  const wrong = async (field, typed, words) => {
    await page.locator(field).fill(typed);
    await page.locator(field).press('Tab');
    await expect(page.locator(`${field}-error`)).toContainText(words);
    await expect(page.locator(field)).toHaveAttribute('aria-invalid', 'true');
    await expect(code).not.toHaveValue(/missing-from-care/);
    await expect(copy).toBeDisabled();
  };
  const right = async (field, typed, said) => {
    await page.locator(field).fill(typed);
    await expect(page.locator(`${field}-error`)).toHaveText('');
    await page.locator(field).press('Tab');
    await expect(code).toHaveValue(said);
    await expect(copy).toBeEnabled();
  };
  await wrong('#height', '99', 'from 240 to 4000');
  await wrong('#height', '50000', 'from 240 to 4000');
  await right('#height', '600', /height="600"/);
  await page.locator('#mode').selectOption('council');
  await wrong('#council', 'Kent', 'Type the code of the council');
  await right('#council', 'e10000016', /council="E10000016"/);
  await page.locator('#mode').selectOption('figures');
  await page.locator('#show').selectOption('headline');
  await wrong('#area', 'Kent', 'Type the code of the area');
  // What is not asked for is not in the way.
  await page.locator('#show').selectOption('report');
  await expect(code).toHaveValue(/mode="figures"/);
  await page.locator('#show').selectOption('headline');
  await right('#area', '', /show="headline"/);
});
