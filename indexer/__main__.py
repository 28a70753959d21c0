"""`python -m indexer` is `loccit index`."""

from indexer.command import index_command

if __name__ == "__main__":
    index_command(prog_name="python -m indexer")
