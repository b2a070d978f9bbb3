### What stands under an own return's figures.

summary-before = Before you rely on it: { $lead } See “Data quality”.
summary-open = { $open } Until they are settled, they are in no figure.
summary-open-link = Settle them
