"""What is called what in a Whoosh segment of ours, and how its records are packed."""

import struct

INDEX = "MAIN"
NAME = "0000000000000000"
"""The segment's: there is one."""
SEGMENT = f"{INDEX}_{NAME}"
SEGMENT_FILE = f"{SEGMENT}.seg"
TERMS, POSTINGS, STORED = ".trm", ".pst", "._stored.col"
"""The files inside of it, by how their names end."""
FIELD = struct.Struct("!H")
"""A field's number, in front of a term."""
SIZE = struct.Struct("!i")
"""Of a block; the last one's is negative."""
TERM = struct.Struct("!BfIBBfIIqi")
"""Whether its postings appear here, then as in `TermPostings`; where they appear, how long."""
