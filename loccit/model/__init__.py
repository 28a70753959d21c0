"""What everything speaks of: documents, passages, names, mentions, dates and the calendar."""
