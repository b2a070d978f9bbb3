// The calculator in a hostile page: what that cannot do. And the seal, in a frame of every mode.

import { readFile } from 'node:fs/promises';
import { anywhere, fromPage, fromWorker } from './support/escapes.mjs';
import { MODES, expect, frameOf, listen, pinned, samples, test } from './support/embed.mjs';
import { words } from './support/words.mjs';

const ANSWERS = await readFile(samples.answers[0], 'utf8');

/** Texts that would be more than text if anything took them for it. */
const MARKUP = [
  '<img src=x onerror="globalThis.hurt = true">',
  '"><script>globalThis.hurt = true</script>',
  "' onload='globalThis.hurt = true",
  'javascript:globalThis.hurt=true',
  '<svg/onload=globalThis.hurt=true>',
  '{{constructor.constructor("globalThis.hurt=true")()}}',
  '&lt;img src=x onerror=alert(1)&gt;',
];

/** Chooses files in a calculator's frame, and waits for the result. */
async function calculate(page, frame) {
  const chooser = page.waitForEvent('filechooser');
  await frame.getByRole('button', { name: words('choose-files') }).click();
  await (await chooser).setFiles(samples.answers);
  await expect(frame.getByText('864 of 2,335').first()).toBeVisible();
}

/** What the frame holds that no text should have made. */
const harmed = (frame) =>
  frame.evaluate(() => ({
    hurt: 'hurt' in globalThis,
    elements: document.querySelectorAll('#page :is(img, iframe, script, object, embed, link, style, base, meta)').length,
    handlers: [...document.querySelectorAll('#page *')].filter((one) => one.getAttributeNames().some((name) => name.startsWith('on'))).length,
  }));
const UNHARMED = { hurt: false, elements: 0, handlers: 0 };

test('a host cannot look into a frame, nor a frame at its host', async ({ page, hostPage }) => {
  const host = await hostPage('<missing-from-care></missing-from-care>');
  await page.goto(host.url);
  const frame = await frameOf(page);
  await calculate(page, frame);
  const seen = await page.evaluate(() => {
    const frame = document.querySelector('missing-from-care').shadowRoot.querySelector('iframe');
    const tries = {
      document: () => frame.contentDocument,
      'document of its window': () => frame.contentWindow.document,
      body: () => frame.contentWindow.document.body.textContent,
      address: () => frame.contentWindow.location.href,
      name: () => frame.contentWindow.name,
      storage: () => frame.contentWindow.localStorage,
      program: () => frame.contentWindow.eval('1'),
    };
    return Object.entries(tries).map(([name, attempt]) => {
      try {
        return [name, attempt() === null ? 'nothing' : 'seen'];
      } catch (error) {
        return [name, error.name];
      }
    });
  });
  for (const [name, what] of seen) expect(what, name).toMatch(/^(nothing|SecurityError)$/);

  const back = await frame.evaluate(() => {
    const tries = {
      document: () => parent.document,
      storage: () => localStorage,
      cookies: () => document.cookie,
      top: () => void (top.location = 'about:blank'),
      window: () => open('about:blank'),
    };
    return Object.entries(tries).map(([name, attempt]) => {
      try {
        return [name, attempt() ? 'had' : 'nothing'];
      } catch (error) {
        return [name, error.name];
      }
    });
  });
  for (const [name, what] of back) expect(what, name).toMatch(/^(nothing|SecurityError)$/);
  expect(page.url()).toBe(host.url);
});

