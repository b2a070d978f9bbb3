// The words of the page, from the files that the page itself takes them from: tests ask for what a person reads, and
// go on working when a sentence is put better.

import { readFileSync, readdirSync } from 'node:fs';

const messages = new Map();
const files = readdirSync('crates/words/languages/en').map((name) => `crates/words/languages/en/${name}`);
for (const line of files.flatMap((file) => readFileSync(file, 'utf8').split(/\r?\n/))) {
  const start = /^([a-z][\w-]*) = ?(.*)$/.exec(line);
  if (start) {
    messages.set(start[1], start[2]);
  } else if (/^\s+\S|^\}/.test(line)) {
    const last = [...messages.keys()].at(-1);
    messages.set(last, `${messages.get(last)}\n${line}`);
  }
}

/** A sentence without anything to fill in. */
export function words(key) {
  const text = message(key);
  if (text.includes('{')) throw new Error(`${key} has something to fill in: use said()`);
  return text.trim();
}

/**
 * What a sentence looks like: a pattern for the whole of it, or for a part of a text with `{ within: true }`.
 * What is filled in can be anything, but for what `values` gives.
 */
export function said(key, values = {}, { within = false } = {}) {
  const pattern = patternOf(message(key).trim(), values);
  return new RegExp(within ? pattern : `^\\s*${pattern}\\s*$`);
}

function message(key) {
  const text = messages.get(key);
  if (text === undefined) throw new Error(`the page has no message ${key}`);
  return text;
}

function patternOf(text, values) {
  let pattern = '';
  let rest = text;
  while (rest.length > 0) {
    const open = rest.indexOf('{');
    if (open < 0) return pattern + literal(rest);
    const close = closing(rest, open);
    pattern += literal(rest.slice(0, open)) + placeable(rest.slice(open + 1, close), values);
    rest = rest.slice(close + 1);
  }
  return pattern;
}

/** What is between braces: a variable, a text in quotation marks, or variants to choose from. */
function placeable(inside, values) {
  const [selector, ...variants] = inside.split('->');
  if (variants.length > 0) {
    const texts = variants.join('->').split(/^\s*\*?\[\w+\]/m).slice(1);
    return `(?:${texts.map((variant) => patternOf(variant.trim(), values)).join('|')})`;
  }
  const quoted = /^\s*"(.*)"\s*$/.exec(inside);
  if (quoted) return literal(quoted[1]);
  const name = /\$([\w-]+)/.exec(selector)?.[1];
  return name in values ? literal(String(values[name])) : '.+?';
}

/** Where the brace that opens at `open` closes. */
function closing(text, open) {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`a brace is not closed: ${text}`);
}

function literal(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}
