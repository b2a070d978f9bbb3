### Many authorities: how they compare, how certain a share is, how it changed.

points-one = 1 percentage point
points-many = { $points } percentage points
moved-up = up { $points }
moved-down = down { $points }
moved-none = no change
moved-little-up = up by less than { $points }
moved-little-down = down by less than { $points }
points-between = { $lower } to { $upper } percentage points
percent-up-by = up { $by }%
percent-down-by = down { $by }%
percent-up = up { $by }% on { $base }
percent-down = down { $by }% on { $base }
authority-and = { $first } and { $second }

## Authorities beside one another
compare-lead = Of { NUMBER($all) } authorities, { $outside ->
    [one] one is
   *[other] { NUMBER($outside) } are
} further from { $share } than chance alone would explain. Allowing for how much authorities differ anyway, { $adjusted ->
    [one] one does.
   *[other] { NUMBER($adjusted) } do.
}
compare-lead-shown = Of the { NUMBER($all) } authorities whose numbers are shown, { $outside ->
    [one] one is
   *[other] { NUMBER($outside) } are
} further from their joint share, { $share }, than chance alone would explain. Allowing for how much authorities differ anyway, { $adjusted ->
    [one] one does.
   *[other] { NUMBER($adjusted) } do.
}
compare-hidden = { $hidden ->
    [one] The numbers of 1 more authority are hidden (c).
   *[other] The numbers of { NUMBER($hidden) } more authorities are hidden (c).
} Small numbers are hidden first, so the joint share of those shown is not that of all.
compare-lead-few = There are too few shares here to compare authorities with one another.
compare-cohort = Group of children
compare-where = Where
compare-authority = Your authority
compare-nobody = None chosen
published-years = What a year means in DfE’s files
published-years-collection = The year to its 31 March
published-years-calendar = The calendar year
compare-own = { $name } beside others
compare-own-lead = In { $name }, { $share } went missing: { $counts }, 95% interval { $interval }.
compare-own-none = { $name } did not give both figures exactly for this group and period, or has no such children. So it has no share to compare.
compare-own-caption = { $name } beside others: { $cohort }, { $period }
compare-with = Compared with
compare-share = Their share
compare-difference = Difference
compare-outcome = What it says
compare-neighbours = Its statistical neighbours
compare-others-of = Other authorities in { $area }
compare-among = { $lowest } to { $highest } among { $authorities ->
    [one] one authority
   *[other] { NUMBER($authorities) } authorities
}
compare-higher = Higher than chance would explain
compare-lower = Lower than chance would explain
compare-not-clear = Chance alone could explain it
compare-about = An authority is left out of the groups that it is compared with. Statistical neighbours are the ten authorities of England whose circumstances are most alike (DfE, 2025).
compare-dots-caption = Share that went missing, with 95% intervals: { $cohort }, { $period }
compare-dots-alternative = Shares with their 95% intervals, from { $lowest } in { $lowest-name } to { $highest } in { $highest-name }. The line is { $area } as a whole, { $share }.
compare-dots-line = Line: { $area }, { $share }
compare-table-caption = { $cohort }, { $period }: { $rows ->
    [one] 1 area
   *[other] { NUMBER($rows) } areas
}
compare-table-heading = Area by area
column-limits = Against the limits
compare-care = Authorities look after different children, so this is not a league table. Compare the intervals, and ask before you draw conclusions.

