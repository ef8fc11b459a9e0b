"""Merging: what articles say together: agreed, single-origin or disputed, and who really said it."""
