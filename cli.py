"""Launcher for the checkout: `python cli.py` is the installed `apel`."""

from attendance.__main__ import main

if __name__ == "__main__":
    main()
