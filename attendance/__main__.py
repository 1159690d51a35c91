"""The program: `apel`, or `python -m attendance`."""

from attendance.commands.main import main

if __name__ == "__main__":
    main()
