"""Segmentation masks: which pixels of a picture show which class of defect."""
