"""The atlas: an essay on a linked map and timeline."""
