"""The words of controls, labels, notices and counts: one catalogue of gettext messages.

They stand in ``catalogue/LANGUAGE.po`` under keys that say what they are for, so that a translator
needs no code. Values are named in braces, as in ``{number}``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations
from markupsafe import Markup

FOLDER = Path(__file__).parent / "catalogue"
LANGUAGE = "en_GB"


def say(key: str, **values: object) -> str:
    """The message of a key, in which values stand for their names; HTML if one of them is.

    Raises KeyError if the catalogue has no such message or the message asks for other values.
    """
    return _filled(_translations().gettext(_known(key)), values)


def many(key: str, number: int, **values: object) -> str:
    """The message of a key in the form that a number asks for; ``{number}`` stands for it.

    Raises KeyError as ``say`` does.
    """
    text = _translations().ngettext(_known(key), key, number)
    return _filled(text, {"number": f"{number:,}", **values})


def listed(parts: Sequence[str]) -> str:
    """Parts of a sentence as one: “a, b and c”."""
    return format_list(parts, locale=LANGUAGE)


def either(parts: Sequence[str]) -> str:
    """Parts of a sentence of which one is meant: “a, b or c”."""
    return format_list(parts, style="or", locale=LANGUAGE)


@cache
def messages() -> Catalog:
    """Every message, as the catalogue has it."""
    with (FOLDER / f"{LANGUAGE}.po").open("rb") as file:
        return read_po(file, locale=LANGUAGE)


@cache
def _translations() -> Translations:
    compiled = BytesIO()
    write_mo(compiled, messages())
    compiled.seek(0)
    return Translations(compiled)


@cache
def _known(key: str) -> str:
    if key not in messages():
        raise KeyError(f"the catalogue has no message {key!r}")
    return key


def _filled(text: str, values: dict[str, object]) -> str:
    if any(isinstance(value, Markup) for value in values.values()):
        return Markup(text).format(**values)
    return text.format(**values)
