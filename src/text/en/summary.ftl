### What stands under an own return's figures.

summary-before = Before you rely on it: { $lead } See “Data quality”.
