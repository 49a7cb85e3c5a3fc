"""What the author thinks holds it back."""

from explainer import ui

reader = ui.open_page("limits")
page = reader.explainer.limits

ui.predictions(reader, page.questions)
ui.guided_path(reader, limits=page.figure)
ui.events(reader, "limits")
ui.claims(reader, page.sections)
ui.questions(reader, page.questions)
ui.close_page(reader)
