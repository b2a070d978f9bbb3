### Every word of the page, in English. Plain words, short sentences, sentence case.
### The build makes Rust of it. A variable that chooses a form, or is within NUMBER(), is a whole number; any other is text.

## Frame
app-name = Missing from Care
skip = Skip to main content
title = What share of children went missing from care?
lead = Choose your files. They are read here, on this computer, and go nowhere.
made-for = For returns and answers about looked-after children in the United Kingdom.
footer-nothing-kept = Your files and results are not kept: there are no cookies, no storage and no visitor counts. Your browser may keep the program itself, so that the page opens without a network. Everything else is gone when you close the page.
footer-version = Engine version { $version }.

## Choosing files
choose-heading = Choose what to read
drop-here = Drop files anywhere on this page, or
choose-files = Choose files
choose-more = Choose more
choose-kinds = SSDA903 returns (header, episodes, UASC, missing), answers to freedom of information requests, or figures that DfE published. As CSV, Excel, OpenDocument, XML or zip; several at once, if you like.
paste-label = Or paste a table
paste-hint = Copy it from a spreadsheet or a web page, then press Ctrl+V here or anywhere on this page.
paste-none = There is no table in what you pasted. Copy the cells together with their headings.
pasted-name = Pasted { $number }
drop-now = Drop to choose these files
clear-everything = Clear
cleared = The files are cleared. You can bring them back, with what you set, until you choose others or close this page.
bring-back = Bring the files back
samples-heading = No files to hand?
samples-lead = Try it with sample data:
sample-answers = Answers of 212 authorities
sample-answers-about = invented
sample-return = An SSDA903 return
sample-return-about = invented
sample-published = DfE’s published figures
sample-published-about = real, 2023 and 2024
without-files = Or without any file:
samples-unavailable = The sample data could not be fetched before the network was closed. Load the page again to try it.

## The network
network-open = Network open
network-open-more = It closes before a file is read.
network-closing = Closing the network…
network-closed = Network closed at { $time }
network-closed-more = Nothing on this page can send anything.
network-how = How to check this yourself
network-how-tools = Open your browser’s developer tools (F12), choose the Network tab, then choose your files. No request appears.
network-how-cable = Or unplug the network cable, or turn off wifi, before you choose files. The page works just the same.
network-how-policy = Or look at the page’s source. Its security policy, in the element “meta http-equiv”, forbids every connection. A second, stricter policy is added before the first file is read. A browser does not remove such a policy until the page is loaded again.
network-how-blocked = To see the policy at work, type fetch("/") into the developer tools’ console once the network is closed. The browser refuses it.

## A newer release
release-ready = A new version is ready.
release-loses = If you load it, this page is emptied and you choose your files again.
release-load = Load it

## What the page does, before there are results
about-heading = What you get
about-share = The share of children who went missing, with the sentence you can quote
about-rests = What it is based on: which authorities answered, and which did not
about-doubt = How certain it is: the range that the share of all children counted is in, if none or all of them went missing where nobody said exactly how many
about-own = From an SSDA903 return: the share that DfE will print, for any period you choose
about-files-heading = Files that can be read
about-files-answers = A table with one row for each authority: its name or code, the year, how many children, and how many of them went missing. Cells such as “<5” and “Refused s.12” may stay as they are.
about-files-return-name = SSDA903 returns
about-files-list-name = List of trafficked children
about-files-list = The return does not say who was trafficked. Make a CSV file with a column CHILD, the identifiers of the return, and a column TRAFFICKED: confirmed, suspected or no. A tracker of decisions with the columns CHILD and NRM outcome will do. Names in it are not read.
about-files-return = The modules Episodes and Missing of an SSDA903 return. UASC adds unaccompanied children. Choose two years’ returns for a calendar year.
about-files-published = The underlying data of DfE’s release on children looked after in England, as downloaded from Explore education statistics.

## For screen readers
live-reading = { $files ->
    [one] Reading 1 file.
   *[other] Reading { $files } files.
}
live-calculating = Calculating.
live-done = Done. The results are below the list of files.
live-done-alone = Done. The results are below.

