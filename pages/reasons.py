"""Why the author thinks they went, reason by reason."""

from explainer import ui

with ui.page("reasons") as reader:
    ui.guided_path(reader)
    ui.claims(reader)
    ui.questions(reader)
    ui.events(reader)
