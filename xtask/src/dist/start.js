const letters = document.querySelector('[data-supply="PROGRAM"]').textContent;
const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
const program = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
__wbg_init({ module_or_path: new Response(program, { headers: { 'content-type': 'application/wasm' } }) });
