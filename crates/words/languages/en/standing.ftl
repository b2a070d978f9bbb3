### Where an authority's own return is among published figures.

standing-pick = Whose return is this?
standing-nobody = Not stated
standing-lead-none = Say above whose return this is. Its figures are then shown beside DfE’s published figures for the authority, its region, England and its ten statistical neighbours.
standing-lead = { $name }: { $counts } went missing, { $period }. DfE would print { $percent }.
standing-lead-rounded = { $name }: { $counts } went missing, { $period }. That is { $percent }, rounded.
standing-lead-about = { $name }: { $counts } went missing, { $period } (numbers rounded to { $unit }). That is { $percent }.
standing-lead-hidden = { $name }: { $counts } went missing, { $period }. DfE would not print a share, because it is based on 5 children or fewer.
standing-lead-published = { $name } has no figure in these files for this period. DfE has published { $percent } for the { $period }.
standing-lead-part = The files have a figure of { $name } for { $days }. It is not compared, because the published figures are for whole years. DfE has published { $percent } for the { $period }.
standing-lead-nothing = There is no figure for { $name } to compare, neither in these files nor in the published figures that this calculator holds.
standing-own-share = { $name }: { $share } in { $period }.
standing-released = The figures of the { $period } were published on { $day }.
standing-position = In { $period }, { $lower ->
    [0] none of its statistical neighbours had a lower share
    [one] one of its statistical neighbours had a lower share
   *[other] { NUMBER($lower) } of its statistical neighbours had a lower share
} and { $higher ->
    [0] none a higher one
    [one] one a higher one
   *[other] { NUMBER($higher) } a higher one
}. They range from { $lowest } to { $highest }.
standing-neighbours-between = neighbours { $lowest } to { $highest }
standing-in-a-line = Published for the { $period }: { $areas }.
standing-not-compared = Not compared with England, the region or the neighbours: published figures are for whole years.
standing-areas = { $first }, { $second }
standing-area-share = { $area } { $share }
standing-years-differ = The years differ: the figure from these files is for the { $own }, the published ones are for the { $period }.
standing-larger = In { $period }: { $areas }.
standing-chart-caption = Share that went missing, with 95% intervals: { $name } beside others, { $period }
standing-chart-caption-years = Share that went missing, with 95% intervals: { $name } in the { $own }, beside others in the { $period }. The years differ
standing-chart-alternative = { $name }, { $share }, beside its region and its statistical neighbours, with their 95% intervals. The line is England, { $england }.
standing-chart-line = Line: England, { $share }
standing-from-files = From these files, { $period }
standing-as-published = As published, { $period }
standing-beside-caption = { $name } beside its region, England and its statistical neighbours, { $period }
standing-beside-caption-years = { $name } in the { $own }, beside its region, England and its statistical neighbours in the { $period }. The years differ
standing-beside-heading-years = Beside others of another year
standing-beside-heading = Beside others
standing-area = Area
standing-share = Share that went missing
standing-children = Missing, of children
standing-missing-of = { $missing } of { $children }
standing-incidents = Incidents for each missing child
standing-difference = Difference
standing-outcome = What it says
standing-neighbour = Statistical neighbour { $rank }, { $closeness }
standing-extremely-close = extremely close
standing-very-close = very close
standing-close = close
standing-somewhat-close = somewhat close
standing-not-close = not close
standing-region = Its region
standing-nation = England as a whole
standing-series-heading = Year by year
standing-series-caption = Share that went missing, years ending 31 March: { $name }, its region and England
standing-series-chart = Share that went missing, years ending 31 March: { $name }
standing-years-hidden = DfE hides the share (c) of the year ending 31 March { $years }.
standing-year = Year ending 31 March
standing-own = { $name }
standing-own-incidents = { $name }: incidents for each missing child
standing-files-year = { $year }, these files
standing-nothing = not held
standing-years-without = This calculator holds no figures for { $name } for the years ending 31 March { $years }. DfE may have published some.
standing-another-year = This calculator holds no published figures of single authorities for this year, so those of the nearest year are shown: the { $period }. If DfE has published newer ones, choose the file among yours.
standing-not-a-year = Published figures are for whole years from 1 April to 31 March. The period shown is not such a year, so compare with care.
standing-among-england = Of the { NUMBER($authorities) } other authorities in England with a published share for { $period }, { NUMBER($higher) } had a higher share and { NUMBER($lower) } a lower one{ $place }.
standing-quarter-1 = , so this share is in the highest quarter
standing-quarter-2 = , so this share is in the second highest quarter
standing-quarter-3 = , so this share is in the second lowest quarter
standing-quarter-4 = , so this share is in the lowest quarter
standing-among-clear = Chance alone can move such shares. By 95% intervals { NUMBER($higher) } of them are clearly higher and { NUMBER($lower) } clearly lower; the other { NUMBER($unclear) } cannot be told apart from it.
standing-from-chosen = The DfE file that you chose says more than this calculator, or something else, about the years ending 31 March { $years }. Its figures are the ones shown.
standing-source = Source: DfE, Children looked after in England including adoptions, years ending 31 March 2018 to 2025; statistical neighbour model 2025. “c” is hidden by DfE to protect children; “z” means that there can be no share, as where there were no children, and “x” that it is not available. Shares are printed as DfE prints them; intervals are worked out from the counts.
