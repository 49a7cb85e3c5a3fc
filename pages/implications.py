"""What the author thinks follows for the region and beyond."""

from explainer import ui

with ui.page("implications") as reader:
    page = reader.explainer.implications
    ui.predictions(reader, page.questions)
    ui.guided_path(reader, implications=page.figure)
    ui.events(reader, "implications")
    ui.claims(reader, page.sections)
    ui.questions(reader, page.questions)
