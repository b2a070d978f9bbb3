### Figures for internal use, and figures that are safe to publish.

publish-for = Who these figures are for
publish-exact = Internal use: exact
publish-exact-answers = Exact, as given
publish-safe = Safe to publish
publish-safe-5 = Safe, rounded to 5
publish-safe-10 = Safe, rounded to 10
publish-exact-note = Exact figures can identify a child. Choose “Safe to publish” before you share them.
publish-none = No figure needed to be hidden.
publish-hidden = { $figures ->
    [one] 1 figure is hidden (c): it uses a number from 1 to 5, or a number from which such a number could be worked out.
   *[other] { NUMBER($figures) } figures are hidden (c): they use numbers from 1 to 5, or numbers from which such a number could be worked out.
}
publish-rounded = The numbers shown are rounded to { $unit }. Shares and averages are worked out from the rounded numbers.
publish-why = What is hidden, and why
publish-why-few = A number from 1 to 5 can identify a child, so it is hidden. So is every number, in any table, from which a hidden one could be worked out: each hidden number could still be any of at least three numbers. Which of the two reasons applies is not shown, because that would help to work the number out. 0 is shown. Totals of all children that DfE publishes are shown too, with all that follows from them.
publish-why-shares = A share, an average or a change is hidden if one of its numbers is hidden.
publish-why-ranges = A range that an authority gave as its answer, such as 3-4, is shown as it was given.
publish-why-rows = Everything about single rows is left out: data quality, the wording of answers, and the number of rows in files about children.
publish-why-one = Publish only one version: one period, with one setting. Two versions side by side can show what each of them hides. So can a later release of the same files, or other published figures.
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
not-available-symbol = x
publish-setting = Disclosure control
publish-setting-exact = exact: internal use only, not for publication
publish-setting-exact-answers = exact, as given
publish-setting-safe = safe to publish: numbers from 1 to 5, and numbers from which they could be worked out, are hidden
publish-setting-safe-5 = safe to publish: numbers from 1 to 5, and numbers from which they could be worked out, are hidden; the others are rounded to 5
publish-setting-safe-10 = safe to publish: numbers from 1 to 5, and numbers from which they could be worked out, are hidden; the others are rounded to 10
publish-rows-hidden = { $name }: SHA-256 { $sha256 }; the number of its rows is not shown
