"""The published site: what stands in pelicanconf.py, and what only readers get."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from pelicanconf import *  # noqa: F403 - the settings, all of them

WORKSHOP = False
