"""What a new file needs to be told: by flags, else in the terminal, else by a default; what lacks is told together."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from plugins.shared.message import Message
from plugins.shared.model import KEY
from plugins.shared.problem import instead
from plugins.shared.telling import tell, translation
from tools.ending import Stop

Check = Callable[[str], Message | None]  # what is wrong with an answer, if anything is


@dataclass
class Asking:
    """`given` holds the flags by name; `ask` shows a line and returns what was typed, where somebody sits there."""

    given: Mapping[str, str]
    ask: Callable[[str], str] | None = None
    known: set[str] = field(default_factory=set)
    lacking: list[str] = field(default_factory=list)

    def text(self, flag: str, question: Message, default: str = "", check: Check = lambda _: None) -> str:
        """The answer; empty where it lacks, which `done` tells."""
        self.known.add(flag)
        if flag in self.given or (default and self.ask is None):
            answer = self.given.get(flag, default)
            if wrong := self._wrong(answer, check):
                raise Stop(Message("new: {flag}: {wrong}", flag=shown(flag), wrong=wrong))
            return answer
        if self.ask is None:
            self.lacking.append(shown(flag))
            return ""
        line = question.said(translation()) + (f" [{default}]: " if default else ": ")
        try:
            while wrong := self._wrong(answer := self.ask(line).strip() or default, check):
                tell(wrong)
        except EOFError:  # Ctrl-D says the same
            raise KeyboardInterrupt from None
        return answer

    def several(self, flag: str, question: Message, known: Collection[str], default: Iterable[str] = ()) -> list[str]:
        """Some of what is known, with commas between them."""

        def check(answer: str) -> Message | None:
            return next((wrong for each in parts_of(answer) if (wrong := one_of(known)(each))), None)

        return parts_of(self.text(flag, question, ", ".join(default), check))

    def done(self) -> None:
        """Ends here where something lacks, or a flag means nothing for what is made."""
        for flag in self.given.keys() - self.known:
            raise Stop(Message("new: {flag} means nothing here; leave it out", flag=shown(flag)))
        if self.lacking:
            flags = " ".join(self.lacking)
            raise Stop(Message("new: more is needed: {flags}; in a terminal you are asked for it", flags=flags))

    @staticmethod
    def _wrong(answer: str, check: Check) -> Message | None:
        return check(answer) if parts_of(answer) else Message("write something")


def shown(flag: str) -> str:
    """As it is typed: `--title id=…`."""
    name, of, lang = flag.partition("=")
    return f"--{name} {lang}=…" if of else f"--{name} …"


def parts_of(answer: str) -> list[str]:
    return list(dict.fromkeys(filter(None, map(str.strip, answer.split(",")))))


def one_of(known: Collection[str]) -> Check:
    def check(answer: str) -> Message | None:
        if answer in known:
            return None
        return Message("'{answer}' is none of them; {hint}", answer=answer, hint=instead(answer, known))

    return check


def free(taken: Mapping[str, str]) -> Check:
    """A part of an address, and `taken` says whose are taken."""

    def check(answer: str) -> Message | None:
        if not re.fullmatch(KEY, answer):
            return Message("'{slug}' is no part of an address; use a-z, 0-9 and single hyphens", slug=answer)
        if answer in taken:
            return Message("'{slug}' is the address of '{key}' already; choose another", slug=answer, key=taken[answer])
        return None

    return check


def slug_of(title: str) -> str:
    """What a title is called in an address; nothing where no letter of it can stand there."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower().replace("'", "")
    return "-".join(re.findall(r"[a-z0-9]+", plain))
