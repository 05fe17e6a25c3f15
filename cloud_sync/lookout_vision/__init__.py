"""The HTTP API of Amazon Lookout for Vision (version 2020-11-20), served by the station itself."""
