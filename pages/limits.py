"""What the author thinks holds it back."""

from explainer import ui

with ui.page("limits") as reader:
    ui.guided_path(reader)
    ui.claims(reader)
    ui.questions(reader)
    ui.events(reader)