test('no attribute puts anything into a page or a frame but values of its list', async ({ page, hostPage, shared }) => {
  const host = await hostPage('<missing-from-care></missing-from-care>');
  await page.goto(host.url);
  const { frame: path } = await pinned();
  const hostile = [...MARKUP, '', ' quick', 'QUICK', 'quick&mode=figures', 'quick#x', '__proto__', 'constructor', 'toString', '0', 'null',
    '../../evil.html', '//evil.example/', 'https://evil.example/', '%00', '\u202Equick', 'quick\n', '1e3', '0x200', '239', '4001', '-300', '300.5', '３００'];
  const addresses = await page.evaluate((hostile) => {
    const element = document.querySelector('missing-from-care');
    const { allowed } = customElements.get('missing-from-care');
    const addresses = [];
    for (const name of [...Object.keys(allowed), 'height', 'src', 'srcdoc', 'sandbox', 'allow', 'onload', 'href', 'name', 'csp']) {
      for (const value of hostile) {
        element.setAttribute(name, value);
        const frame = element.shadowRoot.querySelector('iframe');
        addresses.push([frame.src, frame.getAttribute('sandbox'), frame.hasAttribute('srcdoc'), element.shadowRoot.childElementCount]);
      }
      element.removeAttribute(name);
    }
    return [...new Set(addresses.map((one) => JSON.stringify(one)))];
  }, hostile);
  const usual = 'mode=calculator&language=en&accent=blue&text=normal&start=summary&show=report&cohort=first&height=auto';
  const only = [`${shared.url}${path}#${usual}`, 'allow-scripts allow-downloads allow-forms', false, 1];
  expect(addresses).toEqual([JSON.stringify(only)]);

  // A title is any text, and stays text.
  for (const title of MARKUP) {
    await page.evaluate((title) => document.querySelector('missing-from-care').setAttribute('title', title), title);
    await expect(page.locator('missing-from-care iframe')).toHaveAttribute('title', title);
  }
  expect(await page.evaluate(() => 'hurt' in globalThis)).toBe(false);
});

test('no address makes a frame anything but what its lists allow', async ({ page, hostPage, shared }) => {
  test.setTimeout(120_000);
  const { frame: path } = await pinned();
  const host = await hostPage('<iframe sandbox="allow-scripts allow-downloads allow-forms" width="100%" height="700" title="x"></iframe>');
  await page.goto(host.url);
  for (const value of [...MARKUP, `quick&src=${host.url}`, `${host.url}evil.js`]) {
    const fragment = ['mode', 'accent', 'text', 'start', 'height', 'language', 'src', 'figures', 'url'].map((name) => `${name}=${value}`).join('&');
    const element = page.locator('main > iframe');
    // Another query each time, so that it is loaded anew.
    await element.evaluate((frame, src) => (frame.src = src), `${shared.url}${path}?${encodeURIComponent(value)}=${encodeURIComponent(host.url)}#${fragment}`);
    const frame = await (await element.elementHandle()).contentFrame();
    await expect(frame.getByRole('button', { name: words('choose-files') }).or(frame.getByLabel(words('quick-children')).first())).toBeVisible();
    expect(await harmed(frame)).toEqual(UNHARMED);
    expect(await frame.evaluate(() => document.documentElement.className)).toMatch(/^govuk-template embed accent--blue text--normal$/);
  }
  expect(host.requests.filter((request) => !/ \/( |$)/.test(request) && request !== 'GET /')).toEqual([]);
});

test('a message of a host is heard in the mode for figures alone, and only if all of it is as it should be', async ({ page, hostPage }) => {
  const host = await hostPage(`${MODES.map((mode) => `<missing-from-care mode="${mode}"></missing-from-care>`).join('')}<iframe id="other" title="x"></iframe>`);
  await page.goto(host.url);
  const frames = [];
  for (const place of MODES.keys()) frames.push(await frameOf(page, place));
  const figures = { sentinel: 'missing-from-care', type: 'figures', files: [{ name: 'answers.csv', content: ANSWERS }] };
  const big = 'x'.repeat(33 * 1024 * 1024);
  await page.evaluate(
    ({ figures, big }) => {
      const file = figures.files[0];
      const wrong = [
        null, 1, 'figures', [], {}, [figures], JSON.stringify(figures), { ...figures, sentinel: 'amp' }, { ...figures, type: 'Figures' },
        ...[null, {}, 'x', [], [null], [1], ['x'], [[]], [{}], [{ name: 'a' }], [{ content: 'a' }], [{ name: 1, content: 'a' }],
          [{ name: '', content: 'a' }], [{ name: 'a'.repeat(121), content: 'a' }], [{ name: 'a', content: 1 }], [{ name: 'a', content: null }],
          [{ name: 'a', content: ['a'] }], [{ name: 'a', content: new Uint8Array(3) }], [{ name: 'a', content: new Map() }], Array(21).fill(file),
          [{ name: 'big.csv', content: big }], [file, null], { 0: file, length: 1 }].map((files) => ({ ...figures, files })),
      ];
      const windows = [...document.querySelectorAll('missing-from-care')].map((one) => one.shadowRoot.querySelector('iframe').contentWindow);
      for (const window of windows) for (const message of wrong) window.postMessage(message, '*');
      // The other modes hear nothing, not even what is as it should be.
      for (const window of windows.slice(0, 2)) window.postMessage(figures, '*');
      // Nor does any hear a window that is not the one around it.
      globalThis.other.srcdoc = '<script>onmessage = ({ data }) => parent.frames[data.place].postMessage(data.figures, "*")<\/script>';
      globalThis.other.onload = () => {
        const place = [...Array(frames.length).keys()].find((place) => frames[place] === windows[2]);
        globalThis.other.contentWindow.postMessage({ place, figures }, '*');
      };
    },
    { figures, big },
  );
  await page.waitForTimeout(1500);
  await expect(frames[2].getByText(words('embed-figures-waiting'))).toBeVisible();
  await expect(frames[0].locator('.files')).toHaveCount(0);
  await expect(frames[1].getByRole('heading', { level: 1 })).toHaveText(words('quick-title'));
  for (const frame of frames) expect(await harmed(frame)).toEqual(UNHARMED);
  // It is well after all that.
  await page.evaluate((files) => (document.querySelectorAll('missing-from-care')[2].figures = files), figures.files);
  await expect(frames[2].getByText('864 of 2,335').first()).toBeVisible();
});

