### What a downloaded file says about itself.

export-table = Table
export-period = Period
export-one = Before you publish
export-left-out = Left out
export-left-out-of = { $tables }: too few children, so these are left out whole
left-out-groups = some ways of grouping all children
left-out-groups-of-cohorts = groups of unaccompanied and of trafficked children, and of children who went missing or were away
left-out-tables-of-groups = how long, how often and when, for each group
left-out-tables-of-cohorts = how long, how often and when, for unaccompanied and for trafficked children
left-out-lengths = incidents by length
left-out-times = children by number of incidents
left-out-months = incidents by month
left-out-answer-tables = answers to a request, some of them (x)
export-definitions = Definitions
export-file-hidden = { $kind }, { $year }
export-written-by = Calculated by
export-tool = { $name }, version { $version }, on the reader’s own computer
export-file = File
export-file-of = { $name }: SHA-256 { $sha256 }, { NUMBER($used) } rows used, { NUMBER($aside) } rows set aside
picture-note = Period: { $period }. { $setting }: { $disclosure }. Files: { $files }. Calculated by { $tool }.

export-share = Share
export-share-of = Children in the group who went missing at least once in the period, out of all children in the group who were in care at any time in the period.
export-return = Counted in a return
export-answers = Counted in answers
export-bounds = Lowest and highest
export-bounds-of = The range that the true share is in, whatever the authorities that gave no exact number of missing children would have said: from none of their children missing to all of them. Source: C. F. Manski (1989), Journal of Human Resources 24:343.
export-interval = Intervals
export-interval-of = 95%, by Wilson’s method (1927); of a difference by Newcombe’s (1998, method 10). An interval says how far chance alone could move a figure.

## What everything is based on
provenance-heading = What this report is based on
provenance-files = The files
provenance-read = How to read the figures
provenance-kind = What it is
provenance-used = Rows used
provenance-aside = Rows set aside
provenance-sum = SHA-256 { $sum }
provenance-what = Item
provenance-said = Details

## The whole report
part-whole = Whole report
whole-about = All parts in order, with everything open, to read, print or keep. Where a part shows one group of children, it is the group that you chose there. No child is identified: everything about single rows of a return is left out.
whole-link = The whole report, to read, print or keep as a web page
whole-print = Print or save as PDF
whole-download = Download the report as a web page
whole-more = { $rows ->
    [one] 1 more row is left out here. The calculator shows all of them, and writes them as CSV.
   *[other] { NUMBER($rows) } more rows are left out here. The calculator shows all of them, and writes them as CSV.
}