funnel-heading = Which authorities stand out?
funnel-limits = Limits
funnel-adjusted = Chance and usual differences
funnel-plain = Chance alone
funnel-caption = Share that went missing by number of children, with limits: { $cohort }, { $period }
funnel-alternative = Each of { NUMBER($all) } authorities by its number of children and its share, around { $share }. { $values }.
funnel-children = Children
funnel-share = Share that went missing
funnel-key-shown = The authorities shown, together, { $share }
funnel-key-pooled = { $area } as a whole, { $share }
funnel-key-95 = 95% limits
funnel-key-998 = 99.8% limits
funnel-key-within = Within the 95% limits
funnel-key-outside = Outside the 95% limits
funnel-key-far = Outside the 99.8% limits
funnel-dot = { $name }: { $share }, { $counts }. { $place }.
funnel-about-plain = If every authority’s children were equally likely to go missing, about 1 authority in 20 would lie outside the 95% limits by chance, and 1 in 500 outside the 99.8% limits.
funnel-about-adjusted = Authorities differ { $phi } times as much as chance explains (φ, with the lowest and highest tenth drawn in; τ² is { $tau2 }). These limits allow for that: an authority outside them is unusual all the same. Source: D. J. Spiegelhalter (2005), Statistics in Medicine, volume 24, page 1185.
funnel-about-public = Each mark is an authority. The lines show how far a share can be from that of all by chance and by the usual differences between authorities; one outside them is unusual.
funnel-no-spread = Authorities differ no more than chance explains, so both sets of limits are almost the same.
funnel-small = Some authorities outside the limits have fewer than 20 children. The limits are rough for so few: look at the interval too.
place-far-above = Far above: outside the 99.8% limits
place-above = Above: outside the 95% limits
place-within = Within the limits
place-below = Below: outside the 95% limits
place-far-below = Far below: outside the 99.8% limits

influence-heading = How much does the share depend on single authorities?
influence-lead = { $area }: without { $name }, the share would be { $share }, { $moved }. No other authority changes it more.
influence-none = Without { $name }, there would be no children left to count.
influence-caption = { $cohort }, { $period }, { $area }: the share without each authority in turn
influence-left-out = Left out
influence-share = Share of the others
influence-change = Change
influence-weight = Its share of all children

## How certain a share is
robustness-heading = How certain is it?
robustness-why-children = { $missing } ÷ { $children } = { $share } includes { $silent ->
    [one] 1 child
   *[other] { NUMBER($silent) } children
} of { $authorities ->
    [one] one authority that did not say exactly how many went missing, as if none of them had.
   *[other] { NUMBER($authorities) } authorities that did not say exactly how many went missing, as if none of them had.
}
robustness-why-both = { $missing } ÷ { $children } = { $share } includes { $silent ->
    [one] 1 child
   *[other] { NUMBER($silent) } children
} of authorities that did not say exactly how many went missing, and counts { $extra ->
    [one] 1 child who went missing
   *[other] { NUMBER($extra) } children who went missing
} in authorities that did not say exactly out of how many.
robustness-why-missing = { $missing } ÷ { $children } = { $share } counts { $extra ->
    [one] 1 child who went missing
   *[other] { NUMBER($extra) } children who went missing
} in authorities that did not say exactly out of how many.
robustness-why-same = Every number that was given is matched, so dividing all of them gives the same share.
robustness-bounds = { $cohort }, { $period }: what the answers leave open
robustness-column-what = What is taken into account
robustness-column-lowest = Lowest
robustness-column-highest = Highest
robustness-column-authorities = Authorities
robustness-matched = Both figures exact
robustness-ranges = With ranges, such as “<5”
robustness-silence = With no answer on how many went missing
robustness-everything = With ranges and missing answers
robustness-who = Who gave what
robustness-who-both = { $count ->
    [one] 1 gave both figures exactly
   *[other] { NUMBER($count) } gave both figures exactly
}
robustness-who-range = { $count ->
    [one] 1 gave the number of children exactly, and a range for how many went missing
   *[other] { NUMBER($count) } gave the number of children exactly, and a range for how many went missing
}
robustness-who-children = { $count ->
    [one] 1 gave the number of children exactly, but not how many went missing
   *[other] { NUMBER($count) } gave the number of children exactly, but not how many went missing
}
robustness-who-missing = { $count ->
    [one] 1 gave exactly how many went missing, but not out of how many children
   *[other] { NUMBER($count) } gave exactly how many went missing, but not out of how many children
}
robustness-who-neither = { $count ->
    [one] 1 is in the files and gave neither exactly
   *[other] { NUMBER($count) } are in the files and gave neither exactly
}
robustness-who-not-named = { $count ->
    [one] 1 authority is not in the files
   *[other] { NUMBER($count) } authorities are not in the files
}
robustness-target = What would it take for the share to reach…
robustness-target-hint = A percentage, for example 40
robustness-target-button = Work it out
robustness-target-error = Write a percentage from 0 to 100, for example 37.5.
robustness-target-possible = For the share to reach { $target }%, { $needed } of the { $children } children in the { $authorities ->
    [one] one authority
   *[other] { NUMBER($authorities) } authorities
} without an exact answer must have gone missing: { $share }. Where both figures are exact, it was { $matched }.
robustness-target-high = The share cannot be as high as { $target }%. Even with as many missing as the answers allow, among the { $children } children in { $authorities ->
    [one] the one authority
   *[other] the { NUMBER($authorities) } authorities
} without an exact answer, it would be lower.
robustness-target-low = The share cannot be as low as { $target }%. Even with as few missing as the answers allow, among the { $children } children in { $authorities ->
    [one] the one authority
   *[other] the { NUMBER($authorities) } authorities
} without an exact answer, it would be higher.
robustness-overlap = Of { $trafficked } trafficked and { $unaccompanied } unaccompanied children, { $both } are both: { NUMBER($either) } children in all, in { $authorities ->
    [one] one authority that gave all three numbers.
   *[other] { NUMBER($authorities) } authorities that gave all three numbers.
}

