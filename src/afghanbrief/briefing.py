"""The briefing: everything that was found in one document, sorted, resolved and frozen."""
