"""What the author thinks follows for the region and beyond."""

from explainer import ui

with ui.page("implications") as reader:
    ui.guided_path(reader)
    ui.claims(reader)
    ui.questions(reader)
    ui.events(reader)
