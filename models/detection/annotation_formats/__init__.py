"""Boxes in the files of other programs: COCO, darknet and Label Studio."""
