### What is shown under the figures of an authority's own return.

summary-before = Before you rely on it: { $lead } See “Data quality”.
summary-rest = Checking rows, groups and comparisons. They are shown here in a moment.
summary-open = { $open } Until you decide, they are not counted.
summary-open-link = Decide now
