// The snippet maker: shows the element as it is chosen, and writes the code that makes it so.
(() => {
  'use strict';

  const element = document.getElementById('element');
  const form = document.getElementById('choices');
  const preview = document.getElementById('preview');
  const { allowed, frame } = customElements.get('missing-from-care');
  const calculator = new URL('./', document.baseURI).href;
  const LINKS = {
    calculator: ['', 'Work out what share of children went missing from care'],
    quick: ['#quick', 'Quick calculator: what share of children went missing from care'],
    figures: ['', 'Figures on children who went missing from care'],
    council: ['#council', 'Find your council: children who went missing from care'],
  };
  /** For a frame that cannot grow. */
  const HEIGHT = { calculator: 900, quick: 800, council: 1600 };
  /** The code of an area, as the element takes it. */
  const CODE = /^[EKNSW]\d{8}$/;

  const quoted = (value) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const attributes = (pairs) => pairs.map(([name, value]) => `${name}="${quoted(value)}"`);

  /** What was chosen, as the element's attributes; what it would take anyway is left out. */
  function chosen() {
    const given = Object.fromEntries(new FormData(form));
    const pairs = Object.entries(allowed).filter(([name, [usual]]) => name === 'mode' || (given[name] ?? usual) !== usual);
    const one = given.mode === 'figures' && given.show !== 'report';
    const fits = { start: given.mode === 'calculator' || (given.mode === 'figures' && !one), show: given.mode === 'figures', cohort: one };
    const said = pairs.map(([name]) => [name, given[name]]).filter(([name]) => fits[name] ?? true);
    for (const [name, is] of [['area', one], ['council', given.mode === 'council']]) {
      const code = given[name].trim().toUpperCase();
      if (is && CODE.test(code)) said.push([name, code]);
    }
    for (const name of ['height', 'title']) {
      if (given[name].trim()) said.push([name, given[name].trim()]);
    }
    if (given.mode === 'figures') said.push(['figures', given.figures.trim() || 'https://www.example.org/figures.csv']);
    const report = given.mode === 'figures' && !one ? ['report'] : [];
    return { mode: given.mode, shown: [given.mode, ...(one ? ['one'] : []), ...report], said };
  }

  function write() {
    const { mode, shown, said } = chosen();
    for (const part of document.querySelectorAll('[data-for]')) {
      part.hidden = !part.dataset.for.split(' ').some((what) => shown.includes(what));
    }

    const council = said.find(([name]) => name === 'council')?.[1];
    const [place, words] = LINKS[mode];
    const fragment = council ? `${place}=${council}` : place;
    document.getElementById('code').value = [
      `<script defer crossorigin src="${quoted(element.src)}"`,
      `  integrity="${quoted(element.integrity)}"></script>`,
      `<missing-from-care ${attributes(said).join(' ')}>`,
      `  <a href="${quoted(calculator + fragment)}">${words}</a>`,
      '</missing-from-care>',
      '',
    ].join('\n');

    const options = new URLSearchParams(said.filter(([name]) => name in allowed || name === 'council'));
    const { height = HEIGHT[mode], title = preview.shadowRoot.querySelector('iframe').title } = Object.fromEntries(said);
    document.getElementById('plain').value = [
      `<iframe src="${quoted(`${frame}#${options}`)}"`,
      `  title="${quoted(title)}" sandbox="allow-scripts allow-downloads allow-forms"`,
      `  width="100%" height="${quoted(String(height))}" loading="lazy" referrerpolicy="no-referrer"></iframe>`,
      '',
    ].join('\n');
  }

  function show() {
    const said = new Map(chosen().said);
    if (said.has('figures')) said.set('figures', preview.dataset.sample);
    for (const name of preview.getAttributeNames()) {
      if (!['id', 'style', 'data-sample'].includes(name) && !said.has(name)) preview.removeAttribute(name);
    }
    for (const [name, value] of said) {
      if (preview.getAttribute(name) !== value) preview.setAttribute(name, value);
    }
    write();
  }

  for (const button of document.querySelectorAll('[data-copy]')) {
    button.addEventListener('click', () => {
      const code = document.getElementById(button.dataset.copy);
      code.select();
      const copied = document.execCommand('copy');
      button.nextElementSibling.textContent = copied ? 'Copied.' : 'Select the text and copy it by hand.';
    });
  }
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', show);
  form.addEventListener('input', (event) => event.target.matches('input') && write());
  show();
})();