test('a flood of messages from a host leaves the frame with the last figures, and free to be used', async ({ page, hostPage }) => {
  const host = await hostPage('<missing-from-care mode="figures"></missing-from-care>');
  await page.goto(host.url);
  const frame = await frameOf(page);
  await page.evaluate((answers) => {
    const { contentWindow } = document.querySelector('missing-from-care').shadowRoot.querySelector('iframe');
    const figures = (content) => ({ sentinel: 'missing-from-care', type: 'figures', files: [{ name: 'answers.csv', content }] });
    for (let n = 0; n < 20_000; n += 1) contentWindow.postMessage({ sentinel: 'missing-from-care', type: n }, '*');
    for (let n = 0; n < 300; n += 1) contentWindow.postMessage(figures(`Authority,Year,UASC,UASC missing\nKent,2024,100,${n % 90}\n`), '*');
    contentWindow.postMessage(figures(answers), '*');
  }, ANSWERS);
  await expect(frame.getByText('864 of 2,335').first()).toBeVisible({ timeout: 60_000 });
  await frame.getByRole('link', { name: words('part-method') }).first().click();
  await expect(frame.getByRole('heading', { level: 3, name: words('part-method'), exact: true })).toBeVisible();
});

test('no cell and no name of a file becomes markup', async ({ page, hostPage }) => {
  const rows = MARKUP.map((text, place) => `"${text.replaceAll('"', '""')}",2024,${100 + place},"${text.replaceAll('"', '""')}"`);
  const content = `Authority,Year,Unaccompanied children,Unaccompanied children missing\nKent,2024,60,20\nMedway,2024,40,9\n${rows.join('\n')}\n`;
  const host = await hostPage('<missing-from-care mode="figures"></missing-from-care>');
  await page.goto(host.url);
  const frame = await frameOf(page);
  const files = [...MARKUP.map((name) => ({ name: `${name}.csv`, content: `${name},${name}\n` })), { name: `${MARKUP[0]}.csv`, content }];
  await page.evaluate((files) => (document.querySelector('missing-from-care').figures = files), files);
  await expect(frame.getByText('29 of 100').first()).toBeVisible();
  const parts = frame.getByRole('navigation', { name: words('parts-label') }).getByRole('link');
  expect(await parts.count()).toBeGreaterThan(3);
  for (const [place, part] of (await parts.allTextContents()).entries()) {
    await parts.nth(place).click();
    await expect(frame.getByRole('heading', { level: 3, name: part, exact: true })).toBeVisible();
    await expect(frame.getByText(words('part-loading'), { exact: true })).toHaveCount(0);
    await frame.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
    expect(await harmed(frame), part).toEqual(UNHARMED);
  }
});

