"""What happened and in which order, at three scales of time."""

from explainer import ui

with ui.page("timeline") as reader:
    ui.guided_path(reader)
    ui.claims(reader)
    ui.questions(reader)
    ui.events(reader)
