"""What a check finds, and where in the built site. `places.py` says where it is told."""

from typing import NamedTuple

from plugins.shared.message import Message
from plugins.shared.model import Model
from plugins.shared.yaml import Loc


class Finding(NamedTuple):
    """Something wrong in a file of the site: `message` says what, and what to do."""

    file: str
    code: str
    message: Message
    line: int = 0  # from 1; 0 where it is the file as a whole
    column: int = 0
    about: tuple[Model, Loc] | None = None  # the value in a source file that it speaks of, where the check knows it
