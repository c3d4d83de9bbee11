"""Lets ``python -m afghanbrief`` run the command line."""

import sys

from afghanbrief.cli import main

if __name__ == "__main__":
    sys.exit(main())
