help = Håller varje handläggares tyngd rimlig.
help-examples =
    toy load --as-of 2026-10-31
    toy model check min.toml
help-language = Svarets språk.
help-load =
    Visar allas tyngd
    en viss dag.

    Tyngden är poäng delat med utrymme.
help-load-examples = toy load P1
help-load-as-of = Dagen.
help-load-person = Vems tyngd.
help-model = Viktmodeller.
help-model-check = Kontrollerar en modell.
help-model-check-file = Modellen.
help-model-check-examples = toy model check a.toml
