language-in-english = English
thousands-separator = ,
dogs = { $dogs ->
    [one] 1 dog
   *[other] { $dogs } dogs
}
seen-in = { $place }: { NUMBER($dogs) }
only-text = Dogs
