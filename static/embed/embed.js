// <missing-from-care>: the calculator in a page of yours. How it is used: docs/embedding.md.
//
// What a visitor chooses, types and reads in the frame stays there: it has no origin of its own, so neither side can look
// into the other. This script sets its height, hands it your figures if you have any, and tells you what a visitor shares.
(() => {
  'use strict';

  /** The page in the frame, beside this script. The build writes its name. */
  const FRAME = 'FRAME_OF_THE_BUILD';

  /** What an attribute may say; the first is what counts if it says nothing, or anything else. */
  const ALLOWED = {
    mode: ['calculator', 'quick', 'figures', 'council'],
    language: ['en'],
    accent: ['blue', 'green', 'plum', 'grey'],
    text: ['normal', 'large', 'larger'],
    start: ['summary', 'compare', 'change', 'incidents', 'quality', 'method'],
    show: ['report', 'headline', 'series', 'funnel', 'map', 'table'],
    cohort: ['first', 'all', 'unaccompanied', 'trafficked', 'trafficked-and-unaccompanied'],
  };
  /** Codes of areas, as the Office for National Statistics gives them. */
  const CODES = ['area', 'council'];
  const CODE = /^[EKNSW]\d{8}$/;
  /** In CSS pixels: of the attribute `height`, and of what the frame says of itself. */
  const HEIGHT = { least: 240, most: 4000, before: 480, ever: 20000 };
  const TITLES = {
    calculator: 'Missing from Care: calculator',
    quick: 'Missing from Care: quick calculator',
    figures: 'Missing from Care: figures',
    council: 'Missing from Care: figures of one council',
  };
  const FIGURES = { files: 20, name: 120, size: 32 * 1024 * 1024 };

  /** How long a frame that has loaded may take to say its height, in milliseconds. */
  const PATIENCE = 20000;

  /** How long your page may take to hand its figures over once the frame listens, in milliseconds. */
  const FIGURES_WITHIN = 10000;

  /** How the element is laid out: as wide as there is room for, in flex and grid too. Your own rules come before these. */
  const LAYOUT = ':host { display: block; box-sizing: border-box; width: 100%; min-width: 0; }';
  const layout = (() => {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(LAYOUT);
      return sheet;
    } catch {
      return null;
    }
  })();

  // Scripts and downloads. Forms only so that Enter calculates: the frame's own policy lets none be sent.
  const SANDBOX = 'allow-scripts allow-downloads allow-forms';

  // Where a parent is as wide as what is in it (a centred grid, a float, fit-content), a frame has 300 pixels of its own. This
  // one asks for the width of the window, and is no wider than its place.
  const WIDTH = { width: '100vw', maxWidth: '100%' };

  const SENTINEL = 'missing-from-care';
  const SHARED = 'missing-from-care/shared/1';
  const address = new URL(FRAME, document.currentScript.src).href;

  /** The values of all attributes, each from its list. */
  function optionsOf(element) {
    const options = {};
    for (const [name, values] of Object.entries(ALLOWED)) {
      const said = element.getAttribute(name);
      options[name] = values.includes(said) ? said : values[0];
    }
    const height = element.getAttribute('height') ?? '';
    const pixels = /^\d{1,4}$/.test(height) ? Number(height) : NaN;
    for (const name of CODES) {
      const code = (element.getAttribute(name) ?? '').trim().toUpperCase();
      if (CODE.test(code)) options[name] = code;
    }
    options.height = pixels >= HEIGHT.least && pixels <= HEIGHT.most ? pixels : 'auto';
    return options;
  }

  /**
   * What an attribute names that nobody knows: a group, an area or a council. It is never left out, because figures of others
   * would take its place.
   */
  function misnamed(element, { mode, show }) {
    const said = (name) => element.getAttribute(name) ?? '';
    const isCode = (name) => !said(name).trim() || CODE.test(said(name).trim().toUpperCase());
    const isOf = (name) => !said(name) || ALLOWED[name].includes(said(name));
    const one = mode === 'figures' && show !== 'report';
    if (mode === 'council' && !isCode('council')) return `council="${said('council')}" is not a code, such as E10000016 for Kent`;
    if (one && !isCode('area')) return `area="${said('area')}" is not a code, such as E10000016 for Kent`;
    const list = [[mode === 'figures', 'show'], [one, 'cohort']].find(([counts, name]) => counts && !isOf(name))?.[1];
    return list ? `${list}="${said(list)}" is none of ${ALLOWED[list].join(', ')}` : null;
  }

  /** The height that a frame says it has, if the message says one. */
  function heightIn(data) {
    if (data?.sentinel !== 'amp' || data.type !== 'embed-size') return null;
    return Number.isInteger(data.height) && data.height > 0 && data.height <= HEIGHT.ever ? data.height : null;
  }

  const text = (value, most) => (typeof value === 'string' && value.length <= most ? value : null);

  /** What a visitor shares, field by field; nothing if anything is not as it should be. */
  function sharedIn(data) {
    if (data?.sentinel !== SENTINEL || data.type !== 'shared' || data.format !== SHARED) return null;
    if (!Array.isArray(data.figures) || data.figures.length > 50) return null;
    const figures = data.figures.map((figure) => {
      const { area, cohort, period, percent, children } = Object(figure);
      const known = text(percent, 3) !== null && Number.isSafeInteger(children) && text(figure.text, 400) !== null;
      return known
        ? { area: text(area, 120), cohort: text(cohort, 40), period: text(period, 40), percent, children, text: figure.text }
        : null;
    });
    return figures.includes(null) ? null : { format: SHARED, figures };
  }

  /** One file of yours, as it is handed to the frame. */
  async function fileOf(given) {
    const name = text(given?.name, FIGURES.name);
    if (!name) throw new TypeError(`a file needs a name of at most ${FIGURES.name} characters`);
    let { content } = given;
    if (content instanceof Blob) content = await content.arrayBuffer();
    if (typeof content !== 'string' && !(content instanceof ArrayBuffer)) {
      throw new TypeError(`the content of ${name} must be a text, a Blob or an ArrayBuffer`);
    }
    return { name, content };
  }

  const sizeOf = ({ content }) => content.length ?? content.byteLength;

  async function filesOf(list) {
    const files = await Promise.all([...list].map(fileOf));
    if (files.length < 1 || files.length > FIGURES.files) throw new RangeError(`give 1 to ${FIGURES.files} files`);
    if (files.reduce((sum, file) => sum + sizeOf(file), 0) > FIGURES.size) throw new RangeError('the files are too large');
    return files;
  }

  /** Why a file was not fetched. A browser does not say which of these it was. */
  function unreachable(place, error) {
    if (place.origin === location.origin) return `${place.href} cannot be fetched (${error.message}). If it is there, the policy of this page must allow it (connect-src 'self')`;
    return `${place.href} cannot be fetched. Its server must allow other websites to read it (the header Access-Control-Allow-Origin), or the policy of this page does not allow ${place.origin}`;
  }

  /** The place that an address names. */
  function placeOf(address) {
    try {
      return new URL(address, document.baseURI);
    } catch {
      throw new TypeError(`${address} is not the address of a file`);
    }
  }

  /** Your own files by their addresses, fetched by your page as any visitor could. */
  async function fetched(addresses) {
    const places = addresses.split(/\s+/).filter(Boolean).map(placeOf);
    if (!places.length) throw new TypeError('the attribute figures names no file');
    return Promise.all(
      places.map(async (place) => {
        if (!/^https?:$/.test(place.protocol)) throw new TypeError(`${place.protocol} is not fetched`);
        const response = await fetch(place, { credentials: 'omit', referrerPolicy: 'no-referrer' }).catch((error) => {
          throw new Error(unreachable(place, error));
        });
        if (!response.ok) throw new Error(`${place.href}: the server answered ${response.status}`);
        const name = decodeURIComponent(place.pathname.split('/').pop() || 'figures.csv').slice(-FIGURES.name);
        return { name, content: await response.arrayBuffer() };
      }),
    );
  }

  class MissingFromCare extends HTMLElement {
    static allowed = Object.freeze(ALLOWED);
    static heights = Object.freeze(HEIGHT);
    /** Where the page is that is in the frame, for an <iframe> written by hand. */
    static frame = address;
    static observedAttributes = [...Object.keys(ALLOWED), ...CODES, 'height', 'title', 'figures'];

    #root = this.attachShadow({ mode: 'open' });
    #frame = null;
    #options = null;
    /** Your figures, and whether the frame has them. */
    #files = null;
    #sent = false;
    /** Why your figures could not be taken, if they could not. */
    #wrong = null;
    #listens = false;
    #turn = 0;
    #waits = 0;

    connectedCallback() {
      addEventListener('message', this);
      document.addEventListener('securitypolicyviolation', this);
      if (layout) this.#root.adoptedStyleSheets = [layout];
      else Object.assign(this.style, { display: this.style.display || 'block', width: this.style.width || '100%', minWidth: '0' });
      this.#build();
      if (this.hasAttribute('figures')) this.#take(fetched(this.getAttribute('figures')));
    }

    disconnectedCallback() {
      removeEventListener('message', this);
      document.removeEventListener('securitypolicyviolation', this);
      clearTimeout(this.#waits);
      this.#frame?.remove();
      this.#frame = this.#options = null;
    }

    attributeChangedCallback(name, before, now) {
      if (!this.#options || !this.isConnected || before === now) return;
      if (name === 'title') this.#frame?.setAttribute('title', this.#title());
      else if (name === 'figures') this.#take(fetched(now ?? ''));
      else this.#build();
    }

    /** The files to show, in the mode `figures`: `[{ name, content }]`, content a text, a Blob or an ArrayBuffer. */
    set figures(list) {
      this.#take(Promise.resolve(list));
    }

    #title() {
      return text(this.getAttribute('title'), 200) || TITLES[this.#options.mode];
    }

    #build() {
      this.#options = optionsOf(this);
      this.#sent = this.#listens = false;
      clearTimeout(this.#waits);
      const misunderstood = misnamed(this, this.#options);
      if (misunderstood) {
        this.#frame = null;
        this.#root.replaceChildren();
        this.#refuse(misunderstood);
        return;
      }
      const { height } = this.#options;
      const frame = document.createElement('iframe');
      frame.title = this.#title();
      frame.setAttribute('sandbox', SANDBOX);
      frame.setAttribute('scrolling', height === 'auto' ? 'no' : 'auto');
      frame.loading = 'lazy';
      frame.referrerPolicy = 'no-referrer';
      Object.assign(frame.style, { display: 'block', border: '0' }, WIDTH);
      frame.style.height = `${height === 'auto' ? HEIGHT.before : height}px`;
      let loads = 0;
      frame.addEventListener('load', () => {
        loads += 1;
        if (loads === 1) {
          clearTimeout(this.#waits);
          this.#waits = setTimeout(() => this.#listens || this.#fail('the calculator does not answer'), PATIENCE);
          return;
        }
        // Loaded anew, it has forgotten what it had. Whether it listens already or will say so cannot be told: both.
        this.#sent = false;
        this.#send();
        this.#sent = false;
      });
      frame.src = `${address}#${new URLSearchParams(this.#options)}`;
      this.#frame = frame;
      this.#root.replaceChildren(frame);
      if (this.#wrong && this.#options.mode === 'figures') this.#fail(this.#wrong);
    }

    async #take(given) {
      this.#turn += 1;
      const turn = this.#turn;
      try {
        const files = await filesOf(await given);
        if (turn !== this.#turn) return;
        this.#files = files;
        this.#wrong = null;
        this.#sent = false;
        // Without a frame, what is wrong with the attributes stays said.
        if (this.#frame) this.#root.querySelector('p')?.remove();
        this.#send();
      } catch (error) {
        if (turn !== this.#turn) return;
        this.#wrong = String(error?.message ?? error);
        if (this.#frame || !this.#options) this.#refuse(this.#wrong);
      }
    }

    /** Says why to readers, and to your page. */
    #refuse(why) {
      this.#fail(why);
      this.dispatchEvent(new CustomEvent('missing-from-care-error', { bubbles: true, detail: why }));
    }

    /** The frame listens: it gets the figures, or your page has not given any. */
    #heard() {
      clearTimeout(this.#waits);
      this.#listens = true;
      this.#send();
      if (this.#options.mode === 'figures' && !this.#files && !this.hasAttribute('figures')) {
        this.#waits = setTimeout(() => this.#files || this.#wrong || this.#refuse('this page has handed no figures over (the attribute figures)'), FIGURES_WITHIN);
      }
    }

    #send() {
      if (this.#options?.mode !== 'figures' || !this.#files || this.#sent || !this.#listens) return;
      this.#sent = true;
      // Its origin has no name that could be given here. What is sent is public.
      this.#frame.contentWindow.postMessage({ sentinel: SENTINEL, type: 'figures', files: this.#files }, '*');
    }

    /** Says below the frame why nothing is shown in it, with a way out: your link, or the calculator itself. */
    #fail(why) {
      const said = document.createElement('p');
      said.setAttribute('role', 'alert');
      const link = document.createElement('a');
      const own = this.querySelector('a[href]');
      link.href = own?.href ?? new URL('../', address).href;
      link.target = '_top';
      link.textContent = own?.textContent.trim() || 'Open the calculator';
      said.append(`This cannot be shown here: ${why}. `, link);
      this.#root.querySelector('p')?.remove();
      this.#root.append(said);
    }

    /** A message: from this element's own frame, or none of its business. Or what the policy of the page does not allow. */
    handleEvent({ type, source, origin, data, blockedURI, effectiveDirective }) {
      if (type === 'securitypolicyviolation') {
        const framed = effectiveDirective === 'frame-src' || effectiveDirective === 'child-src';
        const ours = blockedURI && address.startsWith(blockedURI.split('#')[0]);
        if (framed && ours) this.#fail(`the Content Security Policy of this page does not allow frames of ${new URL(address).origin} (frame-src)`);
        return;
      }
      if (!this.#frame || source !== this.#frame.contentWindow || origin !== 'null') return;
      const height = heightIn(data);
      if (height !== null) {
        if (this.#options.height === 'auto') this.#frame.style.height = `${height}px`;
        if (!this.#listens) this.#heard();
        return;
      }
      if (data?.sentinel === SENTINEL && data.type === 'nothing') {
        if (this.#sent) this.#refuse('the frame says what is wrong with the figures');
        return;
      }
      const detail = sharedIn(data);
      if (detail) this.dispatchEvent(new CustomEvent('missing-from-care-shared', { bubbles: true, composed: true, detail }));
    }
  }

  if (!customElements.get('missing-from-care')) customElements.define('missing-from-care', MissingFromCare);
})();
