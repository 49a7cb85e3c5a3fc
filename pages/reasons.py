"""Why the author thinks they went, reason by reason."""

from explainer import ui

with ui.page("reasons") as reader:
    page = reader.explainer.reasons
    ui.predictions(reader, page.questions)
    ui.guided_path(reader, reasons=page.figure, comparison=page.comparison)
    ui.events(reader, "reasons", "comparison")
    ui.claims(reader, page.sections)
    ui.questions(reader, page.questions)
