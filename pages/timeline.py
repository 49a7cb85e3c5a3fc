"""What happened and in which order, at three scales of time."""

from explainer import ui

with ui.page("timeline") as reader:
    page = reader.explainer.timeline
    ui.predictions(reader, page.questions)
    ui.guided_path(reader, timeline=page.figure)
    ui.events(reader, "timeline")
    ui.small_print(page.selection_rule)
    ui.claims(reader, page.sections)
    ui.questions(reader, page.questions)
