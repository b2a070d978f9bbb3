### What a downloaded file says about itself.

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
export-file-hidden-doubt = { $kind }, { $year } (not certain)
export-may-be-part = Check first
export-written-by = Calculated by
export-tool = { $name }, version { $version }, on the reader’s own computer
export-file = File
export-file-of = { $name }: SHA-256 { $sha256 }, rows used: { NUMBER($used) }, rows set aside: { NUMBER($aside) }
export-file-rows = { $name }: rows used: { NUMBER($used) }, rows set aside: { NUMBER($aside) }
picture-period = Period: { $period }.
picture-source = Source: { $source }.
picture-basis-own = Basis: the records of the authority itself.
picture-basis-answers = Basis: a share of several authorities together is of those that gave both figures exactly.
picture-basis-published = Basis: figures as the Department for Education published them.
picture-setting = { $setting }: { $disclosure }.
picture-files = Files: { $files }.
picture-tool = Calculated by { $tool }.

export-share = Share
export-share-of = Children in the group who went missing at least once in the period, out of all children in the group who were in care at any time in the period.
export-return = Counted in a return
export-answers = Counted in answers
export-bounds = Lowest and highest
export-bounds-of = The range that the share of all children counted exactly is in: from none to all of the children missing in the authorities that counted them exactly and gave no exact number of missing children. A range that such an authority gave counts as no number here. Authorities that gave no number of children are not in it. Source: C. F. Manski (1989), Journal of Human Resources 24:343.
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
provenance-sum-hidden = no SHA-256: who has it could find hidden numbers by trying
provenance-sum-later = SHA-256 is being calculated
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

## Workbooks to keep
workbook-cannot = No workbook (.xlsx) can be written now: the part of the calculator that does it had not arrived when the network was closed, or it has stopped. Load the page again and choose your files once more, or use the CSV file.
workbook-title-report = Children who went missing from care
workbook-title-work = Rows that break a rule
workbook-title-chase = Answers to ask for again
workbook-title-foi = Answers to a freedom of information request
workbook-contents = Contents
workbook-cover-tables = Each sheet has one table, which begins in its first cell.
workbook-cover-symbols = The sheet Notes says what the symbols mean.
workbook-figures = Figures
workbook-blank = Answers
workbook-blank-about = One row for each authority and year: fill in the numbers
workbook-title-blank = Children missing from care: table to fill in
workbook-cautions = Cautions
workbook-cautions-about = What to know before the figures are used.
workbook-caution = Caution
workbook-columns = Columns
workbook-columns-about = Columns of answers that were not used, because something in them was not understood or needs a decision.
workbook-chase = Ask again
workbook-chase-about = One row for each answer to ask for again: of which authority, for which days, which number, and what was answered.
workbook-answers = Answers { $year }
workbook-rows = Rows
workbook-one-a-row = One observation in each row.
workbook-rows-about = One row for each time a rule is broken. Team, Decision and Note are for your own use.
workbook-notes = Notes
workbook-notes-about = What the symbols in place of numbers mean.
workbook-symbol = Symbol
workbook-meaning = Meaning
workbook-symbol-c = Hidden, so that no child can be recognised.
workbook-symbol-x = Not available.
workbook-symbol-z = Does not apply.
workbook-findings = Findings
workbook-findings-about = The rules that rows break, and what to do.
workbook-no-rows = No rows
workbook-based-on = Based on
workbook-based-on-about = Periods, files, definitions and version that the figures are based on.
workbook-what = What
workbook-said = Value