## When the engine fails
engine-not-fetched-title = Part of the calculator has not arrived
engine-not-fetched = Your files have not been read. The rest of the calculator could not be fetched, or took longer than 20 seconds. Check the connection, then try again. Your files stay in the list.
engine-unavailable-title = The calculator cannot start
engine-unavailable = This browser does not allow a page to calculate in the background, or the page did not arrive completely. Load the page again, or try a current version of Chrome, Edge, Firefox or Safari. No file was read.
engine-stopped-title = The calculator stopped and was started again
engine-stopped = { $times ->
    [one] It stopped at the file marked below. Your list of files is kept, and the other files were read again.
   *[other] It has stopped { $times } times, at the files marked below. Your list of files is kept, and the other files were read again.
}

## Results
results-heading = Results
results-calculating = Calculating…
calculating-count = Children and incidents are being counted.
calculating-check = Rows are being checked against the rules.
calculating-rates = Shares and ranges are being calculated.
calculating-safe = Small numbers are being hidden.
calculating-cancel = the calculation
results-none-title = No figures yet
results-none = None of the files could be used. The list of files says what was found in each, and what to do.
results-need-episodes = To work out a share, the page needs the Episodes file of the same return: it says which children were looked after, and when.
results-need-missing = To work out how many went missing, the page needs the Missing file of the same return.
results-not-covered = Your files do not cover all of these days. The files that are needed are named here.
results-all-hidden = In this period every share is hidden: each would give a number from 1 to 5 away. Other periods may show more.
results-no-period = No figures can be worked out, because the files do not say which period they are about.
results-no-pair = No figures can be worked out for this period: a share needs both how many children there were, and how many of them went missing.
results-open = No figures can be worked out until this is decided: { $what }.
results-open-columns = { $columns ->
    [one] what the column { $names } counts
   *[other] what the columns { $names } count
}
results-open-wordings = { $wordings ->
    [one] what the answer { $names } means
   *[other] what the answers { $names } mean
}
results-all-set-aside = Every row was set aside. Each file above says why.
download-xlsx = Download the figures as a workbook (.xlsx)
download-json = Download the figures as JSON
download-csv = Download the figures as CSV
download-heading = Keep the figures
download-based-on = Download what they are based on (CSV)
download-about = Downloads are written here, on this computer. They contain the figures of every period. They do not contain any child’s identifier. The JSON file also says what the figures are based on.
settings-keep = Save settings and decisions
settings-about = Save whose return it is, the period, what columns, wordings and names mean, and your decisions. Choose that file again with next month’s files, and you need not set anything twice. What is about these very files (that a return is complete, a file empty, a column not read under a similar name), a target and two periods to compare are not kept. Rows that break rules are not kept either, as they are about children: to see next month what is fixed, keep the work list of Data quality and choose it too. Nor is a wording that could hold a child’s name or identifier, or the year of a file whose name could: only names such as “missing 2025.csv” are saved.
csv-files = About the CSV files
csv-about = A CSV file is one table and nothing else, so that any program reads it. What its figures are based on is a file of its own, or lines above the table that begin with #.
csv-above = Above the table in CSV files
csv-alone = Nothing
csv-comments = What it is based on
csv-zeros = In lists of children an identifier such as 0012 has an apostrophe before it, so that it keeps its zeros when Excel opens the file.

## Periods
period-label = Period
period-change = Change the period
period-from-files = This period was taken from the files.
period-asked = You chose this period.
period-first-day = First day
period-first-hint = For example, 1 1 2024
period-last-day = Last day
period-last-hint = For example, 31 12 2024
period-day = Day
period-month = Month
period-year = Year
period-calculate = Calculate for these days
period-back = Go back to the period of the files
period-error-title = There is a problem
period-error-first = The first day is not a date. Write it as three numbers, for example 1 1 2024.
period-error-last = The last day is not a date. Write it as three numbers, for example 31 12 2024.
period-error-backwards = The last day is before the first day.
period-collection-year = year ending 31 March { $year }
period-part-of-year = year ending 31 March { $year }, up to { $day }
period-range = { $start } to { $end }
within-year = the { $period }
within-days = the time from { $start } to { $end }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-of = { $day } { $month } { $year }
bytes-kilo = { $number } KB
bytes-mega = { $number } MB
percent-of = { $number }%
between = { $lower } to { $upper }

