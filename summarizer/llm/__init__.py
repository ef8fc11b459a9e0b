"""Models: one client, the embedded server, tapes and the count of what it cost."""
