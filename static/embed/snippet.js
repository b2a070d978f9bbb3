// The snippet maker: shows the element as it is chosen, and writes the code that makes it so.
(() => {
  'use strict';

  const element = document.getElementById('element');
  const form = document.getElementById('choices');
  const preview = document.getElementById('preview');
  const { allowed, frame, heights } = customElements.get('missing-from-care');
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

  /** What is wrong with what was typed into a field, if anything is. */
  const FAULTS = {
    area: (typed) => (CODE.test(typed.toUpperCase()) ? '' : 'Type the code of the area, such as E10000016 for Kent. A name is not a code.'),
    council: (typed) => (CODE.test(typed.toUpperCase()) ? '' : 'Type the code of the council, such as E10000016 for Kent. A name is not a code.'),
    height: (typed) =>
      /^\d+$/.test(typed) && typed >= heights.least && typed <= heights.most ? '' : `Type a whole number from ${heights.least} to ${heights.most}.`,
  };

  /** Says at each field what is wrong with it, while a person types only that nothing is any more. Gives whether anything is. */
  function faulty(typing) {
    const wrong = Object.entries(FAULTS).filter(([name, fault]) => {
      const field = form.elements[name];
      const said = document.getElementById(`${name}-error`);
      const typed = field.value.trim();
      const words = typed && !field.closest('[hidden]') ? fault(typed) : '';
      if (typing && words) return true;
      if (said.textContent !== words) said.textContent = words;
      field.setAttribute('aria-invalid', String(Boolean(words)));
      return words;
    });
    return wrong.length > 0;
  }

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
    const typed = ['height', 'title'].map((name) => [name, given[name].trim()]);
    said.push(...typed.filter(([name, text]) => text && !FAULTS[name]?.(text)));
    if (given.mode === 'figures') said.push(['figures', given.figures.trim() || 'https://www.example.org/figures.csv']);
    const report = given.mode === 'figures' && !one ? ['report'] : [];
    return { mode: given.mode, shown: [given.mode, ...(one ? ['one'] : []), ...report], said };
  }

  /** Shows the fields for what is chosen, and what is wrong with what was typed. Gives whether anything is. */
  function reveal(typing = false) {
    const { shown } = chosen();
    for (const part of document.querySelectorAll('[data-for]')) {
      part.hidden = !part.dataset.for.split(' ').some((what) => shown.includes(what));
    }
    return faulty(typing);
  }

  function write(typing) {
    // Code that says less than was typed would show something else.
    const stops = reveal(typing);
    for (const button of document.querySelectorAll('[data-copy]')) button.disabled = stops;
    if (stops) {
      for (const id of ['code', 'plain']) document.getElementById(id).value = 'What is typed above has to be mended first.';
      return;
    }

    const { mode, said } = chosen();
    const council = said.find(([name]) => name === 'council')?.[1];
    const [place, words] = LINKS[mode];
    const fragment = council ? `${place}=${council}` : place;
    document.getElementById('code').value = [
      `<script defer crossorigin src="${quoted(element.src)}"`,
      `  integrity="${quoted(element.integrity)}"></script>`,
      `<missing-from-care ${attributes(said).join(' ')}>`,
      `  <a href="${quoted(calculator + fragment)}">${words}</a>`,
      '  If you see only this link, this website could not load the calculator.',
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
    if (reveal()) {
      write();
      return;
    }
    const said = new Map(chosen().said);
    // A sample that has the group: DfE's figures are about all looked-after children, the answers about the others.
    const { sample, published } = preview.dataset;
    const both = said.get('cohort') === 'trafficked-and-unaccompanied';
    if (said.has('figures')) said.set('figures', said.get('cohort') === 'all' ? published : sample);
    if (both) said.set('cohort', 'unaccompanied');
    document.getElementById('preview-note').hidden = !both;
    for (const name of preview.getAttributeNames()) {
      if (!['id', 'style', 'data-sample', 'data-published'].includes(name) && !said.has(name)) preview.removeAttribute(name);
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
  form.addEventListener('input', (event) => event.target.matches('input') && write(true));
  show();
})();