## Change
change-rose = { $cohort }: the share that went missing rose from { $from }% in the { $earlier } to { $to }% in the { $later }, up { $points }.
change-fell = { $cohort }: the share that went missing fell from { $from }% in the { $earlier } to { $to }% in the { $later }, down { $points }.
change-rose-about = { $cohort }: the share that went missing rose from { $from } in the { $earlier } to { $to } in the { $later }, up { $points } (numbers rounded to { $unit }).
change-fell-about = { $cohort }: the share that went missing fell from { $from } in the { $earlier } to { $to } in the { $later }, down { $points } (numbers rounded to { $unit }).
change-untold-about = { $cohort }: the share that went missing was { $from } in the { $earlier } and { $to } in the { $later }. From numbers rounded to { $unit } nobody can tell whether it rose or fell.
change-points-less = by less than 1 percentage point
change-stayed = { $cohort }: the share that went missing was { $to }% both in the { $earlier } and in the { $later }.
change-year = year { $year }
change-basis-like = This compares like with like: the { $authorities ->
    [one] one authority that gave both figures in both periods.
   *[other] { NUMBER($authorities) } authorities that gave both figures in both periods.
}
change-basis-matched = No authority gave both figures in both periods. So each period is about its own authorities: { $before } in the first, { $after } in the second.
change-chance = The 95% interval of the change is { $interval }. Chance alone could explain it.
change-chance-rounded = The 95% interval of the change, widened for the rounding, is { $interval }. Chance and rounding alone could explain it.
change-clear-rounded = The 95% interval of the change, widened for the rounding, is { $interval }. Chance and rounding alone would hardly explain it.
change-interval-rounded = { $interval }, widened for the rounding
change-clear = The 95% interval of the change is { $interval }. Chance alone would hardly explain it.
change-relative = Relative to { $base }, that is { $relative }. “Up 2 percentage points” and “up 2%” are not the same.
change-rounding = The percentage points are worked out before the shares are rounded.
change-children = Children counted: { $earlier } to { $later } is { $relative }.
change-none = The files cover only one period for this group. Choose the files of another year too, to see the change.
change-pair-none = These two periods have no figure in common.
change-from = From
change-to = To
change-where = Where
change-caption = { $cohort }, { $area }: { $earlier } and { $later }
change-divided = { $incidents } ÷ { $children }
change-figure = Figure
change-column-change = Change
change-column-relative = In per cent of the earlier figure
change-like = { $authorities ->
    [one] the one authority that answered in both
   *[other] the { NUMBER($authorities) } authorities that answered in both
}
change-each = all that answered: { $before } authorities, then { $after }
change-share-missing = Share that went missing
change-share-again = Share that went missing more than once
change-share-end = Share missing at the end
change-share-away = Share away without authorisation
change-share-away-again = Share away more than once
change-share-away-end = Share away at the end
change-incidents-each = Incidents for each missing child
change-incidents-each-away = Away incidents for each child who was away
change-count-children = Children
change-count-missing = Children who went missing
change-count-incidents = Missing incidents
series-heading = Period by period
series-caption = Share of { $cohort } who went missing, period by period, { $days }
series-caption-of = { $area }: share of { $cohort } who went missing, period by period, { $days }
series-alternative = Shares from { $first } ({ $first_share }) to { $last } ({ $last_share }), each with its 95% interval.
series-x = Year
series-key-report = Reports of ECPAT UK and Missing People
series-dot = { $period }, { $source }: { $share }, { $missing } of { $children }.
series-table = { $cohort }: the series in numbers
series-sources = { $files }; for the earlier years, reports of ECPAT UK and Missing People
series-source = Source
series-department = DfE, as published for England
series-report = { $title } ({ $year })
series-printed = printed as { $percent }%
series-period = Period
series-authorities = Authorities
series-unknown = not published
series-note = The reports are by ECPAT UK and Missing People, about the United Kingdom. Each is based on different authorities, so the line between them is not a like-for-like change.

