"""Ways to damage a file as a slip of the hand, another program or a dying disk would: functions of its bytes."""

import re
from collections.abc import Callable
from random import Random

Damage = Callable[[bytes, Random], bytes]

SIGNS = b"[](){}'\"`:#*|<>-"
INVISIBLE = ("\0", "\x01", "\x0b", "\x1b", "\x7f", "\x85", "\u200b", "\u2028", "\u202e", "\ufeff", "\ud83d\udca3")
NO_UTF_8 = (b"\xff", b"\xfe\xff", b"\x80", b"\xc3", b"\xe2\x82", b"\xed\xa0\x80", b"\xf5\x80\x80\x80")
NUMBERS = (
    "0",
    "-1",
    "1e999",
    "0x7f",
    "٣",
    "１２",
    "NaN",
    "9" * 25,
    "9" * 5000,
    "0000-00-00",
    "9999-12-31",
    "2026-02-30",
)
OF_ANOTHER_KIND = (
    "",
    "null",
    "true",
    "[]",
    "{}",
    "[[]]",
    "- a",
    "{a: b}",
    "|",
    ">-",
    "!!int 3",
    "&a b",
    "*a",
    "'",
    "⟦",
    "{{",
    "{{rate:a}}",
)
NESTS = ("[", "{a: ", "- ", "> ", "  ", "* ", "1. ", "![", "`", "{", "((", "|", "<b>", "::quiz[", "[^a]: ")
NUMBER = re.compile(rb"\d+")
VALUE = re.compile(rb"(?<=: )\S[^\n]*")


def empty(data: bytes, random: Random) -> bytes:
    return random.choice((b"", b"\n", b" \t\n" * 50))


def cut_off(data: bytes, random: Random) -> bytes:
    return data[: place(data, random)]


def cut_out(data: bytes, random: Random) -> bytes:
    start = place(data, random)
    return data[:start] + data[start + random.randint(1, 1 + len(data) // 4) :]


def without_a_line(data: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    del lines[at(lines, random)]
    return b"".join(lines)


def doubled_lines(data: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    start = at(lines, random)
    lines[start:start] = lines[start : start + random.randint(1, 20)] * random.choice((1, 1, 1, 4))
    return b"".join(lines)


def swapped_lines(data: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    one, other = at(lines, random), at(lines, random)
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def indented_otherwise(data: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    for _each in range(random.randint(1, 4)):
        which = at(lines, random)
        lines[which] = random.choice((b" ", b"  ", b"\t", b"      ", b"")) + lines[which].lstrip(b" \t")
    return b"".join(lines)


def without_a_sign(data: bytes, random: Random) -> bytes:
    places = [where for where, each in enumerate(data) if each in SIGNS]
    if not places:
        return cut_off(data, random)
    gone = random.choice(places)
    return data[:gone] + data[gone + 1 :]


def with_a_sign(data: bytes, random: Random) -> bytes:
    return put(data, random, bytes([random.choice(SIGNS)]) * random.choice((1, 2, 3, 40)))


def with_what_nobody_sees(data: bytes, random: Random) -> bytes:
    return put(data, random, random.choice(INVISIBLE).encode("utf-8", "surrogatepass"))


def with_no_utf_8(data: bytes, random: Random) -> bytes:
    return put(data, random, random.choice(NO_UTF_8))


def with_another_number(data: bytes, random: Random) -> bytes:
    return instead(data, random, NUMBER, random.choice(NUMBERS).encode())


def with_another_value(data: bytes, random: Random) -> bytes:
    return instead(data, random, VALUE, random.choice(OF_ANOTHER_KIND).encode())


def deep(data: bytes, random: Random) -> bytes:
    return put(data, random, random.choice(NESTS).encode() * random.choice((10, 100, 1000, 20000)))


def with_a_long_word(data: bytes, random: Random) -> bytes:
    return put(data, random, b"a" * random.choice((1000, 100_000)))


def with_a_bit_turned(data: bytes, random: Random) -> bytes:
    where = place(data, random)
    return (
        data[:where]
        + bytes([each ^ (1 << random.randrange(8)) for each in data[where : where + 1]])
        + data[where + 1 :]
    )


def with_noise(data: bytes, random: Random) -> bytes:
    return put(data, random, random.randbytes(random.choice((1, 16, 512))))


DAMAGES: tuple[Damage, ...] = (
    empty,
    cut_off,
    cut_out,
    without_a_line,
    doubled_lines,
    swapped_lines,
    indented_otherwise,
    without_a_sign,
    with_a_sign,
    with_what_nobody_sees,
    with_no_utf_8,
    with_another_number,
    with_another_value,
    deep,
    with_a_long_word,
    with_a_bit_turned,
    with_noise,
)


def place(data: bytes, random: Random) -> int:
    return random.randint(0, len(data))


def at(lines: list[bytes], random: Random) -> int:
    """A line that can be changed; where there is none, there is one now."""
    if not lines:
        lines.append(b"\n")
    return random.randrange(len(lines))


def put(data: bytes, random: Random, what: bytes) -> bytes:
    where = place(data, random)
    return data[:where] + what + data[where:]


def instead(data: bytes, random: Random, pattern: re.Pattern[bytes], what: bytes) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return put(data, random, what)
    start, end = random.choice(found).span()
    return data[:start] + what + data[end:]
