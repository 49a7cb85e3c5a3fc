"""The overview: the question, the answer, how to read it, and where to go."""

from explainer import ui

with ui.page("overview") as reader:
    ui.guided_path(reader)
    reader.put_below("page.answer")
    reader.put_below("page.terms_first")
    ui.events(reader)
    reader.put_below("page.cards", reader.name)
