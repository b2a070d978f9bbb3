// Five letters for four bytes, as `letters.rs` writes them.
const letters = document.querySelector('[data-supply="PROGRAM"]').textContent;
const bytes = new Uint8Array(Math.ceil(letters.length / 5) * 4);
const view = new DataView(bytes.buffer);
for (let group = 0; group * 5 < letters.length; group += 1) {
  let number = 0;
  for (let at = group * 5; at < group * 5 + 5; at += 1) number = number * 85 + (at < letters.length ? letters.charCodeAt(at) - 40 : 84);
  view.setUint32(group * 4, number);
}
const packed = bytes.subarray(0, Math.floor((letters.length * 4) / 5));
const program = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
__wbg_init({ module_or_path: new Response(program, { headers: { 'content-type': 'application/wasm' } }) });
