"""Plain data as YAML, laid out as the content files are."""

from __future__ import annotations

from typing import Any

import yaml

WIDTH = 96
SHORT = 70


class _Indented(yaml.SafeDumper):
    """Indents the items of a list under their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _list(dumper: _Indented, held: list[Any]) -> yaml.Node:
    """A list on one line if it is short, as in ``[one, two]``."""
    plain = all(isinstance(part, str | int | float) for part in held)
    short = plain and sum(len(str(part)) + 2 for part in held) <= SHORT
    return dumper.represent_sequence("tag:yaml.org,2002:seq", held, flow_style=short)


_Indented.add_representer(list, _list)


def text(held: Any) -> str:
    """One or several lines, the last with its end."""
    return yaml.dump(
        held, Dumper=_Indented, sort_keys=False, allow_unicode=True, width=WIDTH, line_break="\n"
    )
