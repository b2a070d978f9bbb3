### What is shown under the figures of an authority's own return.

summary-before = Before you rely on it: { $lead } See “Data quality”.
summary-open = { $open } Until you decide, they are not counted.
summary-open-link = Decide now
