### The parts of the results, and what every part has.

parts-label = Parts of the results
part-summary = Summary
part-compare = Compare
part-quality = Data quality
part-method = Method
part-loading = One moment…
part-waits = This address leads to a part of the results. Choose files, and it is shown.
part-of-rows = This part is about single rows, which are never safe to publish. To see it, choose “{ $exact }” above.
block-copy = Copy
block-copied = Copied.
block-copy-failed = The browser does not allow copying. Select the text and copy it by hand.
block-copy-table = Copy this table
block-csv = Download it as CSV
block-filter = Find a row
block-rows-shown = { $rows ->
    [one] 1 row of { $all }
   *[other] { NUMBER($rows) } rows of { $all }
}
block-rows = Rows { $from } to { $to } of { $all }
block-rows-before = Previous { $rows } rows
block-rows-after = Next { $rows } rows
