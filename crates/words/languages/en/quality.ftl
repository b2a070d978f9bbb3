### Data quality: rows that break rules, and how much they matter.

quality-lead-none = No row breaks a rule that was checked.
quality-lead-none-of = No row breaks a rule that could be checked. But { $rules ->
    [one] 1 rule was not run
   *[other] { $rules } rules were not run
}, because these files are not given or not used: { $files }. What they would find is not known.
quality-lead-none-of-some = No row breaks a rule that could be checked. But { $rules ->
    [one] 1 rule was not run
   *[other] { $rules } rules were not run
} on the return of every authority, because these files have no rows of some of them: { $files }. What they would find there is not known.
quality-lead-nothing = Nothing could be checked: no file could be used.
quality-lead-rows = { $rows ->
    [one] 1 row breaks a rule.
   *[other] { $rows } rows break a rule.
}
quality-lead-found = { $findings ->
    [one] There is 1 finding.
   *[other] There are { $findings } findings.
}
quality-lead-share = Leaving those rows out, the share of looked-after children who went missing would be { $without } instead of { $share }.
quality-lead-same = Leaving those rows out, the share of looked-after children who went missing would still be { $share }.
quality-by = Show
quality-by-rule = Rule by rule
quality-by-child = Child by child
quality-rules-caption = Rules that rows break
quality-rule = Rule
quality-wrong = What is wrong
quality-not-run-what = What it looks for
quality-rows = Rows
quality-change = What would change
quality-change-rule = Without all rows of this rule, all children, { $period }
quality-effect-share = share { $change }
quality-effect-children = children { $signed }
quality-effect-missing = children missing { $signed }
quality-effect-incidents = incidents { $signed }
quality-effect-more-than-once = more than once { $signed }
quality-effect-at-end = missing at the end { $signed }
quality-effect-unaccompanied = unaccompanied children { $signed }
quality-effect-unaccompanied-missing = unaccompanied children missing { $signed }
quality-case-short-breaks = Every long or doubtful short break counted as care
quality-case-short-breaks-about = Rules 365, 366, 367 and 426: a child who is only under short breaks (V3, V4) does not count
quality-case-incidents = Incidents
quality-case-more-than-once = More than once
quality-case-at-end = Missing at the end
quality-at-end-note = A child counts as missing at the end if a period of being missing reaches beyond the last day of the period. Children whose care ended while they were missing count too, as the return leaves such a period open: this is our reading.
quality-severity-error = A figure could be wrong
quality-severity-warning = Someone should look
quality-severity-note = Worth knowing
quality-show = { $rows ->
    [one] Show the row, and what to do
   *[other] Show the { NUMBER($rows) } rows, and what to do
}
quality-show-cells = { $cells ->
    [one] Show the cell, and what to do
   *[other] Show the { NUMBER($cells) } cells, and what to do
}
quality-show-where = Show where, and what to do
quality-to-do = What to do: { $remedy }
quality-reading = How the rule is applied here: { $reading }
quality-row = { $file }, row { $row }
quality-child = { $place }, child { $child }
quality-values = { $place }: { $values }
quality-suggested = { $line }. Did you mean { $names }?
quality-against = { $line } – compare { $place }: { $values }
quality-against-place = { $line } – compare { $place }
quality-blank = blank
quality-at-fault = At fault:
quality-framed = In the rows of a finding, a frame marks each cell that is at fault. Where there is no frame, it is the row or the child as a whole.
quality-cell = { $column } { $value }
quality-first = The first { NUMBER($shown) } of { NUMBER($all) } are listed here. The work list has all of them.
quality-first-no-list = The first { NUMBER($shown) } of { NUMBER($all) } are listed.
quality-no-change = no change
quality-left-out = no change, because these rows are already left out: if they are incidents, the figures are too low
quality-up = up { $points } percentage points
quality-down = down { $points } percentage points
quality-up-little = up, by less than 0.1 of a percentage point
quality-down-little = down, by less than 0.1 of a percentage point
quality-not-counted = –
quality-children-caption = Children whose rows break rules, those with most findings first
quality-child-column = Child
quality-findings-column = Findings
quality-child-rows = What was found
quality-child-show = { $rows ->
    [one] Show the finding
   *[other] Show the { NUMBER($rows) } findings
}
quality-child-finding = Rule { $rule }: { $line }
quality-children-first = The { NUMBER($shown) } children with most findings are listed. The work list has all of them.
quality-matters = How much it matters
quality-matters-text = The figures for all looked-after children, worked out again without some of the rows, or with some codes read the other way. Some authorities record every absence as missing; others use the code A.
quality-matters-caption = All looked-after children, { $period }
quality-case = What is changed
quality-case-rows = Rows
quality-case-of = Children
quality-case-share = Share
quality-case-as-it-is = Nothing changed
quality-case-without-all = All rows with a finding left out
quality-case-without-errors = Rows that could make a figure wrong left out
quality-case-doubtful-away = Every doubtful A counted as M
quality-case-doubtful-away-about = An A beside an M of the same child on the same days, or a code that is neither, with good dates
quality-case-doubtful-missing = Every doubtful M counted as A
quality-case-doubtful-missing-about = An M beside an A of the same child on the same days
quality-case-all-away = Every A counted as M
quality-case-divided = { $missing } of { $children }
quality-not-run = { $rules ->
    [one] 1 rule was not run
   *[other] { $rules } rules were not run
}
quality-not-run-text = A rule is not run where a file or column that it needs is not there or not used.
quality-not-run-caption = Rules that were not run, and why
quality-not-run-needs = It needs
quality-not-run-for-some = for some authorities, { $needs }
quality-not-run-year = return of the year ending 31 March { $year }: { $needs }
quality-need-file = the { $module } file
quality-need-column = the column { $column } in { $module }
quality-need-last-year = last year’s { $module } file
quality-need-not-used = { $need } ({ $file } was given, and is not used)
quality-need-unused = { $need } (given, and not used)
quality-need-list = a list of children (CHILD, TRAFFICKED)
quality-need-duc = DUC, in the UASC file or in Header
quality-need-year = a date that says which collection year it is
module-episodes = Episodes
module-missing = Missing
module-uasc = UASC
module-header = Header
module-list = list of children
quality-work-list-more = { $rows ->
    [one] 1 more row without a child is not listed.
   *[other] { NUMBER($rows) } more rows without a child are not listed.
}
quality-ran = { $rules ->
    [one] 1 rule was run on the child-level files.
   *[other] { $rules } rules were run on the child-level files.
}
quality-aside = Set aside
quality-aside-text = Rows that are not used in any figure, and why.
quality-aside-caption = Rows set aside, by file and reason
quality-aside-none = No row was set aside.
quality-file = File
quality-reason = Why
quality-work-list = Download the work list (CSV)
quality-work-list-xlsx = Download the work list (.xlsx)
quality-work-list-text = The work list is a table of every row found, with the values, what to do, and the child’s identifier. It is for your own use: do not pass it on. Choose it again with next month’s files, and Data quality says which rows are fixed, left and new.