## Every authority by its share
among-caption-shown = Every authority whose share is shown, with its 95% interval: { $cohort }, { $period }
among-caption = Every authority by its share and 95% interval: { $cohort }, { $period }
among-alternative = Every authority’s share with its 95% interval, from { $lowest } in { $lowest-name } to { $highest } in { $highest-name }.
among-alternative-own = { $range } { $chosen }.
among-many = { NUMBER($count) } authorities
compare-many = { NUMBER($count) } areas
among-x = Authorities, from the lowest share to the highest
among-others = Other authorities
among-all = Authorities
among-own = your authority
among-neighbour = a statistical neighbour
among-region = its region
among-nation = its nation
among-dot = { $said } ({ $what })

## A map of tiles
map-heading = Where are the shares high, and who answered?
map-pick = What the tiles show
map-share = The share that went missing
map-answered = Who answered
map-caption = Share that went missing and its 95% interval, by authority: { $cohort }, { $period }
map-answered-caption = Who answered: { $cohort }, { $period }
map-region = { $nation }: { $region }
map-under = under { $to }
map-from-to = { $from } to under { $to }
map-from = { $from } or more
map-any = Any share
map-no-share = No share
map-hidden = hidden (c)
map-hidden-key = Hidden: it is based on small numbers
map-tile = { $name } ({ $lies-in }): { $share }. { $gave }.
map-both = Gave both figures exactly
map-range = Gave the number of children exactly, and a range for how many went missing
map-children = Gave the number of children exactly, but not how many went missing
map-missing = Gave exactly how many went missing, but not out of how many children
map-refused = Refused
map-not-held = Does not hold it, or does not record it
map-unclear = Gave only a range, hid the number, or gave an unclear answer
map-nothing = Gave no answer
map-neither = Is in the files, and gave neither exactly
map-not-named = Is not in the files
map-why = { $gave }: { $why }
map-why-both = Number in care: { $children }. Went missing: { $missing }
map-share-between = { $share }, 95% interval { $interval }
map-class = { $sign }: { $text }
map-classes = How many authorities are in each class. { $caption }
map-class-column = Class
map-names = Every authority of the map, as a table
map-table = The map as a table: { $cohort }, { $period }
map-authority = Authority
map-lies-in = Nation and region
map-gave = What it gave

## The funnel in numbers
funnel-places = Where the authorities lie around { $share }: { $cohort }, { $period }
funnel-all = All of them

## What the answers leave open, as a picture
robustness-bounds-caption = The range that the share can be in: { $cohort }, { $period }
robustness-bounds-between = { $lowest } to { $highest }
robustness-bounds-line = Line: where both figures are exact, { $share }
