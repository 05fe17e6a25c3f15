"""Apache TVM: compiles for processors and GPUs that have no vendor's runtime; docs/targets.md."""
