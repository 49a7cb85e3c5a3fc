"""How much of the argument hangs on an event, for where there is not room to name them all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from explainer.content.events import Scope

if TYPE_CHECKING:
    from explainer.content.explainer import Explainer

STEP, CLAIM, BRIEF, REST = range(4)
"""Told about by a step of any page; evidence of a claim; named by the brief; anything else."""


def ranks(explainer: Explainer) -> Mapping[str, int]:
    """How important each event is, by its id: STEP is the most, REST the least."""
    pages = map(explainer.page, explainer.about.pages)
    told = {name for page in pages for step in page.steps for name in step.events}
    proves = {name for claim in explainer.claims for name in claim.evidence}
    return {
        event.id: STEP
        if event.id in told
        else CLAIM
        if event.id in proves
        else BRIEF
        if event.scope is Scope.BRIEF
        else REST
        for event in explainer.events
    }
