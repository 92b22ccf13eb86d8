"""The engine of the hub: one concept a folder, what they share in `shared/`, Pelican in `hub/` alone."""
