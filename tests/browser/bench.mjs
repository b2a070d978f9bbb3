// Times the page on a return: from the files chosen to the figures shown. Called by `cargo xtask bench`, with what to
// do and what the page must show as JSON; prints what it measured as JSON.

import { readFile, writeFile } from 'node:fs/promises';
import { chromium as playwright } from '@playwright/test';
import { Calculator, kept } from './support/calculator.mjs';
import { chromium, flags } from './support/chromium.mjs';
import { serve } from './support/server.mjs';
import { said } from './support/words.mjs';

const task = JSON.parse(process.argv[2]);
const number = (count) => count.toLocaleString('en-GB');
const headline = (missing, children) =>
  said('own-of', { missing: number(missing), children: number(children) }, { within: true });
const expected = [
  headline(task.missing, task.children),
  headline(task.unaccompaniedMissing, task.unaccompaniedChildren),
  new RegExp(`(?<!\\d)${number(task.incidents)}(?!\\d)`),
];

const runs = [];
for (let run = 0; run < task.runs; run += 1) {
  runs.push(await once());
}
console.log(JSON.stringify(runs));

/** One run, in a browser of its own, so that no memory is left over from the one before. */
async function once() {
  const site = await serve();
  const browser = await playwright.launch({ executablePath: chromium(), args: flags });
  try {
    const page = await browser.newPage({ locale: 'en-GB' });
    const calculator = new Calculator(page);
    await calculator.open(site.url);
    // As it is by the time that a person has found the files.
    await kept(page);
    const process = await renderer(browser);
    const before = await memory(process, 'VmRSS');
    await forgetPeak(process);

    await page.evaluate(watch, expected[0].source);
    await calculator.choose(...task.files);
    const timed = await page.evaluate(() => globalThis.timed, null, { timeout: 0 });

    const text = await calculator.results.innerText();
    for (const pattern of expected) {
      if (!pattern.test(text)) throw new Error(`the page does not show ${pattern}:\n${text.slice(0, 2000)}`);
    }
    const peak = await memory(process, 'VmHWM');
    return { ...timed, memory: Math.max(0, peak - before) };
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** Runs in the page: `timed` is fulfilled in the frame after the one in which the figure appears. */
function watch(figure) {
  const pattern = new RegExp(figure);
  let started;
  let longestTask = 0;
  // Gaps between turns of the event loop see every pause, also those of a few milliseconds.
  let last;
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const now = performance.now();
    if (started !== undefined) longestTask = Math.max(longestTask, now - (last ?? now));
    last = now;
    setTimeout(() => channel.port2.postMessage(null), 1);
  };
  channel.port2.postMessage(null);
  document.addEventListener('change', () => (started = performance.now()), { capture: true, once: true });
  globalThis.timed = new Promise((done) => {
    const observer = new MutationObserver(() => {
      if (!pattern.test(document.body.textContent)) return;
      observer.disconnect();
      requestAnimationFrame(() =>
        requestAnimationFrame(() => done({ seconds: (performance.now() - started) / 1000, longestTask })),
      );
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}

/** The process that holds the page. */
async function renderer(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter((process) => process.type === 'renderer').map((process) => process.id);
  const sizes = await Promise.all(renderers.map((id) => memory(id, 'VmRSS')));
  return renderers[sizes.indexOf(Math.max(...sizes))];
}

/** What the system says about a process, in bytes; 0 where it does not say. */
async function memory(process, field) {
  const status = await readFile(`/proc/${process}/status`, 'utf8').catch(() => '');
  return Number(new RegExp(`^${field}:\\s*(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
}

/** Lets the system count the peak anew, where it can. */
async function forgetPeak(process) {
  await writeFile(`/proc/${process}/clear_refs`, '5').catch(() => {});
}
