"""What the editors' manual says of diagrams is so: its tables name the keys of the models, its example is read."""

import re
from pathlib import Path

import pytest

from plugins.diagram.bars import Bar, Chart
from plugins.diagram.clock import Run
from plugins.diagram.ladder import Flight, Rung
from plugins.diagram.model import Diagram
from plugins.diagram.read import SHAPES
from plugins.diagram.roles import Group, Member, Relation
from plugins.diagram.scale import Measure
from plugins.diagram.steps import Answer, Step
from plugins.diagram.timeline import Event

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "writing.md"
SECTION = MANUAL.read_text("utf-8").partition("\n## How to draw\n")[2].partition("\n## ")[0]
PARTS = {
    "steps": Step,
    "answers": Answer,
    "measures": Measure,
    "charts": Chart,
    "bars": Bar,
    "events": Event,
    "flights": Flight,
    "rungs": Rung,
    "runs": Run,
    "groups": Group,
    "members": Member,
    "relations": Relation,
}


def rows(head):
    """The rows of the table whose first row begins with `head`, as lists of cells."""
    table = SECTION.partition(f"\n| {head} ")[2].partition("\n\n")[0].split("\n")[2:]
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in table]


def ticked(cell):
    return re.findall(r"`(\w+)`", cell)


def test_the_shapes_are_named_with_the_keys_of_their_own():
    common = {*Diagram.model_fields, "type"}
    assert {ticked(first)[0]: set(ticked(keys)) for first, _, keys in rows("Shape")} == {
        name: set(model.model_fields) - common for name, (model, _) in SHAPES.items()
    }


def test_the_keys_of_every_shape_are_named_and_said_to_be_needed_where_they_are():
    needed = {key: needs == "yes" for keys, needs, _ in rows("Key of every shape") for key in ticked(keys)}
    fields = SHAPES["steps"][0].model_fields
    assert needed == {key: field.is_required() for key, field in fields.items() if key != "steps"}


@pytest.mark.parametrize("part", PARTS)
def test_the_keys_of_a_part_are_named_and_bracketed_where_they_may_be_left_out(part):
    (cell,) = [cell for first, cell in rows("Part") if ticked(first) == [part]]
    named = re.findall(r"(\[?)`(\w+)`", cell)
    fields = PARTS[part].model_fields
    assert {key: not bracket for bracket, key in named} == {key: field.is_required() for key, field in fields.items()}


def test_the_table_of_parts_names_every_part():
    assert [ticked(first)[0] for first, _ in rows("Part")] == list(PARTS)


def test_the_whole_example_is_read_without_a_problem(small, read):
    example = SECTION.partition("```yaml\n")[2].partition("```")[0]
    path = small / "content" / "diagrams" / "cleaning-the-oven.yaml"
    path.parent.mkdir()
    path.write_text(example, "utf-8")
    found = read(small)
    assert found.told == []
    assert list(found.tree.site["diagram"]) == ["cleaning-the-oven"]
