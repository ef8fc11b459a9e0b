"""The commands, by what they are about. They parse, call and print; nothing is decided here."""
