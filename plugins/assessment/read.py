"""Reading of `content/assessments/`."""

from collections.abc import Mapping

from plugins.assessment.model import Assessment
from plugins.assessment.rules import OF_THE_FILE
from plugins.shared.reading import Reading


def read(reading: Reading) -> Mapping[str, Assessment]:
    return reading.folder(reading.content / "assessments", "<assessment>.yaml", Assessment, OF_THE_FILE)
