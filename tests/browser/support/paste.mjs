// Pasting, and tables as a spreadsheet hands them to the clipboard.

/** Pastes as a browser does, where the focus is. */
export const paste = (page, kinds) =>
  page.evaluate((kinds) => {
    const data = new DataTransfer();
    for (const [kind, text] of Object.entries(kinds)) data.setData(kind, text);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, kinds);

/** Rows as a spreadsheet copies them. */
export const tabbed = (rows) => rows.map((row) => row.join('\t')).join('\r\n');
