"""The built-in extractors; each enters by the same hook as a stranger's."""
