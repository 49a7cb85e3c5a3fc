"""For the seminar: the path of all steps, plans, questions, rival readings, forecasts to score."""

from explainer import ui
from explainer.takeaway import export

with ui.page("seminar") as reader:
    ui.guided_path(reader)
    reader.put_below("seminar.plans")
    reader.put_below("seminar.discussion")
    reader.put_below("reading.debates")
    reader.put_below("claim.scores", reader.afterwards)
    reader.put("seminar.take")
    ui.downloads(
        reader, export.SLIDES, export.HANDOUTS, export.HANDOUT, export.COURSE, export.EVENTS
    )
    reader.put_below("seminar.ready")
