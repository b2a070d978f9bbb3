### How a figure was worked out, in the reader's own numbers; and what weakens it.

worked-how = How was this worked out?
worked-link = Every formula, with its source: Method
worked-divided = { $name }: { $part } ÷ { $whole } = { $result }.
worked-row = { $name }: { $part } ÷ { $whole } = { $result }.
worked-hidden = One of the numbers is hidden, so nothing worked out from it is shown.
worked-wilson = 95% interval: ({ $p } + 1.96² ÷ (2 × { $n }) ± 1.96 × √({ $p } × (1 − { $p }) ÷ { $n } + 1.96² ÷ (4 × { $n }²))) ÷ (1 + 1.96² ÷ { $n }) = { $lower } to { $upper }. Source: E. B. Wilson (1927), Journal of the American Statistical Association 22:209.
worked-matched = Counted: { $authorities ->
    [one] the one authority that gave both figures exactly.
   *[other] the { NUMBER($authorities) } authorities that gave both figures exactly.
}
worked-like = Counted: { $authorities ->
    [one] the one authority that gave the figure exactly in both periods.
   *[other] the { NUMBER($authorities) } authorities that gave the figure exactly in both periods.
}
worked-each-period = Counted: { $before } authorities in the earlier period, { $after } in the later.
worked-return = Counted: the records of this return, child by child. A child in several records is counted once.
worked-files = Files: { $files }.
worked-file = { $name }, { $rows ->
    [one] 1 row used
   *[other] { NUMBER($rows) } rows used
}
worked-file-and = { $first }; { $second }
worked-files-more = { $first }; { $more ->
    [one] and 1 more
   *[other] and { NUMBER($more) } more
}
worked-rounded = Numbers are rounded here for reading. They were worked out before rounding.
worked-source-dfe = Source of the definition: Department for Education, Children looked after in England including adoptions.

## Changes
worked-earlier = Earlier, { $period }
worked-later = Later, { $period }
worked-points = Change: { $later } − { $earlier } = { $points }.
worked-newcombe = 95% interval of the change: from { $difference } − √(({ $later } − { $later_lower })² + ({ $earlier_upper } − { $earlier })²) to { $difference } + √(({ $later_upper } − { $later })² + ({ $earlier } − { $earlier_lower })²), which is { $interval }. Source: R. G. Newcombe (1998), Statistics in Medicine 17:873, method 10.
worked-difference = Change: { $later } − { $earlier } = { $difference }.
worked-events = 95% interval of the change: from the intervals of { $before } and of { $after } events (exact below 10; Byar’s from 10 on), by squares and adding: { $lower } to { $upper }. Sources: F. Garwood (1936), Biometrika 28:437; Byar in Breslow and Day (1987); G. Y. Zou and A. Donner (2008), Statistics in Medicine 27:1693.
worked-no-interval = The number of children looked after has no interval, because it is a count of all of them.
worked-widened = These are numbers rounded to { $unit }. The interval is shown as wide as any numbers that round to them would make it.
worked-widened-change = These are numbers rounded to { $unit }. The 95% interval of the change is as wide as any numbers that round to them would make it: { $interval }. It goes from the smallest later figure and the largest earlier one to the largest later and the smallest earlier. Sources: G. Y. Zou and A. Donner (2008), Statistics in Medicine 27:1693; for shares R. G. Newcombe (1998), Statistics in Medicine 17:873, method 10.
worked-relative = Relative to the earlier figure: ({ $later } − { $earlier }) ÷ { $earlier } = { $relative }.
worked-change-columns = Each row is one figure in both periods. “Change” is the later figure minus the earlier one, with its 95% interval. The last column divides the change by the earlier figure.
worked-series-columns = Each share is children who went missing ÷ children, of your files or as its source printed them. The interval is Wilson’s. Where a source printed no number, none is shown.

## Authorities beside one another
worked-areas-columns = Share: children who went missing ÷ children, where both are exact. Interval: Wilson’s. The next two columns are the two numbers of the share; for an authority without a share, its answers. The last column shows its place on the funnel.
worked-dots = Each dot is one area’s children who went missing ÷ its children, where both are exact. Each line is its 95% interval (Wilson’s). The line across is worked out here.
worked-map-share = Each tile is coloured by its share: children who went missing ÷ children, where both are exact. Each class has about the same number of authorities, as far as whole per cents allow.
worked-map-answered = Each tile shows what the authority gave of the two numbers that make a share: exactly, as a range, or not at all.
worked-own-columns = Their share: children who went missing ÷ children of the others together. Difference: the authority’s share minus theirs, with its interval.
worked-beside-difference = Difference, first row: { $own } − { $others } = { $points }, 95% interval { $interval }. Source: R. G. Newcombe (1998), Statistics in Medicine 17:873, method 10.
worked-funnel-pooled = Share of all of them
worked-funnel-plain = 95% limits of chance alone for { $n } children: { $p } ± 1.96 × √({ $p } × (1 − { $p }) ÷ { $n }) = { $lower } to { $upper }. For 99.8% with 3.09.
worked-funnel-adjusted = 95% limits for { $n } children: sin²(asin √{ $p } ± 1.96 × √(1 ÷ (4 × { $n }) + { $tau2 })) = { $lower } to { $upper }. For 99.8% with 3.09.
worked-funnel-spread = φ = { $phi } is the mean of the squared scores 2√n × (asin √share − asin √{ $p }), the lowest and highest tenth of them drawn in; without that it is { $plain }. τ² = { $tau2 } follows from it by moments. Source: D. J. Spiegelhalter (2005), Statistics in Medicine 24:1185.
worked-influence = Without { $name }: { $missing } ÷ { $children } = { $share }. Its share of all children: ({ $all } − { $children }) ÷ { $all } = { $weight }.
worked-influence-columns = Each row leaves one authority out of both numbers and divides again. The one that matters most is first.