test('a host page hears no one but its own frame, and nothing but what a frame may say', async ({ page, hostPage }) => {
  const host = await hostPage('<missing-from-care mode="quick"></missing-from-care><iframe id="other" title="x"></iframe>');
  await page.goto(host.url);
  const frame = await frameOf(page);
  await page.evaluate(() => {
    globalThis.events = [];
    document.addEventListener('missing-from-care-shared', ({ detail }) => globalThis.events.push(detail));
  });
  const height = () => page.locator('missing-from-care iframe').evaluate((frame) => frame.clientHeight);
  const before = await height();
  const figure = { area: null, cohort: null, period: null, percent: '37', children: 10, text: 'x' };
  const shared = { sentinel: 'missing-from-care', type: 'shared', format: 'missing-from-care/shared/1', figures: [figure] };
  const size = { sentinel: 'amp', type: 'embed-size', height: 777 };

  // Another frame, and the page itself.
  await page.evaluate(
    (messages) => {
      globalThis.other.srcdoc = `<script>for (const one of ${JSON.stringify(messages)}) parent.postMessage(one, '*')<\/script>`;
      for (const one of messages) postMessage(one, '*');
    },
    [size, shared],
  );
  // The frame itself, were it to say what it never does.
  await frame.evaluate(
    ({ size, shared, figure }) => {
      const say = (message) => parent.postMessage(message, '*');
      for (const height of [0, -1, 1.5, NaN, Infinity, 20001, 1e9, '500', null, [500], { valueOf: () => 5 }.valueOf]) {
        if (typeof height !== 'function') say({ ...size, height });
      }
      say({ ...size, sentinel: 'x' });
      say('embed-size');
      for (const figures of [null, {}, [null], ['x'], Array(51).fill(figure), [{ ...figure, text: 1 }], [{ ...figure, percent: 37 }],
        [{ ...figure, children: '10' }], [{ ...figure, text: 'x'.repeat(401) }]]) {
        say({ ...shared, figures });
      }
      say({ ...shared, format: 'missing-from-care/shared/2' });
    },
    { size, shared, figure },
  );
  await page.waitForTimeout(700);
  expect(await page.evaluate(() => globalThis.events)).toEqual([]);
  expect(await height()).toBe(before);

  // Unknown fields do not pass.
  await frame.evaluate((message) => parent.postMessage(message, '*'), { ...shared, figures: [{ ...figure, rows: [1], __proto__: null }], more: 1 });
  await expect.poll(() => page.evaluate(() => globalThis.events)).toEqual([{ format: shared.format, figures: [figure] }]);
});

for (const mode of MODES) {
  test(`nothing gets out of a frame in the mode ${mode}, whatever is tried`, async ({ page, hostPage, shared, elsewhere }) => {
    test.setTimeout(180_000);
    await listen(page);
    const host = await hostPage(`<missing-from-care mode="${mode}"></missing-from-care>`);
    await page.goto(host.url);
    const frame = await frameOf(page);
    const places = [[frame, { ...anywhere, ...fromPage }]];
    if (mode === 'calculator') await calculate(page, frame);
    if (mode === 'figures') {
      await page.evaluate((content) => (document.querySelector('missing-from-care').figures = [{ name: 'a.csv', content }]), ANSWERS);
      await expect(frame.getByText('864 of 2,335').first()).toBeVisible();
    }
    if (mode !== 'quick') places.push([page.workers()[0], { ...anywhere, ...fromWorker }]);
    const before = [...shared.requests];
    const arrived = host.requests.length;
    const address = frame.url();
    for (const [where, escapes] of places) {
      for (const [name, escape] of Object.entries(escapes)) {
        for (const server of [shared, elsewhere]) {
          const source = `(async () => {
            const patience = new Promise((done) => setTimeout(done, 300));
            try { await Promise.race([(${escape.toString()})(${JSON.stringify(server.url + encodeURIComponent(name))}), patience]); } catch { /* refused */ }
          })()`;
          await where.evaluate(source);
        }
        expect(frame.url(), name).toBe(address);
      }
    }
    await page.waitForTimeout(500);
    expect(shared.requests).toEqual(before);
    expect(elsewhere.requests).toEqual([]);
    expect(host.requests.slice(arrived)).toEqual([]);
    expect(page.url()).toBe(host.url);
    const heard = await page.evaluate(() => globalThis.heard);
    expect(heard.filter(({ data }) => data?.type !== 'embed-size')).toEqual([]);
  });
}
