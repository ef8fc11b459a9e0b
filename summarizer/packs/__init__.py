"""Packs: find, load, check, version and render what is special to one kind of event."""
