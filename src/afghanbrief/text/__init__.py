"""Pure functions from text to values: folding, tokens, blocks, sentences, quotation marks, numerals, names."""
