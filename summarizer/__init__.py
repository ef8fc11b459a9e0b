"""Neutral news briefs that carry their proof."""
