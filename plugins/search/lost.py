"""What Pagefind's script does with a piece of the index that can't be fetched: it says so, where it said nothing.

As it comes, the script takes such a piece for one without words and remembers that: to a reader whose network fails
for a moment the search would say that nothing is found, until the page is opened anew.
"""

from pathlib import Path

SCRIPTS = ("pagefind.js", "pagefind-worker.js")
SILENT = "console.error(`Failed to load the index chunk ${url}:\n${e?.toString()}`);}}"
CHANGES = (
    (SILENT, "throw e;}}"),
    *(
        (f"this.{kept}[hash]={load};", f"this.{kept}[hash]={load}.catch((e)=>{{delete this.{kept}[hash];throw e;}});")
        for kept, load in (
            ("loaded_chunks", 'this._loadGenericChunk(url,"load_index_chunk")'),
            ("loaded_filters", 'this._loadGenericChunk(url,"load_filter_chunk")'),
            ("loaded_fragments", "this._loadFragment(hash)"),
        )
    ),
)


def say_what_is_lost(folder: Path) -> None:
    """Change the scripts in the folder; those of another version are refused."""
    for name in SCRIPTS:
        script = (folder / name).read_text("utf-8")
        for before, after in CHANGES:
            if script.count(before) != 1:
                raise ValueError(f"{name}: not as plugins/search/lost.py knows it; look at it again")
            script = script.replace(before, after)
        (folder / name).write_text(script, "utf-8")
