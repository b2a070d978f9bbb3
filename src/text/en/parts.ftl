### The parts of the results, and what every part has.

parts-label = Parts of the results
part-summary = Summary
part-compare = Compare
part-change = Change
part-incidents = Incidents
part-answers = Answers
part-foi = FOI answer
part-quality = Data quality
part-method = Method
part-loading = One moment…
block-apply = Use this
block-copy = Copy
block-copied = Copied.
block-copy-failed = The browser does not allow copying. Select the text and copy it by hand.
block-sort = Sort by { $column }
block-filter = Find a row
block-rows-shown = { $rows ->
    [one] 1 row of { $all }
   *[other] { NUMBER($rows) } rows of { $all }
}
block-more = Show all { $all } rows
