"""Reading: anything a newsroom has, to Article."""
