"""Rates: `content/rates.yaml`, the figures of the law with the time in which each holds; `{{rate:key}}` says one."""

from plugins.rate.model import FILE, read
from plugins.rate.rules import rates_rest_on_facts
from plugins.shared.concept import Concept, concepts


def rate(_: object) -> Concept:
    return Concept(name="rate", places=(FILE,), read=read, rules=(rates_rest_on_facts,), inserts=True)


def register() -> None:
    concepts.connect(rate)
