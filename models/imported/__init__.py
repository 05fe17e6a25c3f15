"""Models that other programs trained, brought to okng's contract: picture in, score and map out."""
