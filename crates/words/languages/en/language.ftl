### The language itself, and how it writes numbers.

language-in-english = English
language-name = English
thousands-separator = ,
decimal-separator = { "." }
