"""`python -m loccit` is `loccit`."""

from loccit.command import main

if __name__ == "__main__":
    main(prog_name="loccit")
