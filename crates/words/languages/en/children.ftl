### Single children: who is missing on a day, and the record of one child. For the analyst's own use.

part-children = Children
children-lead = { $missing ->
    [0] No child was missing on { $day }.
    [1] 1 child was missing on { $day }.
   *[other] { $missing } children were missing on { $day }.
}
children-away-too = { $away ->
    [0] No child was away without authorisation.
    [1] 1 other child was away without authorisation.
   *[other] { $away } other children were away without authorisation.
}
children-none = Your files do not cover this day: both Episodes and Missing have to go up to it.
children-what = A child counts who went missing on or before this day and was not back by the end of it. A child whose care ended while missing counts too, as in DfE’s figure for 31 March.
children-own-use = This list names children. It is for your own use: it is in no report, and in nothing that is safe to publish.
children-not-counted = { $children ->
    [one] 1 more child has a period that is open on this day, and is not counted: no episode covers the days, or only short breaks do.
   *[other] { NUMBER($children) } more children have a period that is open on this day, and are not counted: no episode covers the days, or only short breaks do.
}
children-open-last-year = { $children ->
    [one] 1 more child has a period that is open in last year’s return and is not in this year’s. It is not counted in this year.
   *[other] { NUMBER($children) } more children have a period that is open in last year’s return and is not in this year’s. They are not counted in this year.
} Check whether they were back: then last year’s row lacks its end. If they were not and are still looked after, this year’s return lacks the row.
children-open-list = Open in last year’s return, not in this year’s, on { $day }
children-not-covered = Files that do not cover this day: { $names }.
children-day = Missing on another day
children-day-hint = For example, 31/01/2025
children-day-button = Show this day
children-day-error = Enter a day that your files cover, for example 31/01/2025.
children-find = Find a child
children-find-hint = The identifier as it is in the column CHILD
children-find-button = Show this child
children-find-error = No child in your files has this identifier. Check it against the column CHILD.
children-list = Children missing or away on { $day }, those gone longest first
children-child = Child
children-authority = Authority
children-state = State
children-state-missing = Missing
children-state-away = Away
children-since = Since
children-days = Days
children-age = Age
children-legal-status = Legal status when they went
children-placement = Placement they went from
children-placement-ended = ended { $day }
children-previous = Times missing before, in these files
children-notes = Notes
children-unaccompanied = unaccompanied
children-listed-confirmed = trafficked: confirmed
children-listed-suspected = trafficked: suspected
children-listed-unstated = on the list of trafficked children
children-left-care = care ended { $day }
children-not-known = not known
children-show = Show record
children-print = Print this page
children-back = All children missing or away
children-record = Child { $child }
children-record-facts = { $child }: { $missing ->
    [0] never missing
    [1] missing once
   *[other] missing { $missing } times
}, { $away ->
    [0] never away
    [1] away once
   *[other] away { $away } times
}, in the files chosen.
children-born = Date of birth
children-sex = Sex
children-sex-female = female
children-sex-male = male
children-status = Unaccompanied
children-status-no = no
children-status-until = until { $day }
children-status-lasts = yes
children-trafficked = Trafficked
children-trafficked-no = not on a list
children-timeline = Child { $child }: care, missing and away, { $period }
children-timeline-alternative = A timeline with a row each for episodes of care, periods missing, periods away, unaccompanied status and rows that break a rule.
children-lane-care = In care
children-lane-missing = Missing
children-lane-away = Away
children-lane-unaccompanied = Unaccompanied
children-lane-findings = Rows that break a rule
children-events = Child { $child }: what the files say, earliest first
children-from = From
children-to = To
children-what-column = What
children-details = Details
children-episode = Episode of care
children-missing-event = Missing
children-away-event = Away without authorisation
children-open = no end given
children-lasts = still open
children-findings = Rows of this child that break a rule
children-no-findings = No row of this child breaks a rule that was checked.
children-span = { $what }, { $from } to { $to }
children-on = { $what }, { $day }
