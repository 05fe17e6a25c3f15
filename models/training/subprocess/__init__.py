"""Work in the training environment: an interpreter that has torch and anomalib."""
