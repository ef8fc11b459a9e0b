"""Writing: findings to sentences that cite, in a voice that takes no side."""
