"""Turns a news or monitoring report into a typed, immutable briefing."""