## How certain a share is
worked-why = The plain division, { $part } ÷ { $whole } = { $result }, adds up every exact number on either side. The matched share adds up only authorities with both.
worked-lowest = { $name }, lowest
worked-highest = { $name }, highest
worked-bounds-columns = Lowest: as if no child went missing where no number was given, and each range at its lower end. Highest: as if every child did, and each range at its upper end. Each row is based on its own authorities. Source: C. F. Manski (1989), Journal of Human Resources 24:343.
worked-target = Where both are exact, { $missing } of { $children } went missing. With all { $silent } children of the authorities without an exact answer it must be { $target }% of { $all }, which takes { $needed } of them.
worked-overlap = { $trafficked } + { $unaccompanied } − { $both } = { NUMBER($either) }: children who are both would otherwise be counted twice.

## One return
worked-incidents-lengths = Days from the first day of an incident to its last: 0 is the same day. Each incident is in one line.
worked-incidents-lengths-first = “{ $first }”: { $count } of { $all } incidents.
worked-incidents-times = Each child who went missing is in one line, by how many incidents they had in the period.
worked-incidents-times-first = “{ $first }”: { $count } of { $all } children.
worked-incidents-months = Each incident counts in the month of its first day.
worked-incidents-months-first = “{ $first }”: { $count } of { $all } incidents that began in the period.
worked-groups = A child is in every group that they were in on any day of the period. An incident counts in the group of its first day. Share: children with an incident from the group ÷ children of the group; “For each child”: incidents ÷ those children.
worked-groups-counts = The incidents of each group by length, or its children by number of incidents. Each row adds up to the group’s own.
worked-list = Children on the list who were looked after in the period, by what the list says about them. Share: went missing ÷ children.
worked-printed = DfE prints whole per cent, halves away from zero, and “c” where either number is 1 to 5.
worked-standing-columns = Share, children and incidents: as DfE published them, or from your files. Difference: your share minus the other, both from the counts, with Newcombe’s 95% interval. England and regions are counted from numbers rounded to 10.
worked-standing-series = Published shares are as DfE printed them. Those of your files are children who went missing ÷ children.
worked-foi-children = Children looked after on any day of the period, each once. Not counted: those looked after only in a series of short breaks (V3, V4).
worked-foi-missing = Children: each child with a period of the code (M missing, A absent) on any day of the period, counted once. Incidents: each such period. “Either” counts a child who was both once.
worked-foi-first = { $name }: { $count } missing.
worked-foi-length = Incidents by days from first to last day; without an end they are open.
worked-matters = Each case leaves out the rows that it names, or changes their code, and counts all children again. “Change” is the share of the case minus the share now.

## What weakens a figure
caveats-gathered = { $notes ->
    [one] Before you use these figures: 1 thing to know
   *[other] Before you use these figures: { NUMBER($notes) } things to know
}
caveat-recording = Authorities record differently. Some record every absence as missing: DfE says that this makes England’s count about 10% too high. A high share can mean careful recording, and a change can be one of recording.
caveat-away = Only code M (missing) counts here. Away without authorisation (A, whereabouts known) is counted separately. An authority that records A for M, or M for A, changes the share.
caveat-small = Small numbers: { $missing } of { $children }. One child more or less changes this share a lot. Read the interval, not the share alone.
caveat-small-groups = Small groups say little: with few children, one more or less changes the share a lot. Look at the interval.
caveat-overlap = Some children are both trafficked and unaccompanied. They count in both groups, so never add the two.
caveat-contradictory = { $authorities ->
    [one] 1 authority gave answers that contradict one another. It is left out here until you decide which of them counts.
   *[other] { NUMBER($authorities) } authorities gave answers that contradict one another. They are left out here until you decide which of them count.
}
caveat-incomplete = { $silent ->
    [one] 1 authority of { NUMBER($all) } did not give both numbers exactly.
   *[other] { NUMBER($silent) } authorities of { NUMBER($all) } did not give both numbers exactly.
} They may differ from those that did. The lowest and highest shares are of the authorities that gave a number of children; no range says what the others could change.
caveat-incomplete-any = Authorities that did not answer may differ from those that did. The lowest and highest shares are of the authorities that gave a number of children; no range says what the others could change.
caveat-rounded = DfE rounds the counts of England and of the regions to 10, so figures worked out from them are approximate.
caveat-spread = Authorities differ { $phi } times as much as chance alone explains. So an interval or limit that allows for chance alone marks too many differences as clear.
caveat-spread-any = Authorities differ more than chance alone explains. An interval says what chance can do and nothing else.
caveat-again = Incidents are not independent: a child who went missing once is more likely to go missing again. So the interval of a number of incidents is too narrow.
caveat-touches = This affects { $figures }.
caveat-touches-recording = every share of missing children, above all beside other authorities or years
caveat-touches-away = every share and number of missing children
caveat-touches-small = any share with fewer than 20 children who went missing, or, out of fewer than 1,000, fewer than 20 who did not
caveat-touches-overlap = figures of trafficked or unaccompanied children
caveat-touches-incomplete = shares of many authorities together
caveat-touches-rounded = everything worked out from DfE’s figures of England and its regions
caveat-touches-spread = funnels, and one authority beside others
caveat-touches-again = averages and numbers of incidents, and their changes
