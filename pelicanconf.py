"""How the site is built while it is written; publishconf.py adds what only the published one has."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))  # the `pelican` command doesn't put it there itself

from jinja2 import StrictUndefined

from plugins import (
    assessment,
    checklist,
    component,
    course,
    date,
    diagram,
    exam,
    fact,
    glossary,
    guide,
    help,
    home,
    hub,
    learning,
    link,
    offline,
    page,
    picture,
    quiz,
    rate,
    redirect,
    regulation,
    search,
    tool,
    topic,
    trainer,
    worksheet,
)

# the hub's own
LANGUAGES = ("id", "en")
AS_OF = None
WRITES = True
WORKSHOP = True  # with the pages for who makes the site: every component in every state

# modules, not names: a plugin that can't be imported stops the build instead of leaving an empty site
PLUGINS = [
    hub,
    assessment,
    checklist,
    component,
    course,
    date,
    diagram,
    exam,
    fact,
    glossary,
    guide,
    help,
    home,
    learning,
    link,
    offline,
    page,
    picture,
    quiz,
    rate,
    redirect,
    regulation,
    search,
    tool,
    topic,
    trainer,
    worksheet,
]

PATH = "content"
THEME = "theme"
THEME_TEMPLATES_OVERRIDES = [os.path.join(os.path.dirname(os.path.abspath(__file__)), THEME)]  # from any folder
THEME_STATIC_PATHS = []
OUTPUT_PATH = "output"
SITEURL = os.environ.get("PANDU_SITEURL", "").rstrip("/")
TIMEZONE = "Asia/Jakarta"
DEFAULT_LANG = "id"
LOCALE = ["C.UTF-8", "C"]
READERS = {"rst": None, "html": None, "htm": None}
FORMATTED_FIELDS = []
CACHE_CONTENT = False
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": ["jinja2.ext.i18n"],
}

# every page is the hub's
ARTICLE_PATHS = []
PAGE_PATHS = []
STATIC_PATHS = []
DIRECT_TEMPLATES = []
TAG_SAVE_AS = CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
