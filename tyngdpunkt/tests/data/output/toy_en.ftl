help = Keeps every caseworker's load reasonable.
help-examples =
    toy load --as-of 2026-10-31
    toy model check mine.toml
help-language = The language of the answer.
help-load =
    Shows everybody's load
    on one day.

    The load is points by capacity.
help-load-examples = toy load P1
help-load-as-of = The day.
help-load-person = Whose load.
help-model = Weight models.
help-model-check = Checks a model.
help-model-check-file = The model.
help-model-check-examples = toy model check a.toml
