"""Every piece of advice, with what it needs to be sound."""

from __future__ import annotations

from functools import partial

from explainer.checks import advice, left_out, named_dates, said_of_itself, scales, unshown
from explainer.checks.advice import Piece
from explainer.content.explainer import CLAIM_PAGES, FILES

EVERY = " ".join(f"{part}?" if part in left_out.MAY_BE else part for part in FILES)
QUOTED = {"sources"}
"""The parts whose texts are not the author's: titles of sources are given word for word."""
PAGES = ("overview", *CLAIM_PAGES, "seminar", "sources_page")
PLAIN = [name for name in FILES if name not in QUOTED]

PIECES: tuple[tuple[str, Piece], ...] = (
    (EVERY, advice.uncited),
    (EVERY, advice.unused),
    *((f"about {page}", partial(advice.unsigned, page)) for page in CLAIM_PAGES),
    *((page, partial(advice.unhedged, page)) for page in CLAIM_PAGES),
    *((part, partial(advice.mixed, part)) for part in FILES),
    ("about overview", advice.unsigned_answers),
    ("about events", advice.never_there),
    ("events implications", advice.never_met),
    ("about events sources", advice.sourced_later),
    ("about relations", advice.ends_elsewhere),
    ("sources_page", advice.hole_in_rows),
    ("events", advice.out_of_order),
    *(
        (part, partial(scales.scales, part))
        for part in ("overview", "timeline", "reasons", "implications", "limits")
    ),
    *((f"{EVERY} {part}", partial(named_dates.unknown_dates, part)) for part in PLAIN),
    *((f"{EVERY} {part}", partial(said_of_itself.counts, part)) for part in PAGES),
    *((part, partial(said_of_itself.panels, part)) for part in PAGES),
    ("sources", unshown.approximate_without_date),
    ("relations", unshown.unused_states),
    ("relations reasons? limits?", unshown.undrawn_relationships),
    *(
        (page, partial(unshown.idle_actors, page))
        for page in ("overview", "implications", "seminar", "sources_page")
    ),
)
"""Each piece of advice after the parts of the content that it needs, sound."""
