"""What the tasks of `tasks.py` do, one file each."""
