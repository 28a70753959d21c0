"""Readers of formats: from a file's bytes to `Content`, one format a file."""
