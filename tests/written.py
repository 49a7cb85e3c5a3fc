"""A content folder as plain data that a test may change, and written again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

Data = dict[str, Any]
"""The content by file name without its ending, as an author writes it."""
Edit = Callable[[Data], None]


class _Texts(yaml.SafeLoader):
    """Leaves dates as they are written."""


_Texts.yaml_implicit_resolvers = {
    sign: [(tag, shape) for tag, shape in resolvers if not tag.endswith(":timestamp")]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def written(folder: Path) -> Data:
    """The content of a folder."""
    return {path.stem: yaml.load(path.read_text("utf-8"), _Texts) for path in folder.glob("*.yaml")}


def save(data: Data, folder: Path) -> Path:
    """Write content into a new folder; what JSON is, YAML is as well."""
    folder.mkdir()
    for name, part in data.items():
        text = json.dumps(part, ensure_ascii=False, indent=1)
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder
