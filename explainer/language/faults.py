"""What an author wrote and cannot be used, said in parts, so that none need be guessed."""

from __future__ import annotations


class Fault(ValueError):
    """A value or an item that cannot be used.

    ``wrong`` says what is wrong, ``remedy`` what to do, and ``key`` under which key of the item
    to look, if an item as a whole is at fault.
    """

    def __init__(self, wrong: str, remedy: str, key: str | None = None) -> None:
        super().__init__(f"{wrong}; {remedy}")
        self.wrong, self.remedy, self.key = wrong, remedy, key
