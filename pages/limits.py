"""What the author thinks holds it back."""

from explainer import ui

with ui.page("limits") as reader:
    page = reader.explainer.limits
    ui.predictions(reader, page.questions)
    ui.guided_path(reader, limits=page.figure)
    ui.events(reader, "limits")
    ui.claims(reader, page.sections)
    ui.questions(reader, page.questions)
