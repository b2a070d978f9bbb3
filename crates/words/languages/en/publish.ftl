### Figures for us, and figures that are safe to publish.

publish-for = Who these figures are for
publish-exact = For us: exact
publish-safe = Safe to publish
publish-safe-5 = Safe to publish, rounded to 5
publish-safe-10 = Safe to publish, rounded to 10
publish-exact-note = Exact figures can point to a child. Choose “Safe to publish” before they leave your hands: it governs this page, every copy and every download.
publish-none = Nothing needed hiding.
publish-hidden = { $figures ->
    [one] 1 figure is hidden (c): it rests on a number from 1 to 5, or on one that would give such a number away.
   *[other] { NUMBER($figures) } figures are hidden (c): they rest on numbers from 1 to 5, or on numbers that would give such a number away.
}
publish-rounded = What is shown is rounded to { $unit }. Shares and averages are those of the rounded numbers.
publish-why = What is hidden, and why
publish-why-few = A number from 1 to 5 can point to a child, so it is hidden. So is every number from which a hidden one could be worked out, in whatever table it stands, so that each hidden number could still be any of at least three. Which of the two a hidden number is, is not said: that would help to work it out. 0 is shown.
publish-why-shares = A share, an average or a change is hidden where one of its numbers is.
publish-why-rows = Left out altogether is whatever is about single rows: data quality, answers as they were worded, how many rows files about children have. For groups of children there is no table of how long and how often they were missing.
publish-why-one = Publish one period and one setting. Two versions side by side can give away what each of them hides, and so can other figures that are known.
publish-list-all = { $cohort }, { $period }, { $area }: { $figures }
publish-list-more = and { NUMBER($more) } more
publish-list-groups = { $numbers ->
    [one] 1 number of the tables of incidents and of answers to a request
   *[other] { NUMBER($numbers) } numbers of the tables of incidents and of answers to a request
}
publish-share = { $measure }, as a share
publish-change = { $measure }, change
publish-overlap = how many are both
publish-count = number: { $measure }
publish-the-return = the return
hidden-symbol = c
publish-setting = Disclosure
publish-setting-exact = exact: for us, not to be published
publish-setting-safe = safe to publish: numbers from 1 to 5 and what would give them away are hidden (c)
publish-setting-safe-5 = safe to publish: numbers from 1 to 5 and what would give them away are hidden (c), others rounded to 5
publish-setting-safe-10 = safe to publish: numbers from 1 to 5 and what would give them away are hidden (c), others rounded to 10
publish-rows-hidden = { $name }: SHA-256 { $sha256 }; how many rows it has is not told
