language-in-english = Welsh
thousands-separator = { "." }
dogs = { $dogs ->
    [zero] { $dogs } cŵn
    [one] { $dogs } ci
    [two] { $dogs } gi
    [few] { $dogs } chi
    [many] { $dogs } chi (llawer)
   *[other] { $dogs } ci (arall)
}
seen-in = { $dogs ->
    [1000] mil o gŵn: { $place }
   *[other] { $dogs } yn { $place }
}
only-text = Cŵn