## A file of the same name chosen again
tag-replaced = Replaced
file-replaced = Not used: a file of the same name was chosen after it. If they are two files, such as those of two years, use both.
use-both = Use both
list-wordings-heading = What the list of trafficked children says
list-wordings-about = Each wording of the list once. A child counts as trafficked if the wording means confirmed or suspected. While a wording is not clear, no figure of trafficked children is given: say what it means. Wordings that could hold a name are not shown: look for them in the file.
list-wordings-wording = Wording
list-wordings-read-as = Counted as
list-wordings-change = What it means
list-wordings-pick = What “{ $wording }” means
list-wordings-as-read = As it was read
list-wordings-undecided = Not counted: needs your decision
listed-confirmed = Confirmed
listed-suspected = Suspected
listed-unstated = Trafficked, confirmed or suspected
listed-no = Not trafficked

## Since an earlier work list, and findings one by one
since-heading = Since the last check
since-lead = { $fixed ->
    [one] { NUMBER($fixed) } finding
   *[other] { NUMBER($fixed) } findings
} fixed, { NUMBER($left) } left, { NUMBER($new) } new, compared with { $list }.
since-several = You chose several work lists: { $lists }. Remove all but the last one to see what changed since.
since-not-checked = { $rows ->
    [one] { NUMBER($rows) } finding of the list could not be checked now, because a file or a year that its rule needs is not among your files. It does not count as fixed.
   *[other] { NUMBER($rows) } findings of the list could not be checked now, because a file or a year that their rules need is not among your files. They do not count as fixed.
}
since-gone = { $rows ->
    [one] { NUMBER($rows) } finding of the list is about a child who is in none of your files now. It does not count as fixed.
   *[other] { NUMBER($rows) } findings of the list are about children who are in none of your files now. They do not count as fixed.
}
since-how = A finding is left if a row of the same child breaks the same rule in the same year’s return, with the same values or with others. A rule that could not be checked last time counts as new.
since-fixed = { $rows ->
    [one] { NUMBER($rows) } fixed
   *[other] { NUMBER($rows) } fixed
}
since-left = { $rows ->
    [one] { NUMBER($rows) } left
   *[other] { NUMBER($rows) } left
}
since-new = { $rows ->
    [one] { NUMBER($rows) } new
   *[other] { NUMBER($rows) } new
}
since-list-not-checked = { $rows ->
    [one] { NUMBER($rows) } not checked now
   *[other] { NUMBER($rows) } not checked now
}
since-list-gone = { $rows ->
    [one] { NUMBER($rows) } about a child in no file
   *[other] { NUMBER($rows) } about children in no file
}
since-fixed-caption = Findings that are fixed, as they were in { $list }
since-left-caption = Findings that are left, as they are now
since-new-caption = Findings that are new
since-not-checked-caption = Findings of { $list } that could not be checked now
since-gone-caption = Findings of { $list } about children in none of your files
since-child = Child
since-team = Team
since-where = Row
since-values = Values
since-line = { $name }: rule { $rule }, { $place }: { $values }
since-line-child = { $name }: rule { $rule }, child { $child }, { $place }: { $values }
only-heading = Findings one by one
only-text = Choose what to list. For a child, type the identifier or a part of it.
only-rule = Rule
only-severity = How much it matters
only-team = Team
only-child = Child
only-child-button = List
only-any-rule = Any rule
only-any-severity = Any
only-any-team = Any team
only-show = List all findings
only-caption = { $rows ->
    [0] No finding fits
    [one] { NUMBER($rows) } finding
   *[other] { NUMBER($rows) } findings
}
since-word-fixed = fixed
since-word-left = left
since-word-new = new
since-word-not-checked = not checked now
since-word-gone = child in no file
only-against = compare { $place }: { $values }
