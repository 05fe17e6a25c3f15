"""The threads and queues that a frame passes, from the trigger edge to the ledger."""
