"""What readers may have kept an address of: a page that is published leads somewhere for ever."""

import re

from plugins.shared.lessons import LESSONS
from plugins.shared.message import Message
from tools.ending import Stop
from tools.publish.branch import Branch
from tools.publish.git import Git
from tools.publish.tree import Tree

ADDRESSES = "content/addresses.yaml"
OWNER = re.compile(r'<html [^>]*data-kind="([^"]+)" data-key="([^"]+)"')
LEADS_ON = ("redirect", "gone")
TAKEN = f"{LESSONS}/"  # what readers have of it is the file, and its page says where that is now
ON_THE_WAY = "step/"  # of a tool: another question moves them all, and readers keep the tool's own page


def refuse_what_leads_nowhere(git: Git, branch: Branch, before: Tree, after: Tree) -> None:
    """Pages of the branch that the new site has nothing at: of a slug that changed before its address was listed."""
    gone = sorted(
        name for name in before.keys() - after.keys() if name.endswith(".html") and not name.startswith(TAKEN)
    )
    owners = {name.removesuffix("index.html"): owner_of(git, before[name]) for name in gone}
    lost = {address: owner for address, owner in owners.items() if not owner.startswith(ON_THE_WAY)}
    if not lost:
        return
    address, owner = next(iter(lost.items()))
    if owner:
        raise Stop(
            Message(
                "{branch}: pages that stand there and would be gone: {count}, such as '{address}'; write "
                "'{address}: {owner}' into {file}, so that it leads on, then publish",
                branch=branch,
                count=len(lost),
                address=address,
                owner=owner,
                file=ADDRESSES,
            )
        )
    raise Stop(
        Message(
            "{branch}: pages that stand there and would be gone: {count}, such as '{address}'; write it into "
            "{file} with the kind and the key of what was there, so that it leads on, then publish",
            branch=branch,
            count=len(lost),
            address=address,
            file=ADDRESSES,
        )
    )


def owner_of(git: Git, entry: str) -> str:
    """Kind and key of what a published page shows, as it says itself; nothing where it led on."""
    found = OWNER.search(git("cat-file", "blob", entry.rsplit(maxsplit=1)[-1]))
    return f"{found[1]}/{found[2]}" if found and found[1] not in LEADS_ON else ""
