"""Small pictures as editors drop them, made here: the repository keeps none of somebody's home."""

import random
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

Save = Callable[..., bytes]


@pytest.fixture
def save() -> Save:
    """The bytes of a picture's file: `save(image, "JPEG", quality=90)`."""

    def save(image: Image.Image, kind: str = "JPEG", **how: object) -> bytes:
        file = BytesIO()
        image.save(file, kind, **how)
        return file.getvalue()

    return save


@pytest.fixture
def photo() -> Callable[..., Image.Image]:
    """Something like a photograph: soft shapes of all colours; `noise` is how much nobody can compress."""

    def photo(width: int, height: int, noise: float = 0.1) -> Image.Image:
        letters = random.Random(7)
        small, large = (
            Image.frombytes("RGB", size, letters.randbytes(3 * size[0] * size[1])).resize((width, height))
            for size in ((8, 8), (width, height))
        )
        return Image.blend(small, large, noise)

    return photo