## Cohorts
cohort-all = All looked-after children
cohort-unaccompanied = Unaccompanied children
cohort-trafficked = Trafficked children
cohort-both = Children both trafficked and unaccompanied
cohort-heading = { $cohort }, { $period }
subject-return = This return
headline-all = of looked-after children went missing
headline-unaccompanied = of unaccompanied children in care went missing
headline-trafficked = of trafficked children in care went missing
headline-both = of children in care who were both trafficked and unaccompanied went missing

## A headline
matched-of = { $counts }, in the { $authorities ->
    [one] one authority that gave both figures
   *[other] { $authorities } authorities that gave both figures
}
matched-of-together = { $counts }, in { $answers ->
    [one] one answer
   *[other] { NUMBER($answers) } answers
} with both figures, for { NUMBER($authorities) } authorities
rests-rounded = { $rests } (numbers rounded to { $unit })
children-of = { $children ->
    [one] { $missing } of 1 child
   *[other] { $missing } of { NUMBER($children) } children
}
own-of = { $counts } went missing at least once
interval-of = { " · " }95% interval { $lower } to { $upper }
interval-of-rounded = { " · " }95% interval, widened for the rounding, { $lower } to { $upper }
no-matched = No share can be given
no-matched-why = No authority gave both figures exactly: how many children, and how many of them went missing.
own-children = { $children ->
    [one] 1 child was looked after in this period.
   *[other] { $children } children were looked after in this period.
}
no-children-of-matched = { $authorities ->
    [one] There were no children in this group in the one authority that gave both figures, so there is no share.
   *[other] There were no children in this group in the { $authorities } authorities that gave both figures, so there is no share.
}
no-children = There were no children in this group, so there is no share.
nobody-missing = No child in this group is recorded as missing. Check that going missing was recorded at all.
everybody-missing = Every child in this group is recorded as missing. Check that the two figures do not come from the same column.
weak-few = Fewer than half of the { NUMBER($all) } authorities here gave both figures, so the share may not be true of the others.
weak-one = This is one authority only. It says nothing about others.
weak-small = These are small numbers: one child more or less would change the share a lot.
overlap-note = Some children are both trafficked and unaccompanied. Never add these two groups together.

why-not = Why not { $naive }?
why-not-divides = All missing children divided by all children is { $naive }: { NUMBER($missing) } of { NUMBER($children) }.
why-not-children = { $children ->
    [one] But one of these children was
   *[other] But { $children } of these children were
} in { $authorities ->
    [one] one authority that did not say exactly how many went missing. Dividing by them would mean that none of them did.
   *[other] { $authorities } authorities that did not say exactly how many went missing. Dividing by them would mean that none of them did.
}
why-not-missing = And { $authorities ->
    [one] one authority said how many went missing, but not exactly out of how many children.
   *[other] { $authorities } authorities said how many went missing, but not exactly out of how many children.
}
why-not-above = That is more than all the children counted, because the two figures come from different authorities.

bounds-text = { $children ->
    [one] Of the 1 child counted exactly,
   *[other] Of the { NUMBER($children) } children counted exactly,
} between { $lower } and { $upper } went missing: the lowest if none, and the highest if all of the children did in the authorities that did not say exactly how many. Authorities that gave no number of children are not in this range.
bounds-text-rounded = Of all children counted, between { $lower } and { $upper } went missing, whatever the numbers were before they were rounded: the lowest if none, and the highest if all of the children did in the authorities that did not say how many. Authorities that gave no number of children are not in this range.
bounds-ranges = With every range used as it was given, also where the number of children is a range: between { $lower } and { $upper }, in { $authorities ->
    [one] one authority.
   *[other] { $authorities } authorities.
}
bar-label = For all children counted exactly the share lies between { $lower } and { $upper }: none or all of the children missing in the authorities that did not say exactly how many. Authorities that gave no number of children are not in this range.
bar-label-rounded = For all children counted the share lies between { $lower } and { $upper }, whatever the numbers were before they were rounded: none or all of the children missing in the authorities that did not say how many. Authorities that gave no number of children are not in this range.
bar-label-interval = Bar from 0% to 100%: the share is { $share }, with a 95% interval of { $lower } to { $upper }.
bar-label-chance = The 95% interval is { $lower } to { $upper }.
bar-caption-range = { $title }: the share, and its range among all children counted
bar-caption-interval = { $title }: the share and its 95% interval
bar-lowest = Lowest
bar-highest = Highest
bar-lower = Lower end of the 95% interval
bar-upper = Upper end of the 95% interval
bar-zero = 0%
bar-all = 100%
bar-share = Share
bar-range = Range among all children counted
bar-interval = 95% interval

