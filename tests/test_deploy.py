"""What the files for deploying promise, as far as it shows without a container engine."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
CONTAINER = (ROOT / "deploy" / "Containerfile").read_text("utf-8")
GUIDE = (ROOT / "docs" / "deploy.md").read_text("utf-8")
WORKFLOW = (ROOT / ".github" / "workflows" / "ci.yaml").read_text("utf-8")


def instructions(name: str) -> list[str]:
    """What the container file says after each instruction of one name."""
    return re.findall(rf"^{name} (.+)$", CONTAINER, re.MULTILINE)


def test_the_container_runs_as_an_unprivileged_user_from_its_last_step_on() -> None:
    (user,) = instructions("USER")
    assert int(user.split(":")[0]) > 0
    after = CONTAINER.partition("\nUSER ")[2]
    assert not re.search(r"^(RUN|COPY|ADD)", after, re.MULTILINE)


def test_the_container_holds_what_the_app_needs_and_nothing_else() -> None:
    copied = {name for line in instructions("COPY") for name in line.split()[:-1]}
    needed = {
        "requirements.txt",
        ".streamlit",
        "app.py",
        "overview.py",
        "pages",
        "explainer",
        "content",
    }
    assert copied == needed
    assert all((ROOT / name).exists() for name in needed)


def test_the_container_has_a_python_that_the_app_runs_on() -> None:
    (image,) = instructions("FROM")
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    versions = [re.findall(r"\d+", text)[:2] for text in (image, wanted["requires-python"])]
    has, needs = ([int(part) for part in version] for version in versions)
    assert has >= needs


def test_the_workflow_runs_the_script_that_everybody_can_run_and_may_only_read() -> None:
    workflow = yaml.safe_load(WORKFLOW)
    assert workflow["permissions"] == {"contents": "read"}
    (job,) = workflow["jobs"].values()
    assert [step["run"] for step in job["steps"] if "run" in step] == ["bash .ci/run"]
    assert all(re.fullmatch(r"[\w/-]+@v\d+", s["uses"]) for s in job["steps"] if "uses" in s)


@pytest.mark.parametrize("named", sorted(set(re.findall(r"\]\(\.\./([\w./-]+)\)", GUIDE))))
def test_files_that_the_guide_links_exist(named: str) -> None:
    assert (ROOT / named).is_file()


def test_headings_that_the_guide_links_exist() -> None:
    headings = re.findall(r"^#+ (.+)$", GUIDE, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([\w-]+)\)", GUIDE)) <= anchors
