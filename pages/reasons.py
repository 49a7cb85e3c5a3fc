"""Why the author thinks they went, reason by reason."""

from explainer import ui

reader = ui.open_page("reasons")
page = reader.explainer.reasons

ui.predictions(reader, page.questions)
ui.steps(reader)
ui.figure(reader, "reasons", page.figure)
if page.comparison:
    ui.figure(reader, "comparison", page.comparison)
ui.events(reader, "reasons")
ui.claims(reader, page.sections)
ui.questions(reader, page.questions)
ui.close_page(reader)
