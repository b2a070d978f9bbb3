// Times the page on a return: from the files chosen to the first figures, and to everything; and, in the same browser, how
// long it takes to read the files and do nothing with them. Called by `cargo xtask bench`, with what to do and what the page
// must show as JSON; prints what it measured as JSON.

import { readFile, writeFile } from 'node:fs/promises';
import { chromium as playwright } from '@playwright/test';
import { Calculator, kept } from './support/calculator.mjs';
import { chromium, flags } from './support/chromium.mjs';
import { serve } from './support/server.mjs';
import { said, words } from './support/words.mjs';

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
    const floor = await read(browser);
    const page = await browser.newPage({ locale: 'en-GB' });
    const calculator = new Calculator(page);
    await page.addInitScript(watchReady);
    await calculator.open(site.url);
    const ready = await page.evaluate(() => globalThis.readyAfter);
    // As it is by the time that a person has found the files.
    await kept(page);
    const process = await renderer(browser);
    const before = await memory(process, 'VmRSS');
    await forgetPeak(process);

    await page.evaluate(watch, { figure: expected[0].source, last: words('download-heading'), sums: words('provenance-sum-later') });
    await calculator.choose(...task.files);
    const timed = await page.evaluate(() => globalThis.timed, null, { timeout: 0 });

    const text = await calculator.results.innerText();
    for (const pattern of expected) {
      if (!pattern.test(text)) throw new Error(`the page does not show ${pattern}:\n${text.slice(0, 2000)}`);
    }
    const peak = await memory(process, 'VmHWM');
    return { ...timed, floor, ready, memory: Math.max(0, peak - before) };
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** How many seconds the browser takes to read the files. */
async function read(browser) {
  const page = await browser.newPage();
  await page.setContent('<input type="file" multiple>');
  await page.locator('input').setInputFiles(task.files);
  const seconds = await page.evaluate(async () => {
    const started = performance.now();
    for (const file of document.querySelector('input').files) {
      const reader = file.stream().getReader({ mode: 'byob' });
      let buffer = new ArrayBuffer(4 * 1024 * 1024);
      for (;;) {
        const { done, value } = await reader.read(new Uint8Array(buffer));
        if (done) break;
        buffer = value.buffer;
      }
    }
    return (performance.now() - started) / 1000;
  });
  await page.close();
  return seconds;
}

/** Runs in the page: `readyAfter` is fulfilled with the milliseconds until a person can use it. Nothing is in any cache. */
function watchReady() {
  globalThis.readyAfter = new Promise((done) => {
    new MutationObserver((_, observer) => {
      if ([...document.querySelectorAll('button')].every((button) => button.disabled)) return;
      observer.disconnect();
      requestAnimationFrame(() => done(performance.now()));
    }).observe(document, { childList: true, subtree: true });
  });
}

/**
 * Runs in the page: `timed` is fulfilled in the frame after the one in which everything is there. By how much figures moved what
 * was there, and the longest time for which the page said nothing new, is measured.
 */
function watch({ figure, last: end, sums }) {
  const pattern = new RegExp(figure);
  let started;
  let headline;
  let painted;
  let shift = 0;
  new PerformanceObserver((list) => {
    // What the frame with the first figures itself moves is not counted: the list of files folds.
    for (const entry of list.getEntries()) if (headline > 0 && entry.startTime > painted) shift += entry.value;
  }).observe({ type: 'layout-shift' });
  let longestTask = 0;
  let silence = 0;
  let said;
  let report;
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
      const text = document.body.textContent;
      const now = performance.now();
      // The sums of files come after the figures, and nobody waits for them.
      if (started !== undefined && report === undefined) silence = Math.max(silence, now - Math.max(said ?? started, started));
      said = now;
      const since = () => (performance.now() - started) / 1000;
      const shown = (tell) => requestAnimationFrame(() => requestAnimationFrame(tell));
      if (headline === undefined && pattern.test(text)) {
        headline = 0;
        shown(() => {
          headline = since();
          painted = performance.now();
        });
      }
      if (headline === undefined || !text.includes(end)) return;
      report ??= since();
      if (text.includes(sums)) return;
      observer.disconnect();
      shown(() => done({ seconds: headline, report, everything: since(), longestTask, shift, silence: silence / 1000 }));
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
