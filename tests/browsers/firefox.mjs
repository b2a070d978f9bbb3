// Firefox by WebDriver BiDi, which it speaks itself.

import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAMES = ['firefox-esr', 'firefox'];

const program = () => NAMES.find((name) => !spawnSync(name, ['--version']).error);

/** What is missing on this machine; null if all is there. */
export function missing() {
  if (!program()) return 'Firefox is not installed';
  if (typeof WebSocket === 'undefined') return 'this Node has no WebSocket: run it with --experimental-websocket';
  return null;
}

/** Starts the browser. */
export async function launch() {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const downloads = join(profile, 'downloads');
  mkdirSync(downloads);
  const settings = {
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.manager.addToRecentDocs': false,
  };
  const lines = Object.entries(settings).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const firefox = spawn(program(), ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise((done, failed) => {
    let said = '';
    firefox.stderr.on('data', (text) => {
      said += text;
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said);
      if (found) done(found[1]);
    });
    firefox.on('exit', () => failed(new Error(`Firefox ended: ${said}`)));
  });
  const socket = new WebSocket(`${address}/session`);
  await new Promise((done, failed) => Object.assign(socket, { onopen: done, onerror: failed }));
  const waiting = new Map();
  socket.onmessage = ({ data }) => {
    const { id, result, error, message } = JSON.parse(data);
    const wait = waiting.get(id);
    waiting.delete(id);
    if (error) wait?.failed(new Error(`${error}: ${message}`));
    else wait?.done(result);
  };
  let last = 0;
  const ask = (method, params = {}) =>
    new Promise((done, failed) => {
      last += 1;
      waiting.set(last, { done, failed });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  const { capabilities } = await ask('session.new', { capabilities: {} });
  const { contexts } = await ask('browsingContext.getTree');
  const { context } = contexts[0];
  const evaluate = async (expression) => {
    const { type, result, exceptionDetails } = await ask('script.evaluate', { expression, target: { context }, awaitPromise: true });
    if (type === 'exception') throw new Error(exceptionDetails.text);
    return result;
  };
  return {
    version: `Firefox ${capabilities.browserVersion}`,
    /** Where it saves files. */
    downloads,
    open: (url) => ask('browsingContext.navigate', { context, url, wait: 'complete' }),
    // Goes through text, which BiDi hands over as it is.
    async run(expression) {
      const guarded = `Promise.resolve().then(() => (${expression})).catch(String).then((value) => JSON.stringify(value ?? null))`;
      return JSON.parse((await evaluate(guarded)).value);
    },
    async choose(selector, files) {
      const element = await evaluate(`document.querySelector(${JSON.stringify(selector)})`);
      await ask('input.setFiles', { context, element: { sharedId: element.sharedId }, files });
    },
    async stop() {
      await ask('browser.close').catch(() => {});
      socket.close();
      firefox.kill();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
