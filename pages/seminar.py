"""For the seminar: the path of all steps, plans, questions, rival readings, forecasts to score."""

import streamlit as st

from explainer import ui
from explainer.content.claims import Claim, Kind
from explainer.content.pages import Debate, Plan
from explainer.language.counting import counted
from explainer.reading import wording
from explainer.takeaway import export

STANCES = {
    "agrees": "= Agrees",
    "sharpens": "> Sharpens",
    "challenges": "≠ Challenges",
    "background": "· Background",
}
SCORES = ("Borne out", "Too early", "Not so far")


def show_plan(plan: Plan) -> None:
    """Minutes, what the class does, and a link to the very view."""
    begun = 0
    for block in plan.blocks:
        with st.container(horizontal=True, gap="medium"):
            clock = f":gray[{begun}–{begun + block.minutes} min]"
            title, words = wording.plain(block.title), wording.plain(block.text)
            st.markdown(f"{clock}\u2003**{title}**  \n{words}", width=620)
            if block.page:
                step = f", step {block.step}" if block.step else ""
                more = {"step": str(block.step)} if block.step else {}
                ui.page_link(reader, block.page, f":material/open_in_new: {{menu}}{step}", **more)
        begun += block.minutes


def show_debate(debate: Debate) -> None:
    """The author's claims, and what other analysts make of them, by their stance."""
    for name in debate.claims:
        st.markdown(wording.claim(explainer, explainer.claim[name]), width=ui.PROSE)
    readings = [reading for reading in explainer.readings if reading.source in debate.readings]
    with st.grid(3, min_column_width=280):
        for stance, words in STANCES.items():
            some = [reading for reading in readings if reading.stance == stance]
            if not some:
                continue
            with st.container(gap="small"):
                st.markdown(f"**{words}**")
                for reading in some:
                    with st.container(border=True):
                        st.markdown(wording.reading(explainer, reading))


def show_forecast(claim: Claim) -> None:
    """A forecast to score, and what happened next only for whoever asks."""
    with st.container(key=f"score-of-{claim.id}", gap=None):
        st.markdown(wording.claim(explainer, claim), width=ui.PROSE)
        st.segmented_control(
            "How does it stand?", SCORES, label_visibility="collapsed", key=f"score-{claim.id}"
        )
        if not claim.afterwards:
            st.markdown(":gray[Nothing dated that bears on it was found.]")
        elif st.toggle("Show what happened next", key=f"next-{claim.id}"):
            st.markdown(wording.happened(explainer, claim.afterwards))


with ui.page("seminar") as reader:
    explainer, page = reader.explainer, reader.explainer.seminar

    ui.guided_path(reader, seminar=page.figure)

    with st.container(gap="small"):
        st.header("Session plans", anchor=False)
        ui.tabs(page.plans, show_plan, key="plans")

    with st.container(gap="small", key="questions"):
        st.header("Questions for the room", anchor=False)
        for discussion in page.discussion:
            with st.expander(f"**{wording.plain(discussion.question)}**", width=860):
                notes = "\n".join(f"- {wording.plain(note)}" for note in discussion.notes)
                st.markdown(f":small[:gray[Notes for the instructor]]\n\n{notes}")

    with st.container(gap="small", key="readings"):
        st.header("Readings that compete", anchor=False)
        ui.tabs(page.debates, show_debate, key="debates")

    with st.container(gap="medium", key="forecasts"):
        st.header("Score the forecasts", anchor=False)
        st.markdown(
            "What the brief expects to follow. Mark each one from the brief alone, then open the "
            "record after it. Your marks stay in this browser tab.",
            width=ui.PROSE,
        )
        for claim in explainer.claims:
            if claim.kind is Kind.FORECAST:
                show_forecast(claim)

    with st.container(gap="small", key="take"):
        st.header("Take to class", anchor=False)
        st.markdown(
            "One file holds every page, figure, question and source. It opens without a network "
            "and prints as a handout; the answers stand at its end.",
            width=ui.PROSE,
        )
        ui.downloads(reader, export.HANDOUT, export.EVENTS)
        with st.expander("Ready for class? Five checks", width=760):
            counts = (
                f"{counted(len(explainer.events), 'event')}, "
                f"{counted(len(explainer.claims), 'claim')} and "
                f"{counted(len(explainer.sources), 'source')}"
            )
            checks = (
                f"**The content is valid**: {counts}, no mistake found. "
                f"Facts checked to {explainer.about.checked.words()}.",
                "**Awake.** An app that nobody has used for hours sleeps: open it five minutes "
                "early.",
                "**Contrast.** On the projector, do both stand out from the paper? "
                "Text for reading. :gray[Text for notes.]",
                "**The back row.** Start presenting and walk to the back: the smallest type is a "
                "fiftieth of the screen's height. Right goes on, Left goes back, N shows the "
                "notes, Escape leaves.",
                "**Offline.** Keep the file above on a stick: pages, figures, questions and "
                "sources work without a network. Presenting and filters need the app.",
            )
            st.markdown("\n".join(f"1. {check}" for check in checks))
            first = explainer.about.pages[0]
            label = ":material/present_to_all: Try presenting {menu}"
            ui.page_link(reader, first, label, present="1")