who-together = { NUMBER($answers) } answers give both figures for { NUMBER($authorities) } authorities: an answer of several together counts for each, and so does one of an authority that others took over from.
who-answered = Who answered?
who-both = gave both figures exactly
who-children-only = gave the number of children exactly, but not how many went missing
who-missing-only = gave exactly how many went missing, but not out of how many children
who-neither = gave neither exactly
who-named = { $area }: the files name { NUMBER($named) } of { $all ->
    [one] 1 authority.
   *[other] { $all } authorities.
}

will-print = DfE will print
will-print-about = A whole per cent; halves are rounded up.
incidents = Incidents
incidents-about = periods of being missing
per-child = For each missing child
per-child-about = incidents, on average
share-of-children = { $share } of these children
at-end = Missing at the end
at-end-on = on { $date }
more-than-once = Missing more than once
away = Away without authorisation
away-about = at least once; not counted as missing
incidents-matched = { $authorities ->
    [one] in the one authority that gave both figures
   *[other] in { $authorities } authorities that gave both figures
}
averages-of = { $per } incidents for each child who went missing: { $incidents ->
    [one] 1 incident
   *[other] { NUMBER($incidents) } incidents
} of { $children ->
    [one] 1 child
   *[other] { NUMBER($children) } children
}
totals-range = { NUMBER($lowest) } to { NUMBER($highest) }

## Areas
areas-of = { $missing } of { $children }
column-area = Area
column-children = Children
column-missing = Went missing
column-share = Share
column-interval = 95% interval
no-answer = no number
no-share = no share
more-than-all = more than 100%

## Published figures
published-heading = Published figures for comparison
published-about = As DfE printed them. National and regional figures are rounded to 10, and are not added to anything here.
published-caption = { $area }, as printed
column-measure = What was counted
column-printed = As printed

## Why a row was set aside
reason-file-not-used = The whole file could not be used
reason-module-not-needed = This module is not needed for these figures
reason-above-header = It is above the header row
reason-empty-row = It has nothing in the columns that are needed
reason-other-headings = It is below other headings, or another title: another table
reason-beside-headings = There is something to the right of the last heading, so its cells may have moved
reason-year-alone = It is a year on its own, above rows of that year
reason-repeated-header = It repeats the header row
reason-no-child = CHILD is blank or holds no identifier
reason-no-start-date = DECOM or MIS_START is blank or not a date
reason-bad-end-date = DEC, MIS_END or DUC is not a date
reason-end-before-start = It ends before it starts
reason-not-missing-or-away = MISSING is neither M nor A
reason-outside-period = It is outside the period
reason-child-not-looked-after = The child was not looked after in the period, or only for short breaks, or has no episode in these files
reason-needs-episodes = The Episodes file of the return is needed: it says which children were looked after
reason-said-in-another-file = The same row, or the same period with its end, is in another file and is counted there
reason-authority-not-recognised = The row names no authority with children’s services, or its name and code disagree
reason-other-authority = It is about a child of another authority
reason-authority-not-said = Whose return it is needs your decision
reason-may-be-name = CHILD is no identifier of the return, and may be a name
reason-other-body = The body has no children’s services
reason-total-row = It is a total of other rows
reason-published-aggregate = It is a published national or regional figure: shown, not added in
reason-published-share = It is a published average or share: shown, not added in
reason-other-category = It is not about children missing or away
reason-no-period = Nothing says which period it is about
reason-child-not-known = Which child it is about needs your decision
reason-same-module = In a file that is not used, because another is of the same module and year
reason-same-answer = The same answer is in another row
reason-conflicting-answers = Contradicts another answer for the same authority and period
reason-reading-in-doubt = In a file where too many rows have more children missing than there are
reason-part-of-answers = It may be a part of an authority’s answers, by age, sex or the like, and how to use it needs your decision
reason-rule-not-known = It names no rule that is checked here
reason-measure-not-recognised = It is about a group or number that was not understood
