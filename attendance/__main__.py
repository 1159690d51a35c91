"""The program: `apel`, or `python -m attendance`."""

from attendance.commands.main import main as group


def main() -> None:
    """Run the program under its own name, however it was started."""
    group(prog_name="apel")


if __name__ == "__main__":
    main()
