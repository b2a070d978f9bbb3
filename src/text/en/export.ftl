### What a file that is written here says of itself.

export-table = Table
export-period = Period
export-written-by = Calculated by
export-tool = { $name }, version { $version }, on the reader’s own computer
export-file = File
export-file-of = { $name }: SHA-256 { $sha256 }, { NUMBER($used) } rows used, { NUMBER($aside) } rows set aside
picture-note = Period: { $period }. { $setting }: { $disclosure }. Files: { $files }. Calculated by { $tool }.

